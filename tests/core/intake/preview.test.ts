/** What an intake would change, shown as a value, and what is taken of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPreview, carefulChoice, chosenCells, takings, type PreviewChoice } from '#core/intake/preview/apply-preview.ts';
import { previewCarryOver } from '#core/intake/preview/preview-carry-over.ts';
import { previewIntake } from '#core/intake/preview/preview.ts';
import { intakeText } from '#core/intake/intake-text.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { applyEdits } from '#core/form/edit-cells.ts';
import type { Filing } from '#core/filing/filing.ts';
import { carryOver } from '#core/rules/carry-over.ts';
import type { PriorYear } from '#core/rules/subject.ts';
import { seedText, shippedEdition } from '../../fixtures/editions.ts';
import { publishedReport, valuesOf } from '../../fixtures/published-report.ts';

const edition = shippedEdition('2019');
const { form } = edition;
const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;
const blank = newFiling(unit, 2020, edition);
const source = { file: '海南.txt', sha256: 'ab'.repeat(32) };
const license = 'proactiveDisclosure.administrativeLicense.previousItems';
const natural = 'applications.disclosed.naturalPerson';
const total = 'applications.disclosed.total';

function read(text = seedText()) {
  const intake = intakeText({ text, edition, unit, reportYear: 2020, fileName: source.file });
  if (!intake.ok) throw new Error(intake.problem.code);
  return intake.value;
}

const withValues = (edits: Readonly<Record<string, number>>): Filing => ({
  ...blank,
  cells: applyEdits(
    form,
    blank.cells,
    Object.entries(edits).map(([cell, value]) => ({ cell: cell as never, value })),
  ),
});
const all = (taking: (typeof takings)[number]): Record<string, (typeof takings)[number]> =>
  Object.fromEntries(form.edition.tables.map((table) => [table.id, taking]));

describe('the preview', () => {
  test('of a blank filing is new in every cell, and taking all of it gives the filing of the intake', () => {
    const intake = read();
    const preview = previewIntake(form, blank, intake, source);
    expect(preview.tables.flatMap((table) => table.cells.map((cell) => cell.kind))).toEqual(new Array(198).fill('new'));
    const choice: PreviewChoice = { tables: all('all'), sections: preview.sections.map((each) => each.section) };
    const { filing } = applyPreview(form, { filing: blank, pending: {} }, preview, choice);
    expect({ ...filing, title: intake.filing.title }).toEqual(intake.filing);
  });

  test('names conflicts with both values, and equal cells as the same', () => {
    const filing = withValues({ [license]: 842, 'proactiveDisclosure.administrativeLicense.change': 76 });
    const [table] = previewIntake(form, filing, read(), source).tables;
    const kinds = Object.fromEntries((table?.cells ?? []).map(({ cell, kind, from, to }) => [cell, [kind, from, to]]));
    expect(kinds[license]).toEqual(['conflict', 842, 841]);
    expect(kinds['proactiveDisclosure.administrativeLicense.change']).toEqual(['same', 76, 76]);
  });

  test('a value of the filing stays where the source is blank, and that is named', () => {
    const intake = read(seedText().replace('\t841\n', '\t—\n'));
    const [table] = previewIntake(form, withValues({ [license]: 842 }), intake, source).tables;
    expect(table?.kept).toEqual([license]);
    expect(table?.cells.some(({ cell }) => cell === license)).toBe(false);
  });

  test('keeps stated totals that differ, what was not understood and what was not found with their table', () => {
    const intake = read(seedText().replace('\t2,864\n', '\t2,865\n').replace('\t841\n', '\t84l\n'));
    const [first, second] = previewIntake(form, blank, intake, source).tables;
    expect(first?.notUnderstood.map((each) => each.text)).toEqual(['84l']);
    expect(first?.notFound).toEqual([license]);
    expect(second?.statedTotals.map(({ stated, computed }) => [stated, computed])).toEqual([[2865, 2864]]);
  });
});

describe('what is chosen', () => {
  test('blanks only: what stands stays, and totals go with the figures that stand', () => {
    const filing = withValues({ [natural]: 1 });
    const preview = previewIntake(form, filing, read(), source);
    const applied = applyPreview(form, { filing, pending: {} }, preview, carefulChoice(preview)).filing;
    expect(applied.cells[natural]).toBe(1);
    const row = form.cells.filter((cell) => cell.row.id === 'disclosed' && cell.table.id === 'applications' && !cell.computed);
    const sum = row.reduce((all, cell) => all + Number(applied.cells[cell.key] ?? 0), 0);
    expect(applied.cells[total]).toBe(sum);
  });

  test('a table that was not chosen is left as it is', () => {
    const preview = previewIntake(form, blank, read(), source);
    const choice: PreviewChoice = { tables: { ...all('none'), remedies: 'all' }, sections: [] };
    const { filing } = applyPreview(form, { filing: blank, pending: {} }, preview, choice);
    const changed = form.cells.filter(({ key }) => filing.cells[key] !== null).map((cell) => cell.table.id);
    expect(new Set(changed)).toEqual(new Set(['remedies']));
    expect(filing.narrative).toEqual(blank.narrative);
  });

  test('typed text that is no value gives way where a value is taken, and only there', () => {
    const preview = previewIntake(form, blank, read(), source);
    const pending = { [natural]: '约五', [license]: '八百' };
    const applied = applyPreview(form, { filing: blank, pending }, preview, {
      tables: { ...all('none'), applications: 'all' },
      sections: [],
    });
    expect(applied.pending).toEqual({ [license]: '八百' });
  });

  test('whatever is chosen, no value turns blank and cells outside the choice keep theirs', () => {
    const intake = read();
    const entered = form.cells.filter((cell) => !cell.computed && cell.value === 'count');
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...entered.map((cell) => cell.key)), fc.nat(5000), { maxKeys: 30 }),
        fc.array(fc.constantFrom(...takings), { minLength: 3, maxLength: 3 }),
        (edits, chosen) => {
          const filing = withValues(edits);
          const preview = previewIntake(form, filing, intake, source);
          const tables = Object.fromEntries(form.edition.tables.map((table, index) => [table.id, chosen[index] ?? 'none']));
          const applied = applyPreview(form, { filing, pending: {} }, preview, { tables, sections: [] }).filing;
          const taken = new Map(chosenCells(form, preview, { tables, sections: [] }).map(({ cell, to }) => [cell, to]));
          for (const { key, computed } of form.cells) {
            if (filing.cells[key] !== null) expect(applied.cells[key]).not.toBeNull();
            if (taken.has(key)) expect(applied.cells[key]).toEqual(taken.get(key));
            else if (!computed) expect(applied.cells[key]).toEqual(filing.cells[key]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the carry-over', () => {
  const next = shippedEdition('2021');
  const prior2020 = { form, cells: valuesOf(publishedReport('hainan-province-2020'), form) };
  const filing2021 = newFiling(unit, 2021, next);
  const tell = ({ cells, cellUnits }: Filing, prior: PriorYear) => carryOver(next, { cells, cellUnits, level: 'province', prior });

  test('2020 → 2021: 上年结转 comes from 结转下年度 of the other edition, documents in force cannot be carried', () => {
    const { carried, notCarried } = tell(filing2021, prior2020);
    expect(carried.map(({ cell, value, rule }) => [cell, value, rule])).toEqual(
      [
        'naturalPerson',
        'commercialEnterprise',
        'researchInstitution',
        'publicInterestOrganization',
        'legalServiceInstitution',
        'other',
      ].map((column) => [`applications.broughtForward.${column}`, prior2020.cells[`applications.carriedForward.${column}`], 'Y-1']),
    );
    expect(notCarried.map(({ cell, why }) => [cell, why])).toEqual([
      ['proactiveDisclosure.administrativeRule.inForce', 'not-in-last-years-form'],
      ['proactiveDisclosure.normativeDocument.inForce', 'not-in-last-years-form'],
    ]);
  });

  test('2023 → 2024: documents in force follow once this year’s are entered, as 宿迁市 has printed them', () => {
    const filing = {
      ...newFiling({ ...unit, name: '宿迁市' }, 2024, next),
      cells: valuesOf(publishedReport('suqian-city-2024'), next.form),
    };
    const prior = { form: next.form, cells: valuesOf(publishedReport('suqian-city-2023'), next.form) };
    const carried = tell(filing, prior);
    expect(carried.notCarried).toEqual([]);
    const preview = previewCarryOver(next.form, filing, carried, source);
    expect(preview.tables.flatMap((table) => table.cells.map((cell) => cell.kind))).toEqual(new Array(8).fill('same'));
    const empty = tell(newFiling(unit, 2024, next), prior);
    expect(empty.notCarried.map(({ why }) => why)).toEqual(['blank-this-year', 'blank-this-year']);
  });

  test('a figure that last year left blank is not taken for nought', () => {
    const cells = { ...prior2020.cells, 'applications.carriedForward.naturalPerson': null };
    const { notCarried } = tell(filing2021, { form, cells });
    expect(notCarried).toContainEqual({
      cell: 'applications.broughtForward.naturalPerson',
      rule: 'Y-1',
      why: 'blank-last-year',
      needs: ['applications.carriedForward.naturalPerson'],
    });
  });
});
