/** A ZIP file made anew, so that its bytes depend on its contents alone: compressors differ between computers. */
import { unzipSync, zipSync, type Zippable } from 'fflate';

/** The same entries in the same order, those of `rewrite` with other text. For files of our own only: nothing is bounded. */
export function repackZip(bytes: Uint8Array, rewrite: Readonly<Record<string, (text: string) => string>> = {}): Uint8Array {
  // ZIP dates are local times, so the date has to be made as one.
  const attributes = { os: 0, attrs: 0, mtime: new Date(2000, 0, 1), level: 6 } as const;
  const files: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const change = rewrite[name];
    files[name] = [change === undefined ? content : new TextEncoder().encode(change(new TextDecoder().decode(content))), attributes];
  }
  return zipSync(files);
}
