/** Drafted sentences: bound figures only, nothing of blank cells, and nothing that the rules about prose object to. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftSentences } from '#core/drafting/draft-sentences.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { valueAt } from '#core/form/edit-cells.ts';
import { formatExact } from '#core/lib/exact.ts';
import { inlinesOfBlock } from '#core/narrative/narrative.ts';
import { plainText } from '#core/narrative/narrative-text.ts';
import type { Filing } from '#core/filing/filing.ts';
import { validate } from '#core/validation/validate.ts';
import { editionIds, shippedEdition } from '../../fixtures/editions.ts';
import { filings } from '../../fixtures/full-filing.ts';
import { publishedReport, unitsOf, valuesOf } from '../../fixtures/published-report.ts';

const unit = { code: '321300', name: '宿迁市', creditCode: null, level: 'prefecture' } as const;

function textsOf(filing: Filing, form: Parameters<typeof draftSentences>[1]): readonly string[] {
  return draftSentences(filing, form).map(({ block }) => plainText(block, (cell) => formatExact(valueAt(filing.cells, cell), '—')));
}

test('the sentences of a published report read as such reports do', () => {
  const edition = shippedEdition('2021');
  const report = publishedReport('suqian-city-2024');
  const filing = { ...newFiling(unit, 2024, edition), cells: valuesOf(report, edition.form), cellUnits: unitsOf(report, edition.form) };
  const [disclosure, applications, remedies] = textsOf(filing, edition.form);
  expect(disclosure).toMatch(/^规章本年制发2件、本年废止1件、现行有效12件；.*；行政事业性收费本年收费金额72,701\.2578万元。$/u);
  expect(applications).toMatch(
    /^2024年，新收政府信息公开申请3,525件，上年结转政府信息公开申请121件。新收申请中，自然人3,440件、商业企业75件、社会公益组织1件、/u,
  );
  expect(applications).toContain('本年度办理完毕3,521件，其中，予以公开1,431件、部分公开471件；不予公开的，属于国家秘密2件、');
  expect(applications).toMatch(/。结转下年度继续办理125件。$/u);
  expect(remedies).toBe(
    '行政复议170件，其中，结果维持88件、结果纠正18件、其他结果28件、尚未审结36件；行政诉讼（未经复议直接起诉）25件，其中，结果维持7件、其他结果11件、尚未审结7件；行政诉讼（复议后起诉）52件，其中，结果维持33件、其他结果6件、尚未审结13件。',
  );
});

describe.each(editionIds)('drafts of edition %s', (id) => {
  const edition = shippedEdition(id);

  test('speak only of cells with figures, each bound, and the rules about figures in prose find nothing amiss', () => {
    fc.assert(
      fc.property(filings(id), (filing) => {
        const drafts = draftSentences(filing, edition.form);
        for (const { block } of drafts) {
          for (const part of inlinesOfBlock(block)) {
            if (part.kind === 'figure') expect(valueAt(filing.cells, part.cell), part.cell).not.toBeNull();
            else expect(part.text.replace(`${String(filing.reportYear)}年`, '')).not.toMatch(/\d/u);
          }
        }
        const narrative = { overview: drafts.map(({ block }) => block) };
        const findings = validate(edition.form, edition.book, subjectOf({ ...filing, narrative }, null));
        const about = findings.filter(({ code, quotation }) => code.startsWith('P-') && quotation !== null);
        expect(about.map(({ code, quotation }) => `${code} ${quotation?.sentence ?? ''}`)).toEqual([]);
      }),
      { numRuns: 20, seed: 7, endOnFailure: true },
    );
  });

  test('are none for a blank report', () => {
    expect(draftSentences(newFiling(unit, id === '2019' ? 2020 : 2025, edition), edition.form)).toEqual([]);
  });

  test('say that there were no cases only where every total is nought', () => {
    const blank = newFiling(unit, id === '2019' ? 2020 : 2025, edition);
    const cells = (value: number) =>
      Object.fromEntries(edition.form.cells.map(({ key, table }) => [key, table.id === 'remedies' ? value : null]));
    expect(textsOf({ ...blank, cells: cells(0) }, edition.form)).toEqual(['本年度没有政府信息公开行政复议、行政诉讼案件。']);
    expect(textsOf({ ...blank, cells: cells(1) }, edition.form).join('')).toContain('行政复议1件，其中，结果维持1件');
  });
});
