/** A chart as a value: what is drawn, and the same in words and as a table for those who do not see it. */
import type { ChartLook } from './chart-look.ts';

/** What ECharts is told: plain data, no functions. */
export type ChartOption = Readonly<Record<string, unknown>>;

export type ChartTable = {
  /** Over the column of the row labels. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
};

export type Chart = {
  /** Unique among the charts of a page. */
  readonly id: string;
  readonly title: string;
  /** The chart in one or two sentences. */
  readonly summary: string;
  readonly table: ChartTable;
  /** In pixels, with letters of `chartSize`; in proportion for others. */
  readonly height: number;
  /** The same look gives the same option. */
  readonly draw: (look: ChartLook) => ChartOption;
};

/** The usual width of drawings in documents, and the usual size of letters; in pixels. */
export const chartWidth = 640;
export const chartSize = 13;

/** The height that a chart has with the letters of a look. */
export function heightOf({ height }: Pick<Chart, 'height'>, { size }: Pick<ChartLook, 'size'>): number {
  return Math.round((height * size) / chartSize);
}
