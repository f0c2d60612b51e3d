import { describe, expect, test } from 'vitest';
import type { Form } from '#core/form/form.ts';
import { intakeText, type Intake } from '#core/intake/intake-text.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { edition2019, secondEdition, seedText } from '../../fixtures/editions.ts';
import { layouts, publishedReport, renderPublished, valuesOf } from '../../fixtures/published-report.ts';

const edition = edition2019();
const { form } = edition;
const hainan = publishedReport('hainan-province-2020');
const shanghai = publishedReport('shanghai-govoffice-2019');

function take(text: string, reportYear = 2020, name = '海南省', by: LoadedEdition = edition): Intake {
  const unit = { code: '460000', name, creditCode: null, level: 'province' } as const;
  const taken = intakeText({ text, edition: by, unit, reportYear, fileName: 'report.txt' });
  if (!taken.ok) throw new Error(JSON.stringify(taken.problem));
  return taken.value;
}

function expectComplete(intake: Intake, by: Form = form): void {
  const { found, expected, notFound, notUnderstood } = intake.report;
  expect({ found, expected, notFound, notUnderstood }).toEqual({
    found: by.cells.length,
    expected: by.cells.length,
    notFound: [],
    notUnderstood: [],
  });
}

describe('the seed, the report of Hainan province for 2020', () => {
  const intake = take(seedText());

  test('all 198 figures come back exactly', () => {
    expect(intake.filing.cells).toEqual(valuesOf(hainan, form));
    expectComplete(intake);
    expect(intake.report.statedTotals).toEqual([]);
    expect(intake.report.notes).toEqual([]);
  });

  test('the unit in 采购总金额（万元） is kept and the amount stays as it was printed', () => {
    expect(intake.filing.cellUnits).toEqual({ 'proactiveDisclosure.centralizedProcurement.procurementAmount': '万元' });
    expect(intake.filing.cells['proactiveDisclosure.centralizedProcurement.procurementAmount']).toBe('866534.00');
  });

  test('title and narrative are the report’s words, run-in headings stay in their paragraphs', () => {
    expect(intake.filing.title).toBe('海南省2020年政府信息公开工作年度报告');
    const { narrative } = intake.filing;
    expect(Object.keys(narrative)).toEqual(['preamble', 'overview', 'problems', 'otherMatters']);
    expect(narrative['overview']?.map((block) => block.kind)).toEqual(new Array(6).fill('paragraph'));
    expect(narrative['otherMatters']).toEqual([{ kind: 'paragraph', content: [{ kind: 'text', text: '无。' }] }]);
    const words = JSON.stringify(narrative);
    for (const line of seedText().split('\n'))
      if (line.trim().length > 60) expect(words).toContain(JSON.stringify(line.trim()).slice(1, -1));
  });
});

describe.each(Object.entries(layouts))('a report with %s', (_name, layout) => {
  test('gives back every figure of Hainan 2020', () => {
    const intake = take(renderPublished(hainan, form, layout));
    expectComplete(intake);
    expect(intake.filing.cells).toEqual(valuesOf(hainan, form));
    expect(Object.values(intake.filing.cellUnits)).toEqual(['万元']);
  });

  test('gives back every figure of 上海市政府办公厅 2019, blanks staying blank', () => {
    const intake = take(renderPublished(shanghai, form, layout), 2019, '上海市人民政府办公厅');
    expectComplete(intake);
    expect(intake.filing.cells).toEqual(valuesOf(shanghai, form));
    expect(Object.values(intake.filing.cellUnits)).toEqual(['元']);
  });

  test('gives back every figure of 宿迁市 2024, read with another edition', () => {
    const second = secondEdition();
    const suqian = publishedReport('suqian-city-2024');
    const intake = take(renderPublished(suqian, second.form, layout), 2024, '宿迁市', second);
    expectComplete(intake, second.form);
    expect(intake.filing.cells).toEqual(valuesOf(suqian, second.form));
  });
});
