/** The first 100 bytes of an SQLite file, read without SQLite, so that a file of the future is never touched by it. */

/** "NBao" as SQLite's application id: the file is a workspace of this app. */
export const applicationId = 0x4e42616f;

export type ImageHeader = { readonly applicationId: number; readonly userVersion: number };

const headerBytes = 100;
const magic = 'SQLite format 3\0';

/**
 * The header of an image that is as long as it says, or null: empty, cut off, overwritten, or no SQLite file at all.
 * Offsets are those of https://www.sqlite.org/fileformat2.html#the_database_header
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  if (bytes.length < headerBytes) return null;
  if (new TextDecoder('latin1').decode(bytes.subarray(0, magic.length)) !== magic) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
  const pageSize = view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
  const pageCount = view.getUint32(28);
  if (pageCount === 0 || bytes.length < pageSize * pageCount) return null;
  return { userVersion: view.getUint32(60), applicationId: view.getUint32(68) };
}
