/** Recognises the section headings of an edition in the lines of a text, however they were altered. */
import type { FormEdition } from '../form/edition.ts';
import { heaviestChain, type Candidate } from './heaviest-chain.ts';
import { labelKey, likeness, spellingsOf, type Spellings } from './label-key.ts';
import { proseOf, type Line } from './lines.ts';
import { rememberTexts } from './remember.ts';

export type SectionPlan = { readonly id: string; readonly heading: string; readonly kind: 'narrative' | 'table' };

/** A heading at `lines[start]` up to `lines[end]`; `rest` is prose that runs on behind it in the same line. */
export type HeadingMatch = Candidate & { readonly text: string; readonly exact: boolean; readonly rest: string };

const longestHeading = 60;
const numberPattern = /^\s*[一二三四五六七八九十]{1,2}\s*[、.．,，:：\s]\s*/u;
/** So alike, a numbered line is the heading, whatever its number; with the very number of the heading, less will do. */
const alike = 0.6;
const alikeWithNumber = 0.4;
const tocLines = 4;
/** No report has more numbered lines; comparing all of a hostile text would only take time. */
const mostNumberedLines = 2000;

/** The sections and tables of an edition in printed order; the preamble has no heading. */
export function sectionPlans(edition: FormEdition): readonly SectionPlan[] {
  return edition.order.flatMap((id): SectionPlan[] => {
    const section = edition.sections.find((each) => each.id === id);
    if (section !== undefined) return [{ id, heading: section.heading, kind: 'narrative' }];
    const table = edition.tables.find((each) => each.id === id);
    return table === undefined ? [] : [{ id, heading: table.heading, kind: 'table' }];
  });
}

/** The headings found, in the order of the text; `target` counts in `plans`. */
export function findHeadings(lines: readonly Line[], edition: FormEdition): readonly HeadingMatch[] {
  const { goals, known, altered } = wordsOf(edition);
  const keys = lines.map((line) => labelKey(proseOf(line)));
  let compared = 0;
  const candidates = lines.flatMap((line, index) => {
    const key = keys[index] ?? '';
    if (key === '' || known.has(key)) return [];
    const text = proseOf(line);
    const exact = goals.flatMap((goal, target) => {
      const broken = brokenHeading(key, keys[index + 1] ?? '', goal);
      if (broken !== null) return [{ start: index, end: index + 2, target, ...broken }];
      const found = recogniseExact(text, key, goal);
      return found === null ? [] : [{ start: index, end: index + 1, target, ...found }];
    });
    if (exact.length > 0 || key.length > longestHeading || !numberPattern.test(text)) return exact;
    compared += 1;
    return compared > mostNumberedLines ? [] : altered(text).map((each) => ({ start: index, end: index + 1, ...each }));
  });
  return heaviestChain(withoutContents(candidates, lines));
}

type Goal = { readonly plan: SectionPlan; readonly key: string; readonly bodyKey: string; readonly spellings: Spellings };
type Recognised = { readonly weight: number; readonly text: string; readonly exact: boolean; readonly rest: string };
type Altered = (text: string) => readonly (Recognised & { readonly target: number })[];
/** Its headings, the keys of its labels, and which headings a text resembles. */
type WordsOfEdition = { readonly goals: readonly Goal[]; readonly known: ReadonlySet<string>; readonly altered: Altered };

const wordsByEdition = new WeakMap<FormEdition, WordsOfEdition>();

/** Editions are never changed, so that it is worked out once. */
function wordsOf(edition: FormEdition): WordsOfEdition {
  const done = wordsByEdition.get(edition);
  if (done !== undefined) return done;
  const goals = sectionPlans(edition).map(goalOf);
  const labels = edition.tables.flatMap((table) => table.layout.flatMap((line) => line.labels.map((label) => label.text)));
  const spellings = [...new Set(labels)].map((label) => spellingsOf(withoutNumber(label)));
  const altered = rememberTexts((text) => recogniseAltered(text, goals, spellings));
  const words = { goals, known: new Set(labels.map(labelKey)), altered };
  wordsByEdition.set(edition, words);
  return words;
}

function goalOf(plan: SectionPlan): Goal {
  const body = withoutNumber(plan.heading);
  return { plan, key: labelKey(plan.heading), bodyKey: labelKey(body), spellings: spellingsOf(body) };
}

function recogniseExact(text: string, key: string, { plan, key: goal, bodyKey }: Goal): Recognised | null {
  if (key === goal) return { weight: 4, text, exact: true, rest: '' };
  if (plan.kind === 'narrative' && key.startsWith(goal)) return { weight: 3, ...divide(text, goal.length) };
  return key === bodyKey ? { weight: 3, text, exact: false, rest: '' } : null;
}

/** 「三、收到和处理政府信息公开」 and on the next line 「申请情况」. */
function brokenHeading(key: string, nextKey: string, { plan, key: goal }: Goal): Recognised | null {
  if (nextKey === '' || key + nextKey !== goal) return null;
  return { weight: 4, text: plan.heading, exact: true, rest: '' };
}

function recogniseAltered(text: string, goals: readonly Goal[], labels: readonly Spellings[]): ReturnType<Altered> {
  const body = spellingsOf(withoutNumber(text));
  return goals.flatMap((goal, target) => {
    const resemblance = likeness(body, goal.spellings);
    if (resemblance < (labelKey(text)[0] === goal.key[0] ? alikeWithNumber : alike)) return [];
    // 「一、本年新收政府信息公开申请数量」 is a row of table 三 and resembles its heading
    if (labels.some((label) => likeness(body, label) >= resemblance)) return [];
    return [{ target, weight: 1 + resemblance, text, exact: false, rest: '' }];
  });
}

/** Splits a line behind the first `length` letters of its key. */
function divide(text: string, length: number): { text: string; exact: boolean; rest: string } {
  let behind = '';
  let count = 0;
  for (const letter of text) {
    const letters = labelKey(letter).length;
    if (count < length || (behind === '' && letters === 0)) count += letters;
    else behind += letter;
  }
  return { text: text.slice(0, text.length - behind.length), exact: true, rest: behind };
}

function withoutNumber(text: string): string {
  return text.replace(numberPattern, '');
}

/** Leaves out a table of contents: headings on neighbouring lines that all come again further down. */
function withoutContents(candidates: readonly HeadingMatch[], lines: readonly Line[]): readonly HeadingMatch[] {
  const written = lines.flatMap((line, index) => (proseOf(line) === '' ? [] : [index]));
  const position = new Map(written.map((index, order) => [index, order]));
  const contents = new Set<number>();
  let group: HeadingMatch[] = [];
  const close = () => {
    const last = group.at(-1)?.start ?? 0;
    const targets = new Set(group.map((each) => each.target));
    const again = [...targets].every((target) => candidates.some((each) => each.target === target && each.start > last));
    if (targets.size >= tocLines && again) group.forEach((each) => contents.add(each.start));
    group = [];
  };
  for (const candidate of candidates) {
    const previous = group.at(-1);
    if (previous !== undefined && (position.get(candidate.start) ?? 0) - (position.get(previous.start) ?? 0) > 1) close();
    group.push(candidate);
  }
  close();
  return candidates.filter((each) => !contents.has(each.start));
}
