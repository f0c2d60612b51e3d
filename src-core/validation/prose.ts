/** The prose of a report made ready for checks. */
import type { Form } from '../form/form.ts';
import { beginPassages, passageOfBlock } from '../figures/block-passage.ts';
import { showFigureOf, type Passage } from '../figures/passage.ts';
import type { Block } from '../narrative/narrative.ts';
import type { FilingSubject } from '../rules/subject.ts';

export type ProseBlock = { readonly section: string; readonly index: number; readonly kind: Block['kind']; readonly passage: Passage };

export type Prose = {
  /** In printed order. */
  readonly blocks: readonly ProseBlock[];
  readonly bySection: ReadonlyMap<string, readonly ProseBlock[]>;
};

export function proseOf(form: Form, { narrative, cells }: FilingSubject): Prose {
  const show = showFigureOf(form, cells);
  beginPassages();
  const bySection = new Map<string, readonly ProseBlock[]>();
  for (const section of form.edition.order) {
    const blocks = (narrative[section] ?? []).map((block, index): ProseBlock => ({
      section,
      index,
      kind: block.kind,
      passage: passageOfBlock(block, show),
    }));
    if (blocks.length > 0) bySection.set(section, blocks);
  }
  return { blocks: [...bySection.values()].flat(), bySection };
}

export function blocksOf(prose: Prose, section: string): readonly ProseBlock[] {
  return prose.bySection.get(section) ?? [];
}
