/** The page for the public (一图读懂): the main figures, and the charts of the report, as data. */
import { fillPlaces } from '../lib/bilingual.ts';
import { figureText } from '../charts/bar-chart.ts';
import type { Chart } from '../charts/chart.ts';
import { figureOf } from '../charts/chart-figure.ts';
import { chartLooks, type ChartLook } from '../charts/chart-look.ts';
import { reportCharts } from '../charts/report-charts.ts';
import { sumNoteOf } from '../consolidation/sum-note.ts';
import { cellKey } from '../form/cell-key.ts';
import type { Form } from '../form/form.ts';
import type { Filing } from '../filing/filing.ts';
import type { PriorYear } from '../rules/subject.ts';
import { closingLines } from './closing.ts';
import { documentWords } from './document-words.ts';

/** `unit` is empty behind the words that say that the figure is blank. */
export type KeyFigure = { readonly label: string; readonly text: string; readonly unit: string };

/** `width` in pixels: that of half the page, or of all of it. */
export type PlacedChart = { readonly chart: Chart; readonly isWide: boolean; readonly width: number };

export type Infographic = {
  readonly title: string;
  /** That the figures are an incomplete sum, and who is not in it; null for any other report. */
  readonly notice: string | null;
  readonly keyFigures: readonly KeyFigure[];
  readonly charts: readonly PlacedChart[];
  readonly source: string;
  /** Unit and date below it. */
  readonly closing: readonly string[];
};

/** `page`: one A4 page, charts beside each other. `long`: one picture for telephones, charts below each other. */
export type InfographicShape = 'page' | 'long';

/** In pixels: within A4 with its margins, and of the long picture. */
export const infographicWidth: Readonly<Record<InfographicShape, number>> = { page: 718, long: 500 };

/** Small letters beside each other, larger ones on the long picture. */
export function infographicLook(shape: InfographicShape): ChartLook {
  return { ...chartLooks.paper, size: shape === 'page' ? 11 : 14 };
}

/** Of the long picture with its margins. */
export const pictureWidth = infographicWidth.long + 40;

const words = documentWords.infographic;
const gap = 18;
const longestNotice = 340;
/** What a chart stands in takes of its width. */
const padding = 18;

/** @param date see `closingLines`. @throws Error for an edition without the tables that the charts are of */
export function planInfographic(
  filing: Pick<Filing, 'title' | 'cells' | 'reportYear' | 'unit' | 'tableNotes'>,
  form: Form,
  prior: PriorYear | null,
  { shape, date }: { readonly shape: InfographicShape; readonly date: string | null },
): Infographic {
  const { title, cells, reportYear } = filing;
  const charts = reportCharts({ form, cells, reportYear, prior }, 'zh');
  const width = infographicWidth[shape];
  return {
    title: fillPlaces(words.title, { title }),
    notice: noticeOf(filing),
    keyFigures: keyFigures(filing),
    charts: charts.map((chart, at): PlacedChart => {
      const isWide = shape === 'long' || (charts.length % 2 === 1 && at === charts.length - 1);
      return { chart, isWide, width: (isWide ? width : (width - gap) / 2) - 2 * padding };
    }),
    source: fillPlaces(words.source, { title }),
    closing: closingLines(filing.unit.name, date),
  };
}

/** As much as one page has room for; the tables of the report have it all. */
function noticeOf(filing: Pick<Filing, 'tableNotes'>): string | null {
  const note = sumNoteOf(filing);
  if (note === null || note.length <= longestNotice) return note;
  return note.slice(0, note.lastIndexOf('、', longestNotice)) + words.noticeGoesOn;
}

function keyFigures({ cells }: Pick<Filing, 'cells'>): readonly KeyFigure[] {
  const applications = (row: string) => [cellKey('applications', row, 'total')];
  const remedies = (...rows: readonly string[]) => rows.map((row) => cellKey('remedies', row, 'total'));
  const figures = [
    [words.received, applications('receivedThisYear')],
    [words.broughtForward, applications('broughtForward')],
    [words.handled, applications('handlingTotal')],
    [words.carriedForward, applications('carriedForward')],
    [words.reconsideration, remedies('reconsideration')],
    [words.litigation, remedies('directLitigation', 'litigationAfterReconsideration')],
  ] as const;
  return figures.map(([label, keys]) => {
    const figure = figureOf(cells, keys);
    return { label, text: figureText(figure, 'zh'), unit: figure.value === null ? '' : words.unit };
  });
}
