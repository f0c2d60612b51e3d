/** Changes of filings: what is checked, written and entered in the journal together. */
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { SaveState } from '#core/ipc/views.ts';
import { keepDocument, readDocument, releaseDocument } from './documents.ts';
import { findFiling, findFilingOf, insertFiling, replaceFiling } from './filings.ts';
import { appendEntries } from './journal.ts';
import { replacePending } from './pending-texts.ts';
import type { DecodeDocument } from './read-filings.ts';
import type { Reader, Writer } from './sql-engine.ts';
import { insertSubmission, lastExportedDocument } from './submissions.ts';
import type { Workspace } from './workspace.ts';

/** Runs a transaction at a time (ISO 8601) before it returns, and resolves when what it did has been saved, or not. */
export type Change = <T>(work: (writer: Writer, at: string) => Outcome<T>) => Promise<Outcome<Changed<T>>>;

export type Changed<T> = { readonly value: T; readonly saved: SaveState };

type Changing = {
  readonly change: Change;
  readonly randomUuid: () => string;
  readonly decodeDocument: DecodeDocument;
};

export function changeFilings(changing: Changing): Pick<Workspace, 'addFiling' | 'updateFiling' | 'recordSubmission'> {
  const { change, randomUuid, decodeDocument } = changing;

  /** The filing as it is stored, or why it could not be opened again: what would be refused later is refused now. */
  const toDocument = (filing: Filing): Outcome<string> => {
    const text = canonicalJson(filing);
    const decoded = decodeDocument(text);
    return decoded.ok ? ok(text) : decoded;
  };

  return {
    addFiling: async (filing, ...entries) => {
      const added = await change((writer, at) => {
        const text = toDocument(filing);
        if (!text.ok) return text;
        const place = checkPlace(writer, filing, null);
        if (!place.ok) return place;
        const id = randomUuid();
        insertFiling(writer, id, { filing, document: keepDocument(writer, text.value), status: 'draft', at });
        appendEntries(writer, id, at, entries);
        return ok(id);
      });
      return added.ok ? ok(added.value.value) : added;
    },

    updateFiling: async (id, { filing, pending }, ...entries) => {
      const changed = await change((writer, at) => {
        const row = findFiling(writer, id);
        if (row === null) return fail(problem('filing/not-found', { id }));
        const text = toDocument(filing);
        if (!text.ok) return text;
        const place = checkPlace(writer, filing, id);
        if (!place.ok) return place;
        const document = keepDocument(writer, text.value);
        // Back at what was exported, by undo or by hand, it is what was exported.
        const isExported = document === lastExportedDocument(writer, id) && Object.keys(pending).length === 0;
        replaceFiling(writer, id, { filing, document, status: isExported ? 'submitted' : 'draft', at });
        releaseDocument(writer, row.document);
        replacePending(writer, id, pending);
        appendEntries(writer, id, at, entries);
        return ok(null);
      });
      return changed.ok ? ok(changed.value.saved) : changed;
    },

    recordSubmission: async (id, submission, exported, ...entries) => {
      const added = await change((writer, at) => {
        const row = findFiling(writer, id);
        if (row === null) return fail(problem('filing/not-found', { id }));
        const text = toDocument(exported);
        if (!text.ok) return text;
        const recorded = { ...submission, id: randomUuid() };
        const document = keepDocument(writer, text.value);
        insertSubmission(writer, id, recorded, document);
        const current = readDocument(writer, row.document);
        // A damaged document holds no edits that could be kept.
        if (current === null || isSameButRevision(current, exported)) {
          replaceFiling(writer, id, { filing: exported, document, status: 'submitted', at });
          releaseDocument(writer, row.document);
        }
        appendEntries(writer, id, at, entries);
        return ok(recorded);
      });
      return added.ok ? ok(added.value.value) : added;
    },
  };
}

/** A unit has one filing for a year; `id` is the filing that may be it. */
function checkPlace(reader: Reader, filing: Filing, id: string | null): Outcome<null> {
  const { unit, reportYear } = filing;
  const found = findFilingOf(reader, unit.code, reportYear);
  if (found === null || found === id) return ok(null);
  return fail(problem('filing/exists', { unit: unit.code, name: unit.name, year: reportYear }));
}

function isSameButRevision(current: string, exported: Filing): boolean {
  const filing = JSON.parse(current) as Filing;
  return canonicalJson({ ...filing, revision: exported.revision }) === canonicalJson(exported);
}
