/** Writes an ordinary ZIP archive. */
import { zipSync } from 'fflate';

/** The archive's bytes; the keys are the names inside. */
export function writeZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...files });
}
