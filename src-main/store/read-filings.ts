/** Reads filings back: documents are decoded at the door, as if they came from a file of somebody else. */
import { parseJson } from '#core/lib/decode.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { decodeFiling } from '#core/filing/decode-filing.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { findFiling } from './filings.ts';
import { pendingOf } from './pending-texts.ts';
import type { Reader } from './sql-engine.ts';
import { lastExportedDocument, submissionsOf } from './submissions.ts';
import type { Workspace } from './workspace.ts';

/** Decodes the text of a stored filing. */
export type DecodeDocument = (document: string) => Outcome<Filing>;

/** `path` names the workspace file in problems. */
export function createDocumentDecoder(editions: readonly LoadedEdition[], path: string): DecodeDocument {
  return (document) => {
    const parsed = parseJson(document, { file: path });
    return parsed.ok ? decodeFiling(parsed.value, editions, path) : parsed;
  };
}

export function readFilings(reader: Reader, decodeDocument: DecodeDocument): Pick<Workspace, 'readFiling' | 'lastExported'> {
  return {
    readFiling: (id) => {
      const row = findFiling(reader, id);
      if (row === null) return fail(problem('filing/not-found', { id }));
      const filing = decodeDocument(row.document);
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
      if (document === null) return null;
      const filing = decodeDocument(document);
      if (!filing.ok) throw new Error(`the exported filing cannot be read: ${JSON.stringify(filing.problem)}`);
      return filing.value;
    },
  };
}
