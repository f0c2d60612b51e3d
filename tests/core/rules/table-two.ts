/** Table 二 of a sound report in an edition, and what rules say of it once it is changed. */
import { validate } from '#core/validation/validate.ts';
import type { FilingSubject } from '#core/rules/subject.ts';
import type { EditionId } from '../../fixtures/editions.ts';
import { soundReport, withCells, type Changes } from '../../fixtures/subjects.ts';
import { tableBook } from '../../fixtures/table-book.ts';

export function tableTwo(id: EditionId) {
  const { edition, subject } = soundReport(id);
  const { form } = edition;
  const book = tableBook(edition.book);
  const cells = form.cells.filter((cell) => cell.table.id === 'proactiveDisclosure');
  const found = (code: string, of: FilingSubject) => validate(form, book, of).filter((finding) => finding.code === code);
  const changed = (code: string, changes: Changes) => found(code, withCells(subject, changes));
  return { cells, subject, found, changed };
}
