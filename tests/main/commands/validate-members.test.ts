/** What `validate FILE --prior FILE` prints with `--json`: the members that contracts.md 2 promises to machines, and the suspects of a wrong cell. */
import { expect, test } from 'vitest';
import type { Filing } from '#core/filing/filing.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { validateCommand } from '#main/commands/validate.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { agreeingYearBefore, publishedSubject } from '../../fixtures/subjects.ts';
import { filingFile, runHere } from './run-here.ts';

const edition = shippedEdition('2021');
const { cells } = publishedSubject('suqian-city-2023').subject;
const unit = { code: '321300', name: '宿迁市', creditCode: null, level: 'prefecture' } as const;
const wrongCell = 'applications.disclosed.naturalPerson';
const right = Number(cells[wrongCell]);

function filingOf(reportYear: number, changes: Partial<Filing>): string {
  return filingFile(`宿迁市-${String(reportYear)}`, { ...newFiling(unit, reportYear, edition), ...changes });
}

test('every finding has them, and the cell that was mistyped tenfold is the first suspect with its value', async () => {
  const prior = filingOf(2022, { cells: agreeingYearBefore(edition.form, cells) });
  const ran = await runHere(validateCommand, [filingOf(2023, { cells: { ...cells, [wrongCell]: right * 10 } }), '--prior', prior]);
  if (!ran.ok) throw new Error(JSON.stringify(ran.problem));
  expect(ran.value.exit).toBe(1);
  const findings = JSON.parse(JSON.stringify(ran.value.data)) as readonly Record<string, unknown>[];
  for (const finding of findings) {
    expect(finding).toMatchObject({
      code: expect.any(String),
      severity: expect.stringMatching(/^(?:error|warning|hint)$/u),
      clause: expect.any(String),
      cells: expect.any(Array),
      message: expect.any(String),
      suspects: expect.any(Array),
    });
    expect(Object.keys(finding)).toEqual(expect.arrayContaining(['table', 'left', 'right', 'difference']));
  }
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors.length).toBeGreaterThan(0);
  for (const { suspects } of errors) expect(suspects).toMatchObject([{ cell: wrongCell, value: right }]);
});
