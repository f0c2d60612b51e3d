/** The web page in a file of several parts (MHTML, RFC 2557), as exporters put it into Word documents: the first page that stands in it. */
import { decodeBytes } from './decode-bytes.ts';

/** Parts in parts deeper than this are nobody's page. */
const deepest = 4;

/** Null where no page stands in it, or one in an unknown encoding. */
export function pageOfWebArchive(bytes: Uint8Array): string | null {
  return pageIn(new TextDecoder('latin1').decode(bytes), 0);
}

/** @param part with one character for each byte */
function pageIn(part: string, depth: number): string | null {
  const end = /\r?\n\r?\n/u.exec(part);
  if (end === null || depth > deepest) return null;
  const head = part.slice(0, end.index).replace(/\r?\n[ \t]+/gu, ' ');
  const body = part.slice(end.index + end[0].length);
  const type = fieldOf(head, 'Content-Type').toLowerCase();
  const boundary = /boundary="?([^";]+)/iu.exec(fieldOf(head, 'Content-Type'))?.[1];
  if (type.startsWith('multipart/') && boundary !== undefined) {
    for (const inner of body.split(`--${boundary.trim()}`).slice(1)) {
      const page = pageIn(inner.replace(/^\r?\n/u, ''), depth + 1);
      if (page !== null) return page;
    }
    return null;
  }
  if (!type.startsWith('text/html')) return null;
  const charset = /charset="?([\w-]+)/u.exec(type)?.[1];
  return decodeBytes(decoded(body, fieldOf(head, 'Content-Transfer-Encoding').toLowerCase()), charset);
}

function fieldOf(head: string, name: string): string {
  return new RegExp(`^${name}:\\s*(.*)$`, 'imu').exec(head)?.[1]?.trim() ?? '';
}

function decoded(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const joined = body.replace(/[ \t]*=\r?\n/gu, '');
  return Buffer.from(
    joined.replace(/=([\da-f]{2})/giu, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
}
