/** Reads filings back: documents are decoded at the door, as if they came from a file of somebody else. */
import { parseJson } from '#core/lib/decode.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { decodeFiling } from '#core/filing/decode-filing.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { readDocument } from './documents.ts';
import { findFiling, findFilingOf, listFilings } from './filings.ts';
import { pendingOf } from './pending-texts.ts';
import type { Reader } from './sql-engine.ts';
import { lastExportedDocument, submissionsOf } from './submissions.ts';
import type { Workspace } from './workspace.ts';

/** Decodes the text of a filing. */
export type DecodeDocument = (text: string) => Outcome<Filing>;

type ReadingCall = 'listFilings' | 'findFiling' | 'readFiling' | 'lastExported';

/** `path` names the workspace file in problems. */
export function createDocumentDecoder(editions: readonly LoadedEdition[], path: string): DecodeDocument {
  return (text) => {
    const parsed = parseJson(text, { file: path });
    return parsed.ok ? decodeFiling(parsed.value, editions, path) : parsed;
  };
}

export function readFilings(reader: Reader, decodeDocument: DecodeDocument): Pick<Workspace, ReadingCall> {
  const read = (id: string, digest: string): Outcome<Filing> => {
    const text = readDocument(reader, digest);
    return text === null ? fail(problem('filing/damaged', { id })) : decodeDocument(text);
  };
  return {
    listFilings: () => listFilings(reader),
    findFiling: (unitCode, reportYear) => findFilingOf(reader, unitCode, reportYear),
    readFiling: (id) => {
      const row = findFiling(reader, id);
      if (row === null) return fail(problem('filing/not-found', { id }));
      const filing = read(id, row.document);
      if (!filing.ok) return filing;
      return ok({
        id,
        filing: filing.value,
        status: row.status,
        pending: pendingOf(reader, id),
        submissions: submissionsOf(reader, id),
        updatedAt: row.updatedAt,
      });
    },
    lastExported: (id) => {
      const document = lastExportedDocument(reader, id);
      return document === null ? ok(null) : read(id, document);
    },
  };
}
