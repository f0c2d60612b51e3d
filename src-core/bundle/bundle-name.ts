/** The file name of a bundle (contracts.md 4): `单位简称-代码-年度-vN.asice`, safe on Windows, macOS and Linux. */
import type { Filing } from '../filing/filing.ts';

export const bundleExtension = '.asice';

/** In UTF-16 units; with three bytes each and what follows, the name stays below the 255 bytes of Linux file systems. */
const longestUnit = 60;

/** Device names that Windows refuses, whatever follows after a dot (Microsoft, Naming Files, Paths, and Namespaces). */
const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/iu;

export function bundleFileName(filing: Pick<Filing, 'unit' | 'reportYear' | 'revision'>): string {
  const { unit, reportYear, revision } = filing;
  return `${unitInFileName(unit.name)}-${unit.code}-${String(reportYear)}-v${String(revision.number)}${bundleExtension}`;
}

/** A unit's name without the characters that some file system reserves, at most 60 UTF-16 units long, never empty. */
export function unitInFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/\p{C}/gu, '')
    .replace(/[<>:"/\\|?*\s]+/gu, '_')
    .replace(/^[._]+/u, '');
  const short = cut(plain).replace(/[._]+$/u, '');
  if (short === '') return '单位';
  return deviceName.test(short.split('.')[0] ?? '') ? `_${short}` : short;
}

/** The beginning of a text, never ending in half a surrogate pair. */
function cut(text: string): string {
  let short = '';
  for (const character of text) {
    if (short.length + character.length > longestUnit) break;
    short += character;
  }
  return short;
}
