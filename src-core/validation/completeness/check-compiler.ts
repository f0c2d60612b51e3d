/** Another unit's name where the report says who made it, or whom to ask: 「本报告由XX局编制」, 「请与XX局联系」. */
import type { CompilerRule } from '../../rules/completeness-rule.ts';
import type { Finding } from '../../rules/finding.ts';
import type { FilingSubject } from '../../rules/subject.ts';
import { once } from '../memory.ts';
import { blocksOf, type Prose } from '../prose.ts';
import { alike, findSlips, type Slip } from '../slips.ts';
import { anyOf, matchesIn } from '../word-pattern.ts';
import { mayBeSameUnit } from './unit-names.ts';

export function checkCompiler(rule: CompilerRule, prose: Prose, { unitName }: FilingSubject): readonly Finding[] {
  const patterns = patternsOf(rule);
  return rule.sections.flatMap((section) => findSlips(rule, blocksOf(prose, section), (text) => readNames(text, patterns, unitName)));
}

type Patterns = { readonly frames: readonly RegExp[]; readonly unit: RegExp };

/** A full name is four letters at least (某县某局); what comes behind its end (办公室) is a part of the unit. */
const patternsOf = once(({ frames, ends, starts }: CompilerRule): Patterns => ({
  frames: frames.map(
    ({ before, after }) => new RegExp(`(${anyOf(before)})([^,。;:()《》“”]{4,40}?)(?:\\([^()]{0,120}\\))?${anyOf(after)}`, 'gu'),
  ),
  unit: new RegExp(`^(?!${anyOf(starts)}).{3,}${anyOf(ends)}`, 'u'),
}));

function readNames(text: string, { frames, unit }: Patterns, unitName: string): readonly Slip[] {
  return frames.flatMap((frame) =>
    matchesIn(text, frame).flatMap((found): readonly Slip[] => {
      const [, before = '', named = ''] = found;
      const name = unit.exec(named)?.[0];
      if (name === undefined || mayBeSameUnit(name, unitName)) return [];
      const start = found.index + before.length;
      return [{ range: { start, end: start + name.length }, places: alike({ unit: unitName }) }];
    }),
  );
}
