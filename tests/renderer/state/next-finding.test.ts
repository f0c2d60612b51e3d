/** F8: where the next finding leads, when it is about several cells. */
import { expect, test } from 'vitest';
import type { CellKey } from '#core/form/cell-key.ts';
import { applyEdits } from '#core/form/edit-cells.ts';
import { validate } from '#core/validation/validate.ts';
import { cellOfFinding, groupGrave, locate, nothingLocated } from '#renderer/state/group-grave.ts';
import { Whereabouts } from '#renderer/state/whereabouts.svelte.ts';
import { soundReport } from '../../fixtures/subjects.ts';

const { edition, subject: sound } = soundReport('2021');
const { form, book } = edition;
const edited = 'applications.disclosed.naturalPerson';
const before = Number(sound.cells[edited]);
const subject = { ...sound, cells: applyEdits(form, sound.cells, [{ cell: edited, value: before * 10 }]) };
const findings = validate(form, book, subject).filter(({ severity }) => severity === 'error');

/** The cell to which F8 leads from a table where no cell has the focus. */
function reached(recent: readonly CellKey[], isLocated: boolean): CellKey | undefined {
  const groups = groupGrave(findings, isLocated ? locate(edition, subject, findings, recent) : nothingLocated);
  const where = new Whereabouts('applications');
  where.goToNext(findings.slice(0, 1), 1, (finding) => cellOfFinding(finding, groups, recent));
  return where.jump?.cell;
}

test('it leads to the first suspect, which is not the first cell of the equation', () => {
  expect(findings[0]?.cells[0]).not.toBe(edited);
  expect(reached([edited], true)).toBe(edited);
});

test('without a suspect it leads to the cell edited last that the finding is about', () => {
  const last = findings[0]?.cells.at(-1) ?? edited;
  expect(last).not.toBe(findings[0]?.cells[0]);
  expect(reached(['proactiveDisclosure.regulation.made', last], false)).toBe(last);
});

test('else it leads to the first cell', () => {
  expect(reached(['proactiveDisclosure.regulation.made'], false)).toBe(findings[0]?.cells[0]);
});

test('findings that lead to one cell are one place', () => {
  const where = new Whereabouts('applications');
  const [finding] = findings;
  if (finding === undefined) throw new Error('nothing was found');
  const elsewhere: CellKey = 'remedies.litigation.upheld';
  const other = { ...finding, cells: [elsewhere] };
  const cellOf = (each: typeof finding) => (each === other ? elsewhere : edited);
  where.goToNext([finding, { ...finding }, other], 1, cellOf);
  where.focus(edited);
  where.goToNext([finding, { ...finding }, other], 1, cellOf);
  expect(where.jump?.cell).toBe(elsewhere);
});
