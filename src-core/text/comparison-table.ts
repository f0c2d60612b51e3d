/** The comparison of units as a table for people: who is in it with every figure, and who is left out and why. */
import type { UnitComparison } from '../consolidation/compare-units.ts';
import type { OpenUnit } from '../consolidation/open-units.ts';
import { cellOf, type Form } from '../form/form.ts';
import { levelNames, type UnitLevel } from '../form/unit-level.ts';
import type { Language } from '../lib/bilingual.ts';
import { consolidationScreenWords as said, openUnitWords } from './screens/consolidation.ts';

/** Those that are in no comparison; the reports of others are doubtful and compared all the same. */
const leftOut: readonly OpenUnit['why'][] = ['missing', 'refused', 'returned', 'held', 'conflict'];

/** What the comparison does not know of units. */
export type UnitFacts = { readonly levels: ReadonlyMap<string, UnitLevel>; readonly open: readonly OpenUnit[] };

/** Headings first, in the language; a blank figure is null. */
export function comparisonTable(
  form: Form,
  { cells, units }: UnitComparison,
  { levels, open }: UnitFacts,
  language: Language,
): readonly (readonly (string | number | null)[])[] {
  const isChinese = language === 'zh';
  const heads = cells.map((key) => cellOf(form, key).row).map(({ path, en }) => (isChinese ? path.join('｜') : en));
  const levelOf = (code: string) => {
    const level = levels.get(code) ?? null;
    return level !== null && isChinese ? levelNames[level] : level;
  };
  const absent = open.filter(({ why }) => leftOut.includes(why));
  return [
    [said.unitCode, said.unit, said.level, said.state].map((head): string => head[language]).concat(heads),
    ...units.map(({ code, name, values }) => [code, name, levelOf(code), said.countedState[language], ...values]),
    ...absent.map(({ code, name, why }) => [code, name, levelOf(code), openUnitWords[why][language], ...cells.map(() => null)]),
  ];
}
