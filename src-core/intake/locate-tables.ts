/** Finds tables that stand without their headings, as in workbooks, by the labels of the tables themselves. */
import type { Form } from '../form/form.ts';
import { sectionPlans, type HeadingMatch, type SectionPlan } from './headings.ts';
import type { Line } from './lines.ts';
import { matchLabels } from './match-labels.ts';
import type { FoundSection, Outline } from './outline.ts';
import { printTable } from './printed-table.ts';
import { looksLikeValue } from './read-value.ts';
import { tokenise } from './tokens.ts';

/** So many of a table's labels must stand there as they are printed. */
const leastShare = 0.5;
const leastLabels = 5;
const mostLines = 20_000;

/** `start` and `end` count in the lines that were searched. */
type Located = { readonly plan: SectionPlan; readonly start: number; readonly end: number };

/** The outline with the tables that were found without a heading; they are still named as missing. */
export function locateTables(outline: Outline, form: Form): Outline {
  const plans = outline.missing.filter((plan) => plan.kind === 'table');
  if (plans.length === 0) return outline;
  let wanted = plans;
  const search = (lines: readonly Line[]) => {
    const cut = cutOut(lines, wanted, form);
    wanted = wanted.filter((plan) => !cut.sections.some((section) => section.plan === plan));
    return cut;
  };
  const before = search(outline.before);
  const sections = outline.sections.flatMap((section) => {
    const cut = search(section.lines);
    return [{ ...section, lines: cut.rest }, ...cut.sections];
  });
  const order = sectionPlans(form.edition).map((plan) => plan.id);
  const sorted = [...before.sections, ...sections].toSorted((one, other) => order.indexOf(one.plan.id) - order.indexOf(other.plan.id));
  return { ...outline, before: before.rest, sections: sorted };
}

function cutOut(
  lines: readonly Line[],
  plans: readonly SectionPlan[],
  form: Form,
): { readonly rest: readonly Line[]; readonly sections: readonly FoundSection[] } {
  const located = plans.flatMap((plan) => locate(lines.slice(0, mostLines), plan, form)).toSorted((one, other) => one.start - other.start);
  const apart = located.map((each, index) => ({ ...each, end: Math.min(each.end, located[index + 1]?.start ?? each.end) }));
  const sections = apart.map(({ plan, start, end }): FoundSection => ({ plan, heading: noHeading(start), lines: lines.slice(start, end) }));
  const rest = lines.filter((_line, index) => !apart.some(({ start, end }) => start <= index && index < end));
  return { rest, sections };
}

function locate(lines: readonly Line[], plan: SectionPlan, form: Form): readonly Located[] {
  const table = form.edition.tables.find((each) => each.id === plan.id);
  if (table === undefined || lines.length === 0) return [];
  const { labels } = printTable(form, table);
  const { tokens } = tokenise(lines);
  const matches = matchLabels(tokens, labels);
  const exact = matches.filter((match) => match.exact);
  if (exact.length < Math.max(leastLabels, labels.length * leastShare)) return [];
  const lineAt = (token: number | undefined) => lines.findIndex((line) => line.number === tokens[token ?? 0]?.line);
  const last = lineAt((matches.at(-1)?.end ?? 1) - 1);
  return [{ plan, start: lineAt(exact[0]?.start), end: endOf(lines, last + 1) }];
}

/** Values, blanks and rows that follow the last label still belong to its table. */
function endOf(lines: readonly Line[], from: number): number {
  const isOver = (line: Line) => {
    const words = line.raw.split(/[\t|]/u).filter((text) => text.trim() !== '');
    return words.length > 0 && !words.every((text) => text.trim().split(/\s+/u).every(looksLikeValue));
  };
  const over = lines.findIndex((line, index) => index >= from && isOver(line));
  return over < 0 ? lines.length : over;
}

/** There is no heading whose wording could be judged. */
function noHeading(start: number): HeadingMatch {
  return { start, end: start, target: 0, weight: 0, text: '', exact: true, rest: '' };
}
