import { describe, expect, test } from 'vitest';
import { unitLevels } from '#core/form/unit-level.ts';
import type { CellValue } from '#core/lib/exact.ts';
import type { Cells } from '#core/form/edit-cells.ts';
import type { Form, FormCell } from '#core/form/form.ts';
import { findingId } from '#core/rules/finding.ts';
import type { FilingSubject } from '#core/rules/subject.ts';
import { validate } from '#core/validation/validate.ts';
import { editionIds, shippedEdition } from '../../fixtures/editions.ts';
import { figuresBefore, soundReport, subjectOfCells } from '../../fixtures/subjects.ts';
import { tableBook } from '../../fixtures/table-book.ts';

const documents = { '2019': '国办公开办函〔2019〕60号', '2021': '国办公开办函〔2021〕30号' };

function fill(form: Form, value: (cell: FormCell, index: number) => CellValue): Cells {
  return Object.fromEntries(form.cells.map((cell, index) => [cell.key, value(cell, index)]));
}

/** Reports in which, taken together, every rule has something to say. */
function spoiltReports(form: Form): readonly Cells[] {
  return [
    fill(form, () => null),
    fill(form, () => '0.5'),
    fill(form, (_cell, index) => -1 - index),
    fill(form, (_cell, index) => index * index),
    fill(form, ({ value }) => ({ count: 60, change: 0, amount: 10_000 })[value]),
    fill(form, ({ table }) => (table.id === 'applications' ? 0 : 5)),
    fill(form, () => 0),
    // columns that agree in all but their first row
    fill(form, ({ row, value }, index) => (row.id === 'receivedThisYear' ? index : value === 'amount' ? 0 : 9)),
    fill(form, ({ computed }) => (computed ? 7 : null)),
    fill(form, ({ computed }) => (computed ? null : 7)),
  ];
}

function spoiltSubjects(form: Form): readonly FilingSubject[] {
  const years = [fill(form, () => 0), fill(form, () => 1), fill(form, (_cell, index) => index + 1)];
  const older = shippedEdition('2019').form;
  const priors = [
    null,
    ...years.map((cells) => figuresBefore(form, cells)),
    figuresBefore(older, {}),
    figuresBefore(
      older,
      fill(older, () => 1),
    ),
  ];
  return spoiltReports(form).flatMap((cells) =>
    priors.flatMap((prior) => unitLevels.map((level) => subjectOfCells(cells, { level, prior }))),
  );
}

describe.each(editionIds)('every rule about the tables of the %s edition', (id) => {
  const { form, book: whole } = shippedEdition(id);
  const book = tableBook(whole);
  const subjects = spoiltSubjects(form);
  const rules = book.rules.map((rule, index) => [`${rule.code} ${rule.kind} (${String(index)})`, rule] as const);

  test.each(rules)('%s cites the notice or the Regulations', (_name, rule) => {
    expect([documents[id], '《政府信息公开条例》'].some((document) => rule.clause.includes(document))).toBe(true);
  });

  test.each(rules)('%s has nothing against a sound report', (_name, rule) => {
    const { subject } = soundReport(id);
    const findings = validate(form, { ...book, rules: [rule] }, subject);
    // All that 其他 asked for was disclosed in Hainan, and what was brought forward was carried forward.
    const known = id === '2019' && rule.code === 'T3-6' ? ['.other', '.other'] : [];
    expect(findings.flatMap((finding) => finding.cells.map((cell) => cell.replace(/^.*(?=\.)/u, '')))).toEqual(
      rule.kind === 'pattern' && rule.pattern.shape === 'singlePart' ? known : [],
    );
  });

  test.each(rules)('%s speaks where it is broken, in both languages and without open places', (_name, rule) => {
    const findings = subjects.flatMap((subject) => validate(form, { ...book, rules: [rule] }, subject));
    const unchecked = 'unchecked' in rule ? rule.unchecked : undefined;
    const own = findings.filter((finding) => finding.message !== unchecked);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((finding) => finding.severity === rule.severity && finding.cells.length > 0)).toBe(true);
    expect(findings.some((finding) => finding.message === unchecked)).toBe(unchecked !== undefined);
    for (const finding of findings) {
      const { code, kind, clause, table } = rule;
      expect(finding).toMatchObject({ code, kind, clause, table, suspects: [] });
      expect(finding.message.zh).toMatch(/\p{Script=Han}/u);
      expect(finding.message.zh).not.toMatch(/[{}]|undefined|null|NaN|\[object|[=\s][，；。、）]|\s$/u);
      expect(finding.message.en).not.toMatch(/[{}]|undefined|null|NaN|\[object|\p{Script=Han}{2}|[=\s][,;.)]|\s$/u);
    }
  });

  test.each(rules)('%s is silent for the levels it is not for', (_name, rule) => {
    const others = unitLevels.filter((level) => rule.levels?.includes(level) === false);
    const strangers = subjects.filter((subject) => others.includes(subject.level));
    expect(strangers.flatMap((subject) => validate(form, { ...book, rules: [rule] }, subject))).toEqual([]);
  });

  test('no two findings of a report have the same name, and all their cells are the form’s', () => {
    for (const subject of subjects) {
      const findings = validate(form, book, subject);
      expect(new Set(findings.map(findingId)).size).toBe(findings.length);
      expect(findings.flatMap((finding) => finding.cells).filter((cell) => !form.cellByKey.has(cell))).toEqual([]);
    }
  });
});
