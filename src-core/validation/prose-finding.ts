/** A finding about the prose: a section, and perhaps words of it; or words of the title, with no section. */
import type { Finding, Quotation } from '../rules/finding.ts';
import { makeFinding, type Places } from '../rules/make-finding.ts';
import type { AcrossUnitsRule, Rule } from '../rules/rule.ts';

export type ProsePlace = { readonly section: string | null; readonly quotation: Quotation | null };

export function proseFinding(rule: Rule | AcrossUnitsRule, { section, quotation }: ProsePlace, places: Places): Finding {
  return { ...makeFinding(rule, [], places), section, quotation };
}
