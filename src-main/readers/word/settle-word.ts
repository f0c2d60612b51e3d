/**
 * Makes Word's XML say plainly what a reader of it would lose or mistake: text boxes that only newer programs know, hidden
 * text, deleted cells, notes, automatic numbers, rows that begin late. Tracked changes count as accepted.
 */
import type { Document, Element } from '@xmldom/xmldom';
import type { NumberParagraph } from './number-paragraphs.ts';
import { childAt, childrenOf, isOn, nameOf, newElement, newText, outermost, refuseDepth, replace, valueOf } from './word-xml.ts';

export type WordParts = {
  /** The words of a footnote or endnote. */
  readonly noteText: (kind: 'footnote' | 'endnote', id: string) => string;
  readonly numberOf: NumberParagraph;
};

/** Changes the document in place. */
export function settleWord(document: Document, parts: WordParts): void {
  const { documentElement } = document;
  if (documentElement !== null) settle(documentElement, parts, 0);
}

/** What is deleted or hidden goes before anything in it counts; all else after its content. */
function settle(element: Element, parts: WordParts, depth: number): void {
  refuseDepth(depth);
  const name = nameOf(element);
  if (isGone(element, name)) {
    replace(element, []);
    return;
  }
  const content = name === 'mc:AlternateContent' ? choose(element) : childrenOf(element);
  if (name === 'w:p') numberParagraph(element, parts);
  for (const child of content) settle(child, parts, depth + 1);
  rules[name]?.(element, parts);
}

function isGone(element: Element, name: string): boolean {
  switch (name) {
    case 'w:bookmarkStart':
    case 'w:bookmarkEnd':
    case 'w:moveFrom':
    case 'w:proofErr':
      return true;
    case 'w:r':
      return isOn(childAt(element, 'w:rPr', 'w:vanish')) || isPrompt(element);
    case 'w:tr':
      return childAt(element, 'w:trPr', 'w:del') !== null || isOn(childAt(element, 'w:trPr', 'w:hidden'));
    case 'w:tc':
      return childAt(element, 'w:tcPr', 'w:cellDel') !== null;
    default:
      return false;
  }
}

/** The grey words of a content control that nobody has filled in. */
function isPrompt(run: Element): boolean {
  for (let above = run.parentElement; above !== null && nameOf(above) !== 'w:txbxContent'; above = above.parentElement) {
    if (nameOf(above) === 'w:sdt') return isOn(childAt(above, 'w:sdtPr', 'w:showingPlcHdr'));
  }
  return false;
}

type Rule = (element: Element, parts: WordParts) => void;

const unwrap: Rule = (element) => {
  replace(element, childrenOf(element));
};

/** Rules by element; they see content to which the rules have been applied. */
const rules: Readonly<Record<string, Rule>> = {
  'w:cr': (element) => {
    replace(element, [newElement(element, 'w:br')]);
  },
  'w:fldSimple': unwrap,
  'w:dir': unwrap,
  'w:bdo': unwrap,
  'w:ruby': (element) => {
    const base = childAt(element, 'w:rubyBase');
    replace(element, base === null ? [] : [newText(element, textIn(base))]);
  },
  'm:oMath': (element) => {
    const run = childRun(element);
    if (run !== null) replace(element, [run]);
  },
  'm:oMathPara': unwrap,
  'w:footnoteReference': (element, { noteText }) => {
    putNote(element, noteText('footnote', valueOf(element, 'id') ?? ''));
  },
  'w:endnoteReference': (element, { noteText }) => {
    putNote(element, noteText('endnote', valueOf(element, 'id') ?? ''));
  },
  'w:drawing': liftTextBoxes,
  'w:pict': liftTextBoxes,
  'w:object': liftTextBoxes,
  'w:tr': fillRow,
};

/** A note stands in brackets where its mark was, as remarks on figures do. */
function putNote(reference: Element, text: string): void {
  replace(reference, text === '' ? [] : [newText(reference, `（${text}）`)]);
}

/** The text of a formula as a run of the paragraph it stands in. */
function childRun(formula: Element): Element | null {
  let paragraph: Element | null = formula;
  while (paragraph !== null && nameOf(paragraph) !== 'w:p') paragraph = paragraph.parentElement;
  return paragraph === null ? null : newElement(paragraph, 'w:r', [newText(paragraph, textIn(formula))]);
}

const textNames = new Set(['w:t', 'm:t']);

/** All the text below an element. */
export function textIn(element: Element): string {
  return outermost(element, textNames)
    .map((each) => each.textContent ?? '')
    .join('');
}

/** Text boxes, of whatever shape, go to where every reader finds them; pictures stay where they are. */
function liftTextBoxes(drawing: Element): void {
  const boxes = outermost(drawing, new Set(['w:txbxContent']));
  if (boxes.length === 0) return;
  const lifted = newElement(drawing, 'w:pict', boxes);
  drawing.parentNode?.insertBefore(lifted, drawing.nextSibling);
}

/** Of two forms of one thing the newer stays where it has words or is the only one, else the older. Returns what stays. */
function choose(element: Element): readonly Element[] {
  const forms = childrenOf(element);
  const fallback = forms.find((form) => nameOf(form) === 'mc:Fallback');
  const choice = forms.find((form) => nameOf(form) === 'mc:Choice');
  const chosen = choice !== undefined && (fallback === undefined || textIn(choice).trim() !== '') ? choice : fallback;
  const content = chosen === undefined ? [] : childrenOf(chosen);
  replace(element, content);
  return content;
}

/** A row that begins or ends within the table has empty places there, and cells joined in the old way are one. */
function fillRow(row: Element): void {
  const cells = outermost(row, new Set(['w:tc']));
  const [first] = cells;
  const last = cells.at(-1);
  if (first === undefined || last === undefined) return;
  let joined: Element | null = null;
  for (const cell of cells) {
    const merge = childAt(cell, 'w:tcPr', 'w:hMerge');
    if (merge === null || valueOf(merge) === 'restart') joined = merge === null ? null : cell;
    else if (joined !== null) {
      setSpan(joined, spanOf(joined) + spanOf(cell));
      replace(cell, []);
    }
  }
  const properties = childAt(row, 'w:trPr');
  const before = Number(valueOf(properties && childAt(properties, 'w:gridBefore')) ?? '0');
  const after = Number(valueOf(properties && childAt(properties, 'w:gridAfter')) ?? '0');
  if (before > 0) first.parentNode?.insertBefore(emptyCell(first, before), first);
  if (after > 0) last.parentNode?.insertBefore(emptyCell(last, after), last.nextSibling);
}

function emptyCell(beside: Element, span: number): Element {
  const cell = newElement(beside, 'w:tc', [newElement(beside, 'w:tcPr'), newElement(beside, 'w:p')]);
  setSpan(cell, span);
  return cell;
}

function spanOf(cell: Element): number {
  return Number(valueOf(childAt(cell, 'w:tcPr', 'w:gridSpan')) ?? '1') || 1;
}

function setSpan(cell: Element, span: number): void {
  const properties = childAt(cell, 'w:tcPr');
  if (properties === null) return;
  const old = childAt(properties, 'w:gridSpan');
  const grid = old ?? newElement(cell, 'w:gridSpan');
  grid.setAttributeNS(cell.namespaceURI, 'w:val', String(span));
  if (old === null) properties.appendChild(grid);
}

/** An automatic number becomes letters, and the paragraph is no list any more. */
function numberParagraph(paragraph: Element, { numberOf }: WordParts): void {
  const number = numberOf(paragraph);
  const properties = childAt(paragraph, 'w:pPr');
  const marker = properties && childAt(properties, 'w:numPr');
  if (marker !== null) replace(marker, []);
  if (number === '') return;
  paragraph.insertBefore(newElement(paragraph, 'w:r', [newText(paragraph, number)]), properties?.nextSibling ?? paragraph.firstChild);
}
