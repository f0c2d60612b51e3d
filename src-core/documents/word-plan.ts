/** The report as a Word document: paragraphs by role, tables with their places, the page to sign. A writer turns it into a file. */
import { assertNever } from '../lib/assert-never.ts';
import { formatExact } from '../lib/exact.ts';
import { valueAt } from '../form/edit-cells.ts';
import type { Form } from '../form/form.ts';
import type { Filing } from '../filing/filing.ts';
import type { Block } from '../narrative/narrative.ts';
import { plainText, type ShowFigure } from '../narrative/narrative-text.ts';
import { closingLines } from './closing.ts';
import { documentWords } from './document-words.ts';
import { paperMark, signOffLines, spacedDigest, type PaperCopy } from './paper-copy.ts';
import type { ReportAdditions } from './report-additions.ts';
import { isLong, printTable, type PrintedTable } from './printed-table.ts';
import { qrPicture } from './qr-code.ts';
import { printedNote } from './table-note.ts';

export type WordRole = 'title' | 'section' | 'heading2' | 'heading3' | 'body' | 'note' | 'code';

export type WordPart =
  /** Line breaks part the lines of a title and of a note. */
  | { readonly kind: 'paragraph'; readonly role: WordRole; readonly text: string; readonly startsPage: boolean }
  /** `hasNote`: the paragraph behind it belongs on the same page. */
  | { readonly kind: 'table'; readonly printed: PrintedTable; readonly hasNote: boolean }
  /** Unit and date, centred over each other at the right; `width` of the longest in letters of the text. */
  | { readonly kind: 'closing'; readonly lines: readonly string[]; readonly width: number }
  /** The block to sign: labels with what is known, two beside each other; the last line has room for the seal. */
  | { readonly kind: 'sign-off'; readonly lines: ReturnType<typeof signOffLines> }
  /** `mark` is what the code says. */
  | {
      readonly kind: 'picture';
      readonly mark: string;
      readonly gif: Uint8Array;
      readonly millimetres: number;
      readonly description: string;
    };

export type WordPlan = { readonly title: string; readonly unitName: string; readonly parts: readonly WordPart[] };

/** Everything in the edition's printed order, then what is added; charts are not, Word has none. The same filing gives the same plan. */
export function planWord(filing: Filing, form: Form, { paper = null, date = null }: ReportAdditions = {}): WordPlan {
  return {
    title: filing.title,
    unitName: filing.unit.name,
    parts: [
      paragraph('title', titleLines(filing.title)),
      ...form.edition.order.flatMap((id) => partsOf(filing, form, id)),
      ...closing(filing, date),
      ...(paper === null ? [] : signOff(filing, paper)),
    ],
  };
}

/** Two lines for a title that one line of 二号 letters cannot hold: the unit and year, then what it is. */
function titleLines(title: string): string {
  return widthOf(title) <= 20 ? title : title.replace(/(?<=年度?)(?=政府信息公开工作)/u, '\n');
}

/** In letters of full width. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (/[ -~]/u.test(letter) ? 0.5 : 1), 0);
}

function partsOf(filing: Filing, form: Form, id: string): readonly WordPart[] {
  const showFigure: ShowFigure = (cell) => formatExact(valueAt(filing.cells, cell), '—');
  const blocks = (filing.narrative[id] ?? []).flatMap((block) => blockParts(block, showFigure));
  const table = form.edition.tables.find((each) => each.id === id);
  const section = form.edition.sections.find((each) => each.id === id);
  if (table !== undefined) {
    const note = printedNote(filing.tableNotes[id]);
    const printed = printTable(filing, form, table);
    return [
      paragraph('section', table.heading, isLong(printed)),
      { kind: 'table', printed, hasNote: note !== '' },
      ...(note === '' ? [] : [paragraph('note', note)]),
    ];
  }
  return section === undefined ? blocks : [paragraph('section', section.heading), ...blocks];
}

function blockParts(block: Block, showFigure: ShowFigure): readonly WordPart[] {
  const text = plainText(block, showFigure);
  switch (block.kind) {
    case 'heading':
      return [paragraph(block.level === 2 ? 'heading2' : 'heading3', text)];
    case 'paragraph':
    case 'list':
      return text.split('\n').map((line) => paragraph('body', line));
    default:
      return assertNever(block);
  }
}

function closing({ unit }: Filing, date: string | null): readonly WordPart[] {
  const lines = closingLines(unit.name, date);
  return lines.length === 0 ? [] : [{ kind: 'closing', lines, width: Math.max(...lines.map(widthOf)) }];
}

function signOff(filing: Filing, { bundleDigest }: PaperCopy): readonly WordPart[] {
  const words = documentWords.signOff;
  const mark = bundleDigest === null ? '' : paperMark(filing, bundleDigest);
  const digest =
    bundleDigest === null
      ? [paragraph('note', words.noDigest)]
      : [
          paragraph('note', words.digest),
          paragraph('code', spacedDigest(bundleDigest)),
          { kind: 'picture', mark, gif: qrPicture(mark), millimetres: 34, description: words.qr } as const,
          paragraph('note', words.howToCheck),
        ];
  return [paragraph('section', words.heading, true), { kind: 'sign-off', lines: signOffLines(filing) }, ...digest];
}

function paragraph(role: WordRole, text: string, startsPage = false): WordPart {
  return { kind: 'paragraph', role, text, startsPage };
}
