/** A whole section 一 in the style of a city's report, with the figures of 宿迁 2024: nothing is raised, and no slip is missed. */
import { describe, expect, test } from 'vitest';
import { sumExact } from '#core/lib/exact.ts';
import { valueAt } from '#core/form/edit-cells.ts';
import { checkNarrative } from '#core/figures/check-narrative.ts';
import { readFigures } from '#core/figures/read-figures.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import { publishedReport, valuesOf } from '../../fixtures/published-report.ts';
import { formOf, rulesOf } from './harness.ts';

const form = formOf('2021');
const cells = valuesOf(publishedReport('suqian-city-2024'), form);
const rules = rulesOf('2021');
const sum = (...names: readonly string[]) =>
  String(
    sumExact(
      names.map((name) => {
        const cell = form.cells.find(({ key }) => key.endsWith(`.${name}`) || key.endsWith(`.${name}.total`));
        return { coefficient: 1, value: valueAt(cells, cell?.key ?? 'a.b.c') };
      }),
    ),
  );
const withheld = sum(
  ...['stateSecret', 'prohibitedByLaw', 'securityAndStability', 'thirdPartyRights'],
  ...['internalAffairs', 'processInformation', 'enforcementCaseFile', 'administrativeInquiry'],
);
const notProcessed = sum('petitionOrComplaint', 'duplicate', 'publishedMaterial', 'excessiveRepetition', 'reissue');
const otherwise = sum('correctionOverdue', 'feeUnpaid', 'otherReason');

/** Figures in ⟦⟧ are about the tables; the others are not. */
const text = `（一）主动公开。2024年，全市政府门户网站发布信息46106条，总访问量2645.3万人次，开展政策解读215篇。全市制定政府规章⟦${sum('administrativeRule.issued')}⟧部。全市制发行政规范性文件⟦${sum('normativeDocument.issued')}⟧件，废止⟦${sum('normativeDocument.repealed')}⟧件，现行有效⟦${sum('normativeDocument.inForce')}⟧件。作出行政处罚决定⟦${sum('administrativePenalty.decisions')}⟧件。
（二）依申请公开。严格落实《条例》要求，规范登记、审核、办理、答复、归档各环节。2024年，全市共收到政府信息公开申请⟦${sum('receivedThisYear')}⟧件，上年结转⟦${sum('broughtForward')}⟧件；答复⟦${sum('handlingTotal')}⟧件，其中：予以公开⟦${sum('disclosed')}⟧件，占⟦40.6⟧%；部分公开⟦${sum('partiallyDisclosed')}⟧件，占⟦13.4⟧%；不予公开⟦${withheld}⟧件；无法提供⟦${sum('notHeld', 'requiresCreation', 'unclearAfterCorrection')}⟧件；不予处理⟦${notProcessed}⟧件；其他处理⟦${otherwise}⟧件。结转2025年继续办理⟦${sum('carriedForward')}⟧件。从申请主体看，自然人提交政府信息公开申请⟦${sum('receivedThisYear.naturalPerson')}⟧件、法人或其他组织⟦${sum('receivedThisYear.commercialEnterprise', 'receivedThisYear.publicInterestOrganization', 'receivedThisYear.legalServiceInstitution', 'receivedThisYear.other')}⟧件。
（三）监督保障。全年因政府信息公开引发行政复议⟦${sum('reconsideration.total')}⟧件，其中结果维持⟦${sum('reconsideration.upheld')}⟧件、结果纠正⟦${sum('reconsideration.corrected')}⟧件、尚未审结⟦${sum('reconsideration.pending')}⟧件；引发行政诉讼⟦${sum('directLitigation.total', 'litigationAfterReconsideration.total')}⟧件。组织业务培训6期420人次，通报问题23个，办理人大代表建议12件、政协提案31件。`;

const figures = [...text.matchAll(/⟦([\d.]+)⟧/gu)].map((match) => match[1] ?? '');
const written = (change: (figure: string, index: number) => string) => {
  let index = -1;
  return text.replace(/⟦([\d.]+)⟧/gu, (_whole, figure: string) => change(figure, (index += 1)));
};
const orderOf = (prose: string) => ({
  form,
  rules,
  cells,
  narrative: { overview: narrativeFromText(prose) },
  reportYear: 2024,
  unitName: '宿迁市人民政府',
});

test('all its figures about the tables are read and agree, and only those', () => {
  const readings = readFigures(orderOf(written((figure) => figure)));
  expect(readings.map(({ figure }) => figure)).toEqual(figures);
  expect(readings.map(({ verdict }) => verdict)).toEqual(figures.map(() => 'agrees'));
});

describe('one more or one less is noticed', () => {
  test.each(figures.map((figure, index) => [figure, index] as const))('%s', (figure, index) => {
    for (const step of [-1, 1]) {
      const wrong = figure.includes('.') ? (Number(figure) + step).toFixed(1) : String(Number(figure) + step);
      const findings = checkNarrative(orderOf(written((each, at) => (at === index ? wrong : each))));
      expect(findings.map(({ quotation }) => quotation?.words)).toContain(wrong);
    }
  });
});
