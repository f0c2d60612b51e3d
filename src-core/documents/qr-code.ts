/** QR codes: squares for a page, and a picture for Word. The same text gives the same code. */
import { encodeQR } from 'qr';

/** Readable after a copy or a fax has spoiled a quarter of it. */
const options = { ecc: 'quartile', border: 2 } as const;

/** The dark squares as a path of squares of side 1, and how many squares a side has. */
export function qrPath(text: string): { readonly path: string; readonly side: number } {
  const rows = encodeQR(text, 'raw', options);
  const squares = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])));
  return { path: squares.join(''), side: rows.length };
}

/** A GIF, not compressed. */
export function qrPicture(text: string): Uint8Array {
  return encodeQR(text, 'gif', { ...options, scale: 4 });
}
