/** Draws a chart into the page with ECharts, as SVG: no style elements, no HTML, as the content policy asks. */
import { BarChart, HeatmapChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartOption } from '#core/charts/chart.ts';

use([
  BarChart,
  HeatmapChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
]);

/** What the user pointed at: places of the series and of the item in the option. */
export type Picked = { readonly series: number; readonly item: number };

export type MountedChart = {
  readonly show: (option: ChartOption) => void;
  /** Its place has another size than before. */
  readonly fit: () => void;
  readonly remove: () => void;
};

export function mountChart(place: HTMLElement, onpick: (picked: Picked) => void): MountedChart {
  const chart = init(place, null, { renderer: 'svg' });
  chart.on('click', ({ seriesIndex, dataIndex }) => {
    if (seriesIndex !== undefined) onpick({ series: seriesIndex, item: dataIndex });
  });
  return {
    show: (option) => {
      chart.setOption(withoutHtml(option), { notMerge: true });
    },
    fit: () => {
      chart.resize();
    },
    remove: () => {
      emptyByNodes(place);
      chart.dispose();
    },
  };
}

/** Tooltips are drawn: the other kind is written as HTML, which trusted types refuse. */
function withoutHtml(option: ChartOption): ChartOption {
  const { tooltip } = option;
  return typeof tooltip === 'object' && tooltip !== null
    ? { ...option, tooltip: { ...tooltip, renderMode: 'richText', confine: true } }
    : option;
}

/** The renderer empties its place and its drawing by `innerHTML` when it goes, which trusted types refuse even for nothing. */
function emptyByNodes(place: HTMLElement): void {
  for (const element of [place, ...place.querySelectorAll('svg')]) {
    Object.defineProperty(element, 'innerHTML', {
      set: () => {
        element.replaceChildren();
      },
    });
  }
}
