/** What a file is, by its first bytes; names are believed only where the bytes leave it open. */

export type FileKind =
  'zip' | 'workbook' | 'old-word' | 'encrypted' | 'macros' | 'other-office' | 'pdf' | 'picture' | 'web-archive' | 'html' | 'csv' | 'text';

const textExtensions: Readonly<Record<string, FileKind>> = { '.csv': 'csv', '.tsv': 'csv', '.html': 'html', '.htm': 'html' };
/** What a flat OpenDocument file is stands behind a long list of names. */
const headBytes = 8_192;
const pictures = ['89504e47', 'ffd8ff', '47494638', '424d', '49492a00', '4d4d002a'];

/** @param extension in lower case, with its point */
export function kindOfFile(bytes: Uint8Array, extension: string): FileKind {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return 'zip';
  if (start === 'd0cf11e0a1b11ae1') return kindOfOle(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  // BIFF2 to BIFF4, without a container
  if (/^0900|^09020600|^09040600/u.test(start) && extension === '.xls') return 'workbook';
  if (start.startsWith('25504446')) return 'pdf';
  if (pictures.some((each) => start.startsWith(each))) return 'picture';
  return kindOfText(bytes, extension);
}

/** The streams of an OLE file stand in its directory by name, in UTF-16. */
function kindOfOle(bytes: Buffer): FileKind {
  const has = (name: string) => bytes.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (has('EncryptedPackage') || has('EncryptionInfo')) return 'encrypted';
  if (has('WordDocument')) return 'old-word';
  if (!has('Workbook') && !has('Book')) return 'other-office';
  return has('_VBA_PROJECT_CUR') || has('_VBA_PROJECT') ? 'macros' : 'workbook';
}

function kindOfText(bytes: Uint8Array, extension: string): FileKind {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes)).replace(/\0/gu, '');
  if (/^(?:[^\n]*\n){0,3}MIME-Version:/iu.test(head)) return 'web-archive';
  // workbooks as XML of 2003, and web pages that are called .xls
  if (head.startsWith('{\\rtf')) return 'old-word';
  if (/urn:schemas-microsoft-com:office:spreadsheet|office:mimetype="application\/vnd\.oasis/iu.test(head)) return 'workbook';
  if (/^[^<]{0,8}<(?:!doctype html|html|head|body|table|meta|div|p|style|script)\b/iu.test(head.trimStart())) return 'html';
  return textExtensions[extension] ?? 'text';
}
