/** Changes of filings: what is checked, written and entered in the journal together. */
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { SaveState } from '#core/ipc/views.ts';
import { findFiling, findFilingOf, insertFiling, replaceFiling } from './filings.ts';
import { appendEntries } from './journal.ts';
import { replacePending } from './pending-texts.ts';
import type { DecodeDocument } from './read-filings.ts';
import type { Reader, Writer } from './sql-engine.ts';
import { insertSubmission } from './submissions.ts';
import type { Workspace } from './workspace.ts';

type Changing = {
  /** Runs a transaction at a time (ISO 8601) and saves. */
  readonly change: <T>(work: (writer: Writer, at: string) => Outcome<T>) => Outcome<T>;
  readonly saveState: () => SaveState;
  readonly randomUuid: () => string;
  readonly decodeDocument: DecodeDocument;
};

export function changeFilings(changing: Changing): Pick<Workspace, 'addFiling' | 'updateFiling' | 'recordSubmission'> {
  const { change, saveState, randomUuid, decodeDocument } = changing;

  /** The filing as it is stored, or why it could not be opened again: what would be refused later is refused now. */
  const toDocument = (filing: Filing): Outcome<string> => {
    const document = canonicalJson(filing);
    const decoded = decodeDocument(document);
    return decoded.ok ? ok(document) : decoded;
  };

  return {
    addFiling: (filing, ...entries) =>
      change((writer, at) => {
        const document = toDocument(filing);
        if (!document.ok) return document;
        const place = checkPlace(writer, filing, null);
        if (!place.ok) return place;
        const id = randomUuid();
        insertFiling(writer, id, { filing, document: document.value, status: 'draft', at });
        appendEntries(writer, id, at, entries);
        return ok(id);
      }),

    updateFiling: (id, { filing, pending }, ...entries) => {
      const changed = change((writer, at) => {
        const row = findFiling(writer, id);
        if (row === null) return fail(problem('filing/not-found', { id }));
        const document = toDocument(filing);
        if (!document.ok) return document;
        const place = checkPlace(writer, filing, id);
        if (!place.ok) return place;
        const status = document.value === row.document ? row.status : 'draft';
        replaceFiling(writer, id, { filing, document: document.value, status, at });
        replacePending(writer, id, pending);
        appendEntries(writer, id, at, entries);
        return ok(null);
      });
      return changed.ok ? ok(saveState()) : changed;
    },

    recordSubmission: (id, submission, exported, ...entries) =>
      change((writer, at) => {
        const row = findFiling(writer, id);
        if (row === null) return fail(problem('filing/not-found', { id }));
        const document = toDocument(exported);
        if (!document.ok) return document;
        const recorded = { ...submission, id: randomUuid() };
        insertSubmission(writer, id, recorded, document.value);
        if (isSameButRevision(row.document, exported)) {
          replaceFiling(writer, id, { filing: exported, document: document.value, status: 'submitted', at });
        }
        appendEntries(writer, id, at, entries);
        return ok(recorded);
      }),
  };
}

/** A unit has one filing for a year; `id` is the filing that may be it. */
function checkPlace(reader: Reader, filing: Filing, id: string | null): Outcome<null> {
  const { unit, reportYear } = filing;
  const found = findFilingOf(reader, unit.code, reportYear);
  if (found === null || found === id) return ok(null);
  return fail(problem('filing/exists', { unit: unit.code, name: unit.name, year: reportYear }));
}

function isSameButRevision(document: string, exported: Filing): boolean {
  const current = JSON.parse(document) as Filing;
  return canonicalJson({ ...current, revision: exported.revision }) === canonicalJson(exported);
}
