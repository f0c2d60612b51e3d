/** A contradiction between prose and tables as a finding: a warning with the sentence, the figure and the cells. */
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import { compareExact, formatExact, sumExact } from '../lib/exact.ts';
import type { Finding, Quotation } from '../rules/finding.ts';
import type { Reading } from './reading.ts';

/** `left` is the figure in the prose, `right` what it should be. */
export function narrativeFinding(reading: Reading): Finding {
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
    section: reading.place.section,
    quotation: quotationOf(reading),
    cells: reading.cells,
    relation: rule.reads === 'parts' && compareExact(left ?? 0, right ?? 0) > 0 ? '<=' : '=',
    leftOperands: [],
    rightOperands: reading.operands,
    left,
    right,
    difference,
    message: { zh: words('zh'), en: words('en') },
    suspects: [],
  };
}

function quotationOf({ place, sentence, figure, against }: Reading): Quotation {
  const { block, start, end } = place;
  const quotation = { block, start, end, sentence, words: figure };
  return against === null ? quotation : { ...quotation, against };
}
