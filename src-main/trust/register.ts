/** Registers whom this office trusts, and ends it again: each with who and when, in the table and in the journal. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { TrustEnding } from '#core/bundle/trust-terms.ts';
import { insertTrustEnd, insertTrustEntry, trustEntriesOf, type TrustEntry } from '../store/trust-entries.ts';
import type { Note } from '../store/room-tables.ts';
import type { Reader, Writer } from '../store/sql-engine.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Offered } from './read-trust-file.ts';
import { decodeRevocationList } from '../signing/revocation-list.ts';
import { listOf } from './trust-store-of.ts';

type By = { readonly officer: string; readonly note: string };
type Room = Pick<Workspace, 'tables'>;

/**
 * All of what a file offered, or none of it. What is registered already is passed over; trust/known where nothing is left,
 * trust/revoked-before { unit, from }, trust/older-list { number, current }.
 */
export async function register({ tables }: Room, offered: readonly Offered[], by: By): Promise<Outcome<number>> {
  const changed = await tables.change((writer, at, note) => {
    const added = registerAll(writer, offered, by, { at, note, newId: tables.newId });
    if (added.ok && added.value === 0) return fail(problem('trust/known', { unit: offered[0]?.unitName ?? '' }));
    return added;
  });
  return changed.ok ? ok(changed.value.value) : changed;
}

type Moment = { readonly at: string; readonly note: Note; readonly newId: () => string };

/** The same within a transaction of something larger. */
export function registerAll(writer: Writer, offered: readonly Offered[], by: By, moment: Moment): Outcome<number> {
  let count = 0;
  for (const each of offered) {
    const added = registerOne(writer, each, by, moment);
    if (!added.ok) return added;
    if (added.value) count += 1;
  }
  return ok(count);
}

function registerOne(writer: Writer, offered: Offered, { officer, note: words }: By, { at, note, newId }: Moment): Outcome<boolean> {
  const { kind, unitCode, unitName, fingerprint, content, revokedFrom } = offered;
  const entries = trustEntriesOf(writer);
  const same = entries.filter((each) => each.fingerprint === fingerprint);
  if (same.some(({ end }) => end === null)) return ok(false);
  const revoked = same.find(({ end }) => end?.kind === 'revoked')?.end;
  if (revoked !== undefined && revoked !== null) return fail(problem('trust/revoked-before', { unit: unitName, from: revoked.from }));
  const id = newId();
  if (kind === 'list') {
    const replaced = replaceLists(writer, entries, offered, { officer, at });
    if (!replaced.ok) return replaced;
  }
  insertTrustEntry(writer, { id, kind, unitCode, unitName, fingerprint, content, note: words, addedAt: at, addedBy: officer });
  note(null, { actor: officer, action: 'trust/add', detail: { kind, unitCode, unitName, fingerprint } });
  if (revokedFrom !== null) {
    insertTrustEnd(writer, id, { kind: 'revoked', from: revokedFrom, reason: words, endedAt: at, endedBy: officer });
    note(null, { actor: officer, action: 'trust/end', detail: { kind: 'revoked', fingerprint, from: revokedFrom } });
  }
  return ok(true);
}

/** The lists of the same authority give way; an older one than they are is refused: it would forget revocations. */
function replaceLists(
  writer: Writer,
  entries: readonly TrustEntry[],
  { list, content }: Offered,
  { officer, at }: { readonly officer: string; readonly at: string },
): Outcome<null> {
  const number = list?.number ?? 0;
  const issuer = content === null ? null : decodeRevocationList(content)?.issuer;
  const before = entries.filter((each) => each.kind === 'list' && each.end === null && listOf(each).issuer === issuer);
  const newest = Math.max(...before.map((each) => listOf(each).number), 0);
  if (before.length > 0 && number < newest) return fail(problem('trust/older-list', { number, current: newest }));
  for (const each of before) {
    insertTrustEnd(writer, each.id, { kind: 'replaced', from: at, reason: '', endedAt: at, endedBy: officer });
  }
  return ok(null);
}

export type EndOrder = {
  readonly id: string;
  readonly kind: Exclude<TrustEnding, 'replaced'>;
  /** ISO 8601; null for now. */
  readonly from: string | null;
  readonly reason: string;
  readonly officer: string;
};

/** trust/no-entry for what is not there, or has ended. */
export async function endTrust({ tables }: Room, { id, kind, from, reason, officer }: EndOrder): Promise<Outcome<null>> {
  const changed = await tables.change((writer, at, note) => {
    const entry = activeEntry(writer, id);
    if (entry === null) return fail(problem('trust/no-entry'));
    insertTrustEnd(writer, id, { kind, from: from ?? at, reason, endedAt: at, endedBy: officer });
    const { unitCode, unitName, fingerprint } = entry;
    note(null, { actor: officer, action: 'trust/end', detail: { kind, unitCode, unitName, fingerprint, from: from ?? at, reason } });
    return ok(null);
  });
  return changed.ok ? ok(null) : changed;
}

function activeEntry(reader: Reader, id: string): TrustEntry | null {
  return trustEntriesOf(reader).find((each) => each.id === id && each.end === null) ?? null;
}
