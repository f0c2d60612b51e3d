/** The names of the files in a ZIP as people pack them: on Windows their letters are often GB18030 without saying so. */
import { fromBufferPromise } from 'yauzl';
import { mostEntries } from './zip-limits.ts';

const utf8Flag = 0x800;

/** In the order of the archive, without folders and what macOS adds; null for what is no ZIP that can be listed. Nothing is inflated. */
export async function archiveNames(bytes: Uint8Array): Promise<readonly string[] | null> {
  const names: string[] = [];
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { decodeStrings: false });
    if (zip.entryCount > mostEntries) return null;
    for await (const entry of zip.eachEntry()) {
      const name = decodeName(entry.fileNameRaw, (entry.generalPurposeBitFlag & utf8Flag) !== 0);
      if (!/[\\/]$|(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._)/u.test(name)) names.push(name);
    }
    return names;
  } catch {
    // The library throws on every broken header: then nobody knows what is inside.
    return null;
  }
}

function decodeName(raw: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder('utf-8').decode(raw);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}
