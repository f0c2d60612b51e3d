/** The prose of a report that is the unit's own to write, as it is compared with other prose, with its places. */
import type { Cells } from '../form/edit-cells.ts';
import type { Form } from '../form/form.ts';
import { showFigureOf } from '../figures/passage.ts';
import type { Narrative } from '../narrative/narrative.ts';
import { plainText } from '../narrative/narrative-text.ts';
import type { ParagraphRange } from '../similarity/shared-passages.ts';

/** A report, as far as its prose goes; a filing's subject and last year's filing are such. */
export type ReportProse = { readonly form: Form; readonly narrative: Narrative; readonly cells: Cells };

export type OwnProse = {
  /** The plain text of each block. */
  readonly paragraphs: readonly string[];
  /** Where each of them stands. */
  readonly blocks: readonly { readonly section: string; readonly block: number }[];
};

/**
 * The paragraphs and lists of all sections. Headings are the notice's, and the preamble (legal basis, period, address)
 * is the same every year by its nature: neither counts.
 */
export function ownProseOf({ form, narrative, cells }: ReportProse): OwnProse {
  const show = showFigureOf(form, cells);
  const paragraphs: string[] = [];
  const blocks: { section: string; block: number }[] = [];
  for (const section of new Set([...form.edition.order, ...Object.keys(narrative)])) {
    if (section === form.edition.preamble.id) continue;
    for (const [block, content] of (narrative[section] ?? []).entries()) {
      if (content.kind === 'heading') continue;
      paragraphs.push(plainText(content, show));
      blocks.push({ section, block });
    }
  }
  return { paragraphs, blocks };
}

/** Words of a report: a range of a block's plain text. */
export type ProseRange = {
  readonly section: string;
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

export function inProse({ paragraphs, blocks }: OwnProse, { paragraph, start, end }: ParagraphRange): ProseRange {
  const { section = '', block = 0 } = blocks[paragraph] ?? {};
  return { section, block, start, end, text: paragraphs[paragraph]?.slice(start, end) ?? '' };
}
