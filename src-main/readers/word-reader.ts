/** A Word document (.docx) becomes a web page by mammoth, and that blocks; pictures are counted and not looked at. */
import mammoth from 'mammoth';
import type { Block } from '#core/intake/document/document.ts';
import { storedArchive } from '../files/office-archive.ts';
import { readHtml } from './html-reader.ts';
import { ReadRefusal } from './read-refusal.ts';
import { withPages } from './word/embedded-pages.ts';
import { plainWord } from './word/plain-word.ts';

/** @param entries the document's ZIP by names, without its pictures */
export async function readWord(entries: ReadonlyMap<string, Uint8Array>): Promise<readonly Block[]> {
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(storedArchive(plainWord(entries))) }, { convertImage });
    return withPages(readHtml(value), entries);
  } catch (error) {
    if (error instanceof ReadRefusal) throw error;
    // The library throws whatever it stumbles over; none of it would mean anything to a user.
    throw new ReadRefusal('intake/damaged', { reason: 'broken-content' });
  }
}
