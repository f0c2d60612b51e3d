/** What the command palette offers: commands, sections, rows of the tables, findings, and paragraphs of the text. */
import type { CellKey } from '#core/form/cell-key.ts';
import { findingId } from '#core/rules/finding.ts';
import { plainText } from '#core/narrative/narrative-text.ts';
import { showFigureOf } from '#core/figures/passage.ts';
import { paletteWords } from '#core/text/screens/palette.ts';
import type { ReportState } from './report.svelte.ts';
import { words } from './words.svelte.ts';

export type PaletteItem = { readonly id: string; readonly kind: string; readonly label: string; readonly run: () => void };
export type PaletteCommand = { readonly label: string; readonly run: () => void };

const most = 40;

/** All there is, commands first; `report` is null on other screens. */
export function itemsOf(commands: readonly PaletteCommand[], report: ReportState | null): readonly PaletteItem[] {
  const listed = commands.map(({ label, run }, index) => ({
    id: `command ${String(index)}`,
    kind: words.say(paletteWords.command),
    label,
    run,
  }));
  return report === null ? listed : [...listed, ...rowsOf(report), ...findingsOf(report), ...textsOf(report)];
}

/** Those that contain every word of the query, in their order. */
export function findItems(items: readonly PaletteItem[], query: string): readonly PaletteItem[] {
  const terms = query.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean);
  const found = items.filter(({ kind, label }) => {
    const text = `${kind} ${label}`.normalize('NFKC').toLowerCase();
    return terms.every((term) => text.includes(term));
  });
  return (terms.length === 0 ? found.filter(({ id }) => id.startsWith('command')) : found).slice(0, most);
}

function rowsOf(report: ReportState): readonly PaletteItem[] {
  return report.form.edition.tables.flatMap((table) =>
    table.rows.map((row): PaletteItem => ({
      id: `row ${table.id} ${row.id}`,
      kind: words.say(paletteWords.row, { table: table.number }),
      label: words.language === 'zh' ? row.path.join(' ') : row.en,
      run: () => {
        const cell = report.form.cells.find((each) => each.table === table && each.row === row)?.key;
        if (cell !== undefined) report.where.goTo(cell satisfies CellKey);
      },
    })),
  );
}

function findingsOf(report: ReportState): readonly PaletteItem[] {
  return report.findings.map((finding) => ({
    id: `finding ${findingId(finding)}`,
    kind: words.say(paletteWords.finding),
    label: `${finding.code} ${finding.message[words.language]}`,
    run: () => report.where.goToFinding(finding),
  }));
}

function textsOf(report: ReportState): readonly PaletteItem[] {
  const { edition } = report.form;
  const show = showFigureOf(report.form, report.entered.cells);
  return [edition.preamble.id, ...edition.sections.map((each) => each.id)].flatMap((section) =>
    report.prose.blocksOf(section).map((block, index) => ({
      id: `text ${section} ${String(index)}`,
      kind: words.say(paletteWords.text),
      label: plainText(block, show),
      run: () => report.where.showSection(section),
    })),
  );
}
