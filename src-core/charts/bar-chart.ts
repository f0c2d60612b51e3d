/** Bars from left to right, each with its figure behind it: one series, or several beside each other with a legend. */
import { formatExact } from '../lib/exact.ts';
import type { Language } from '../lib/bilingual.ts';
import { chartSize, type Chart, type ChartOption, type ChartTable } from './chart.ts';
import { patternOf, type ChartLook } from './chart-look.ts';
import { chartWords } from './chart-words.ts';
import type { ChartFigure } from './chart-figure.ts';

export type BarSeries = { readonly name: string; readonly figures: readonly ChartFigure[] };

/** Every series has one figure for each category, in their order. */
export type Bars = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** What the categories are, over their column in the table. */
  readonly corner: string;
  readonly categories: readonly string[];
  readonly series: readonly BarSeries[];
};

/** In pixels, with letters of `chartSize`. */
const barHeight = 19;
const gapOfCategories = 11;
const legendHeight = 30;
const edge = 6;

export function barChart(bars: Bars, language: Language): Chart {
  const { id, title, summary, categories, series } = bars;
  const height = categories.length * (series.length * barHeight + gapOfCategories) + 2 * edge + (series.length > 1 ? legendHeight : 0);
  return { id, title, summary, height, table: tableOf(bars, language), draw: (look) => optionOf(bars, look, language) };
}

/** As it is printed; blank is said to be blank, and a sum of which a part is blank says so. */
export function figureText({ value, blanks }: ChartFigure, language: Language): string {
  if (value === null) return chartWords.blank[language];
  const partly = blanks === 0 ? '' : chartWords.partlyBlank[language].replace('{count}', String(blanks));
  return `${formatExact(value)}${partly}`;
}

function tableOf({ corner, categories, series }: Bars, language: Language): ChartTable {
  return {
    corner,
    columns: series.map(({ name }) => name),
    rows: categories.map((label, at) => ({
      label,
      cells: series.map(({ figures }) => figureText(figures[at] ?? { value: null, blanks: 1 }, language)),
    })),
  };
}

function optionOf({ categories, series }: Bars, look: ChartLook, language: Language): ChartOption {
  const { text, soft, line, faces, size } = look;
  const texts = series.map(({ figures }) => figures.map((figure) => figureText(figure, language)));
  const hasLegend = series.length > 1;
  const inProportion = (pixels: number) => (pixels * size) / chartSize;
  const axisText = { color: text, fontSize: size, fontFamily: faces };
  return {
    animation: false,
    textStyle: { color: text, fontFamily: faces, fontSize: size },
    grid: {
      left: inProportion(14) + longest(categories) * size,
      right: inProportion(14) + longest(texts.flat()) * size,
      top: inProportion(edge + (hasLegend ? legendHeight : 0)),
      bottom: inProportion(edge),
      outerBoundsMode: 'none',
    },
    ...(hasLegend ? { legend: legendOf(axisText, size) } : {}),
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: categories,
      axisTick: { show: false },
      axisLine: { show: true, onZero: true, lineStyle: { color: line } },
      axisLabel: { ...axisText, interval: 0, margin: 8 },
    },
    series: series.map(({ name, figures }, at) => ({
      type: 'bar',
      name,
      silent: true,
      barWidth: Math.round(inProportion(barHeight - 4)),
      barGap: '25%',
      itemStyle: {
        color: look.fills[at % look.fills.length] ?? text,
        borderColor: text,
        borderWidth: 1,
        ...withPattern(patternOf(at, look)),
      },
      label: { show: true, position: 'right', color: text, fontFamily: faces, fontSize: size, distance: 6 },
      data: figures.map((figure, place) => {
        const label = { formatter: texts[at]?.[place] ?? '' };
        // A blank figure has no bar, not one of length nought; the words stand where its figure would.
        const unseen = { color: 'transparent', borderWidth: 0, decal: { symbol: 'none' } };
        if (figure.value === null) return { value: 0, itemStyle: unseen, label: { ...label, color: soft, fontStyle: 'italic' } };
        return { value: Number(figure.value), label };
      }),
    })),
  };
}

function legendOf(textStyle: ChartOption, size: number): ChartOption {
  return {
    top: 0,
    left: 0,
    itemWidth: 1.7 * size,
    itemHeight: size,
    itemGap: size,
    itemStyle: { borderWidth: 1 },
    textStyle,
    selectedMode: false,
  };
}

function withPattern(decal: ChartOption | null): ChartOption {
  return decal === null ? {} : { decal };
}

/** In letters of full width, about. */
function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => Array.from(text).reduce((sum, letter) => sum + (/[ -~−]/u.test(letter) ? 0.6 : 1), 0)));
}
