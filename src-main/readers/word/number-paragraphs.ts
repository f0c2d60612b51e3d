/** The automatic numbers of Word's paragraphs (一、（一）1.), which stand nowhere in its text. */
import type { Document, Element } from '@xmldom/xmldom';
import { childAt, childrenOf, nameOf, valueOf } from './word-xml.ts';
import { writeNumber } from './write-number.ts';

/** The number of a paragraph with what stands around it, or ''; to be asked in the order of the text, once for each. */
export type NumberParagraph = (paragraph: Element) => string;

type Level = { readonly start: number; readonly format: string; readonly text: string };
type List = { readonly abstractId: string; readonly levels: ReadonlyMap<number, Level> };
type Place = { readonly listId: string; readonly level: number };

const noParagraph: NumberParagraph = () => '';
/** A chain of styles longer than this goes in a circle. */
const mostStyles = 20;

/** @param numbering null for a document without lists */
export function numberParagraphs(numbering: Document | null, styles: Document | null): NumberParagraph {
  const root = numbering?.documentElement ?? null;
  if (root === null) return noParagraph;
  const lists = listsOf(root);
  const styleOf = stylesById(styles?.documentElement ?? null);
  const counts = new Map<string, number[]>();
  return (paragraph) => {
    const place = placeOf(childAt(paragraph, 'w:pPr'), styleOf);
    const list = place === null ? undefined : lists.get(place.listId);
    const level = place === null ? undefined : list?.levels.get(place.level);
    if (place === null || list === undefined || level === undefined) return '';
    const count = counts.get(list.abstractId) ?? [];
    counts.set(list.abstractId, count);
    count[place.level] = (count[place.level] ?? level.start - 1) + 1;
    count.length = place.level + 1;
    if (level.format === 'bullet' || level.format === 'none') return '';
    return level.text.replace(/%(\d)/gu, (_all, digit: string) => {
      const index = Number(digit) - 1;
      const each = list.levels.get(index);
      return writeNumber(count[index] ?? each?.start ?? 1, each?.format ?? 'decimal');
    });
  };
}

function listsOf(root: Element): ReadonlyMap<string, List> {
  const all = childrenOf(root);
  const abstract = new Map(
    all.filter((each) => nameOf(each) === 'w:abstractNum').map((each) => [valueOf(each, 'abstractNumId') ?? '', levelsOf(each)]),
  );
  return new Map(
    all
      .filter((each) => nameOf(each) === 'w:num')
      .map((each) => {
        const abstractId = valueOf(childAt(each, 'w:abstractNumId')) ?? '';
        return [valueOf(each, 'numId') ?? '', { abstractId, levels: abstract.get(abstractId) ?? new Map<number, Level>() }];
      }),
  );
}

function levelsOf(abstract: Element): ReadonlyMap<number, Level> {
  const levels = childrenOf(abstract).filter((each) => nameOf(each) === 'w:lvl');
  return new Map(
    levels.map((each) => [
      Number(valueOf(each, 'ilvl') ?? '0'),
      {
        start: Number(valueOf(childAt(each, 'w:start')) ?? '1'),
        format: valueOf(childAt(each, 'w:numFmt')) ?? 'decimal',
        text: valueOf(childAt(each, 'w:lvlText')) ?? '',
      },
    ]),
  );
}

function stylesById(root: Element | null): (id: string | null) => Element | null {
  const styles = new Map((root === null ? [] : childrenOf(root)).map((each) => [valueOf(each, 'styleId') ?? '', each]));
  return (id) => (id === null ? null : (styles.get(id) ?? null));
}

/** By the paragraph's own properties, or those of its style and the styles that one is based on. */
function placeOf(properties: Element | null, styleOf: (id: string | null) => Element | null): Place | null {
  let from = properties;
  let style = styleOf(valueOf(properties && childAt(properties, 'w:pStyle')));
  let level: string | null = null;
  for (let step = 0; step < mostStyles; step += 1) {
    const marker: Element | null = from && childAt(from, 'w:numPr');
    const listId = valueOf(marker && childAt(marker, 'w:numId'));
    level ??= valueOf(marker && childAt(marker, 'w:ilvl'));
    if (listId !== null) return { listId, level: Number(level ?? '0') };
    if (style === null) return null;
    from = childAt(style, 'w:pPr');
    style = styleOf(valueOf(childAt(style, 'w:basedOn')));
  }
  return null;
}
