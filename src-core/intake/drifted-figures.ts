/** Text copied from a PDF may have the last figures of a table below the headings that follow it, each on a line of its own. */
import type { Form } from '../form/form.ts';
import { proseOf, type Line } from './lines.ts';
import type { FoundSection, Outline } from './outline.ts';
import { looksLikeValue } from './read-value.ts';
import { tokenise } from './tokens.ts';

/** The outline with such figures back in their table, where there are just as many as it lacks. */
export function gatherDrifted(outline: Outline, form: Form): Outline {
  const sections = [...outline.sections];
  for (const [index, section] of sections.entries()) {
    const wanted = form.cellsByTable.get(section.plan.id)?.length;
    if (wanted === undefined || section.lines.some((line) => line.row !== undefined)) continue;
    const next = sections.findIndex((each, at) => at > index && each.plan.kind === 'table');
    const below = sections.slice(index + 1, next < 0 ? sections.length : next);
    const drifted = below.flatMap((each) => each.lines.filter(isLoneFigure));
    if (drifted.length === 0 || countFigures(section) + drifted.length !== wanted) continue;
    sections[index] = { ...section, lines: [...section.lines, ...drifted] };
    for (const each of below) {
      sections[sections.indexOf(each)] = { ...each, lines: each.lines.filter((line) => !isLoneFigure(line)) };
    }
  }
  return { ...outline, sections };
}

function isLoneFigure(line: Line): boolean {
  return line.row === undefined && /^[\d,.]+$/u.test(proseOf(line).normalize('NFKC'));
}

function countFigures({ lines }: FoundSection): number {
  return tokenise(lines).tokens.filter((token) => token.kind === 'cell' && looksLikeValue(token.text)).length;
}
