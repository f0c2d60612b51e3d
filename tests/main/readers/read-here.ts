/** Reads a file in the test itself, without the thread, as the commands would. */
import type { Intake } from '#core/intake/intake-lines.ts';
import { intakeDocument } from '#core/intake/intake-document.ts';
import { intakeText } from '#core/intake/intake-text.ts';
import type { Form } from '#core/form/form.ts';
import { sameValue, type CellValue } from '#core/lib/exact.ts';
import type { Outcome } from '#core/lib/outcome.ts';
import { editionById } from '#core/rules/loaded-edition.ts';
import { parseDocument } from '#main/readers/parse-document.ts';
import { editionIds, shippedEdition, type EditionId } from '../../fixtures/editions.ts';

export const editions = editionIds.map((id) => shippedEdition(id));

export type Asked = { readonly edition: EditionId; readonly name: string; readonly year: number };

export async function readHere(
  bytes: Uint8Array | string,
  extension: string,
  { edition: id, name, year }: Asked,
): Promise<Outcome<Intake>> {
  const edition = editionById(editions, id);
  if (!edition.ok) throw new Error(`no edition ${id}`);
  const fileName = `report${extension}`;
  const parsed = await parseDocument({ bytes: Buffer.from(bytes), fileName, extension });
  if (!parsed.ok) return parsed;
  const unit = { code: '1', name, creditCode: null, level: 'county' } as const;
  const order = { edition: edition.value, editions, unit, reportYear: year, fileName };
  if (parsed.value.kind === 'text') return intakeText({ ...order, text: parsed.value.text });
  return intakeDocument(parsed.value.document, order);
}

export async function takeHere(bytes: Uint8Array | string, extension: string, asked: Asked): Promise<Intake> {
  const read = await readHere(bytes, extension, asked);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

/** The cells whose values differ, as `key: expected ≠ found`. */
export function differences(intake: Intake, expected: Readonly<Record<string, CellValue>>, form: Form): readonly string[] {
  return form.cells.flatMap(({ key }) => {
    const [one, other] = [expected[key] ?? null, intake.filing.cells[key] ?? null];
    return sameValue(one, other) ? [] : [`${key}: ${String(one)} ≠ ${String(other)}`];
  });
}
