/** An edition with its rules, ready for use, and the digest that pins both in every filing made with them. */
import { canonicalJson } from '../lib/canonical-json.ts';
import type { DigestText } from '../lib/digest.ts';
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import { decodeEdition } from '../form/decode-edition.ts';
import { coversYear, openForm, type Form } from '../form/form.ts';
import { decodeRules } from './decode-rules.ts';
import type { RuleBook } from './rule.ts';

export type LoadedEdition = { readonly id: string; readonly digest: string; readonly form: Form; readonly book: RuleBook };

/** Edition and rules as parsed JSON, with the names that problems should give. */
export type EditionFiles = { readonly edition: unknown; readonly rules: unknown; readonly editionFile: string; readonly rulesFile: string };

/** The digest is SHA-256 over the canonical JSON of `{ edition, rules }` as they stand in their files (contracts.md 1). */
export function loadEdition(files: EditionFiles, digest: DigestText): Outcome<LoadedEdition> {
  const edition = decodeEdition(files.edition, files.editionFile);
  if (!edition.ok) return edition;
  const book = decodeRules(files.rules, edition.value, files.rulesFile);
  if (!book.ok) return book;
  return ok({
    id: edition.value.id,
    digest: digest(canonicalJson({ edition: files.edition, rules: files.rules })),
    form: openForm(edition.value),
    book: book.value,
  });
}

export function editionById(editions: readonly LoadedEdition[], id: string): Outcome<LoadedEdition> {
  const found = editions.find((each) => each.id === id);
  return found === undefined ? fail(problem('edition/unknown', { edition: id, known: knownIds(editions) })) : ok(found);
}

/** The edition that a filing was made with, down to its rules; null where it is not here. */
export function editionByPin(
  editions: readonly LoadedEdition[],
  { id, digest }: Pick<LoadedEdition, 'id' | 'digest'>,
): LoadedEdition | null {
  return editions.find((each) => each.id === id && each.digest === digest) ?? null;
}

/** The edition for a report year, or the one asked for, which must cover the year. */
export function editionForYear(editions: readonly LoadedEdition[], year: number, id?: string): Outcome<LoadedEdition> {
  if (id === undefined) {
    const found = editions.find((each) => coversYear(each.form.edition, year));
    return found === undefined ? fail(problem('edition/none-for-year', { year, known: knownIds(editions) })) : ok(found);
  }
  const asked = editionById(editions, id);
  if (!asked.ok || coversYear(asked.value.form.edition, year)) return asked;
  return fail(problem('edition/wrong-for-year', { year, edition: id, years: yearsOf(asked.value) }));
}

function yearsOf(edition: LoadedEdition): string {
  const { from, to } = edition.form.edition.reportYears;
  return to === null ? `${String(from)}–` : `${String(from)}–${String(to)}`;
}

function knownIds(editions: readonly LoadedEdition[]): string {
  return editions.map((each) => `${each.id} (${yearsOf(each)})`).join(', ');
}
