/** Documents in the database: kept under the digest of their text, once however many refer to them. */
import { deflateDocument, digestOfDocument, inflateDocument } from './document-codec.ts';
import { bytesIn } from './row.ts';
import type { Reader, Writer } from './sql-engine.ts';

/** The document's text, or null when it is not what was stored any more. @throws Error when there is none. */
export function readDocument(reader: Reader, digest: string): string | null {
  const [row] = reader.rows('SELECT deflated FROM document WHERE digest = ?', [digest]);
  if (row === undefined) throw new Error(`there is no document ${digest}`);
  return inflateDocument(bytesIn(row, 'deflated'), digest);
}

/** Keeps a document and returns its digest; one that is there already is written again, in case it was damaged. */
export function keepDocument(writer: Writer, text: string): string {
  const digest = digestOfDocument(text);
  writer.run('INSERT INTO document (digest, deflated) VALUES (?, ?) ON CONFLICT (digest) DO UPDATE SET deflated = excluded.deflated', [
    digest,
    deflateDocument(text),
  ]);
  return digest;
}

/** Lets a document go that nothing refers to any more. */
export function releaseDocument(writer: Writer, digest: string): void {
  writer.run(
    `DELETE FROM document WHERE digest = ?
       AND NOT EXISTS (SELECT 1 FROM filing WHERE document = document.digest)
       AND NOT EXISTS (SELECT 1 FROM submission WHERE document = document.digest)`,
    [digest],
  );
}
