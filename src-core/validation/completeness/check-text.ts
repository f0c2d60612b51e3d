/** A section has text. */
import type { Form } from '../../form/form.ts';
import type { SectionTextRule } from '../../rules/completeness-rule.ts';
import type { Finding } from '../../rules/finding.ts';
import { blocksOf, type Prose } from '../prose.ts';
import { proseFinding } from '../prose-finding.ts';
import { plainOf, saysNothing } from './plain-words.ts';

export function checkText(form: Form, rule: SectionTextRule, prose: Prose): readonly Finding[] {
  const blocks = blocksOf(prose, rule.section);
  const plain = plainOf(blocks, rule.minimum);
  const count = saysNothing(plain, rule.nothing) ? 0 : plain.length;
  if (count >= rule.minimum) return [];
  const section = form.edition.sections.find((each) => each.id === rule.section) ?? form.edition.preamble;
  const rest = { count, minimum: rule.minimum };
  const zh = { section: 'heading' in section ? section.heading : section.zh, ...rest };
  return [proseFinding(rule, { section: rule.section, quotation: null }, { zh, en: { section: section.en, ...rest } })];
}
