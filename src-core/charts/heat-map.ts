/** A heat map: lines and columns, the colour is a rate, and every field tells its figure. */
import type { Chart, ChartOption } from './chart.ts';
import type { ChartLook } from './chart-look.ts';

export type HeatField = {
  /** What the colour is made of, null for a field without a figure. */
  readonly rate: number | null;
  /** As the table and the field's own tooltip tell it. */
  readonly text: string;
};

export type HeatMap = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly corner: string;
  readonly columns: readonly string[];
  readonly lines: readonly { readonly name: string; readonly fields: readonly HeatField[] }[];
  /** The rate of the darkest colour. */
  readonly most: number;
};

const lineHeight = 20;
const edge = 6;

export function heatMap(map: HeatMap): Chart {
  const { id, title, summary, corner, columns, lines } = map;
  return {
    id,
    title,
    summary,
    height: lines.length * lineHeight + headHeight(columns) + 2 * edge,
    table: { corner, columns, rows: lines.map(({ name, fields }) => ({ label: name, cells: fields.map(({ text }) => text) })) },
    draw: (look) => optionOf(map, look),
  };
}

/** Labels of columns stand upright. */
function headHeight(columns: readonly string[]): number {
  return Math.min(150, 16 + 13 * Math.max(0, ...columns.map((column) => column.length)));
}

function optionOf({ columns, lines, most }: HeatMap, look: ChartLook): ChartOption {
  const { text, line, ground, scale, faces, size } = look;
  const axisText = { color: text, fontSize: size - 1, fontFamily: faces };
  const widest = Math.max(0, ...lines.map(({ name }) => name.length));
  return {
    animation: false,
    textStyle: { color: text, fontFamily: faces, fontSize: size },
    grid: { left: Math.min(220, 16 + widest * size), right: edge, top: headHeight(columns), bottom: edge, outerBoundsMode: 'none' },
    tooltip: { confine: true },
    visualMap: { show: false, min: 0, max: most === 0 ? 1 : most, inRange: { color: scale } },
    xAxis: {
      type: 'category',
      position: 'top',
      data: columns,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { ...axisText, interval: 0, rotate: 90, width: 134, overflow: 'truncate' },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: lines.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { ...axisText, interval: 0, width: 200, overflow: 'truncate' },
    },
    series: [
      {
        type: 'heatmap',
        itemStyle: { borderColor: ground, borderWidth: 1 },
        data: lines.flatMap(({ name, fields }, y) =>
          fields.flatMap(({ rate, text: told }, x) =>
            rate === null ? [] : [{ value: [x, y, rate], name: `${name} · ${columns[x] ?? ''}: ${told}` }],
          ),
        ),
        tooltip: { formatter: '{b}' },
      },
    ],
  };
}
