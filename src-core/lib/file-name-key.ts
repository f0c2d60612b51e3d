/** When two file names are one file. */

/** Two names with the same key are one file on Windows or macOS (letter case, Unicode composition). */
export function fileNameKey(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
