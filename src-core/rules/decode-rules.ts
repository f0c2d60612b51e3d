/** Decodes a rule book for an edition: unknown kinds, missing clauses and dangling cells are refused with their place. */
import { canonicalJson } from '../lib/canonical-json.ts';
import { decode } from '../lib/decode.ts';
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import type { FormEdition } from '../form/edition.ts';
import { unitLevels } from '../form/unit-level.ts';
import type { Rule, RuleBook } from './rule.ts';
import { findAcrossUnitsFault } from './across-units-faults.ts';
import { findFault } from './rule-faults.ts';
import { ruleBookSchema } from './rule-schema.ts';

/** Decodes the JSON value of `rules.json` against its edition; `file` names it in problems. */
export function decodeRules(input: unknown, edition: FormEdition, file: string): Outcome<RuleBook> {
  const decoded = decode(ruleBookSchema, input, 'edition/malformed', { file });
  if (!decoded.ok) return decoded;
  const book = decoded.value;
  const inconsistent = (place: string, reason: string) => fail(problem('edition/inconsistent', { file, place, reason }));
  if (book.edition !== edition.id) return inconsistent('edition', `the rules are for edition ${book.edition}, not ${edition.id}`);
  const known = new Map<string, number[]>();
  for (const [index, rule] of book.rules.entries()) {
    const place = nameOf(book, index);
    const reason = findFault(rule, edition);
    if (reason !== null) return inconsistent(place, reason);
    const alike = known.get(whatIsAsked(rule)) ?? [];
    const twin = alike.find((each) => haveLevelInCommon(rule, book.rules[each]));
    if (twin !== undefined) return inconsistent(place, `it asks the same as ${nameOf(book, twin)}`);
    known.set(whatIsAsked(rule), [...alike, index]);
  }
  for (const [index, rule] of (book.acrossUnits ?? []).entries()) {
    const reason = findAcrossUnitsFault(rule, edition);
    if (reason !== null) return inconsistent(`acrossUnits.${String(index)} (${rule.code})`, reason);
  }
  return ok(book);
}

function nameOf(book: RuleBook, index: number): string {
  return `rules.${String(index)} (${book.rules[index]?.code ?? ''})`;
}

/** The rule without its name, its weight and its words. */
function whatIsAsked(rule: Rule): string {
  const said = { code: null, severity: null, clause: null, message: null, unchecked: null, levels: null };
  return canonicalJson({ ...rule, ...said });
}

function haveLevelInCommon(one: Rule, other: Rule | undefined): boolean {
  const levels = one.levels ?? unitLevels;
  return levels.some((level) => (other?.levels ?? unitLevels).includes(level));
}
