/** Cuts a text at its section headings. */
import type { FormEdition } from '../form/edition.ts';
import { findHeadings, sectionPlans, type HeadingMatch, type SectionPlan } from './headings.ts';
import type { Line } from './lines.ts';

export type FoundSection = { readonly plan: SectionPlan; readonly heading: HeadingMatch; readonly lines: readonly Line[] };

export type Outline = {
  /** Title and preamble. */
  readonly before: readonly Line[];
  readonly sections: readonly FoundSection[];
  readonly missing: readonly SectionPlan[];
};

export function outlineOf(lines: readonly Line[], edition: FormEdition): Outline {
  const plans = sectionPlans(edition);
  const headings = findHeadings(lines, edition);
  const sections = headings.flatMap((heading, index): FoundSection[] => {
    const plan = plans[heading.target];
    if (plan === undefined) return [];
    const body = lines.slice(heading.end, headings[index + 1]?.start ?? lines.length);
    const rest = heading.rest === '' ? [] : [{ number: lines[heading.start]?.number ?? 0, raw: heading.rest }];
    return [{ plan, heading, lines: [...rest, ...body] }];
  });
  const found = new Set(sections.map((each) => each.plan.id));
  return {
    before: lines.slice(0, headings[0]?.start ?? lines.length),
    sections,
    missing: plans.filter((plan) => !found.has(plan.id)),
  };
}
