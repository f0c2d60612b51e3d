/** A contradiction between prose and tables as a finding: a warning with the sentence, the figure and the cells. */
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import { compareExact, formatExact, sumExact } from '../lib/exact.ts';
import type { Finding } from '../rules/finding.ts';
import type { Place, Reading } from './reading.ts';

/** A finding with where it stands in the prose. `left` is the figure in the prose, `right` what it should be. */
export type NarrativeFinding = Omit<Finding, 'kind'> & {
  readonly kind: 'narrativeFigure';
  readonly place: Place;
  readonly sentence: string;
  readonly figure: string;
};

export function narrativeFinding(reading: Reading): NarrativeFinding {
  const { rule, left, right } = reading;
  const difference = sumExact([
    { coefficient: 1, value: left },
    { coefficient: -1, value: right },
  ]);
  const narrower = reading.verdict === 'narrower' && 'scope' in rule ? rule.scope : undefined;
  const template: Bilingual = narrower?.message ?? rule.message;
  const words = (language: Language): string =>
    fillPlaces(template[language], {
      sentence: reading.quote,
      figure: reading.figure,
      name: reading.name[language],
      stated: formatExact(left),
      value: formatExact(right),
      others: [...new Set(reading.others.map((value) => formatExact(value)))].join(language === 'zh' ? '、' : ', '),
      difference: formatExact(difference),
    });
  return {
    code: rule.code,
    kind: rule.kind,
    severity: narrower === undefined ? rule.severity : 'hint',
    clause: rule.clause,
    table: rule.table,
    cells: reading.cells,
    relation: rule.reads === 'parts' && compareExact(left ?? 0, right ?? 0) > 0 ? '<=' : '=',
    leftOperands: [],
    rightOperands: reading.operands,
    left,
    right,
    difference,
    message: { zh: words('zh'), en: words('en') },
    suspects: [],
    place: reading.place,
    sentence: reading.sentence,
    figure: reading.figure,
  };
}

/** Names a finding from one check to the next: the rule, its cells and the sentence, wherever the sentence has moved to. */
export function narrativeFindingId(finding: Pick<NarrativeFinding, 'code' | 'kind' | 'table' | 'cells' | 'place' | 'sentence'>): string {
  return [finding.code, finding.kind, finding.table, ...finding.cells, finding.place.section, finding.sentence].join(' ');
}
