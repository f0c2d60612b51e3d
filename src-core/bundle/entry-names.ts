/** The names inside a bundle: the fixed ones, and what any other may be so that every tool unpacks the same files. */

/** ETSI EN 319 162-1, 4.4.2: the first entry, stored, and its whole content. */
export const mimetypeName = 'mimetype';
export const containerMimetype = 'application/vnd.etsi.asic-e+zip';
export const manifestName = 'META-INF/ASiCManifest.xml';
export const signatureName = 'META-INF/signature.p7s';
export const filingName = 'filing.json';
export const receiptName = 'receipt.json';
export const editionName = 'edition.json';
export const updateName = 'update.json';
export const channelName = 'channel.json';

/** A container is known by the file that says what it is about. */
export const containerKinds = [filingName, receiptName, editionName, updateName, channelName] as const;
export type ContainerKind = (typeof containerKinds)[number];

/** The kind of a container with files of these names, or null for one that is none of ours. */
export function kindOfContainer(names: readonly string[]): ContainerKind | null {
  return containerKinds.find((each) => names.includes(each)) ?? null;
}

export const validationName = 'validation.json';
export const journalName = 'journal.json';
export const reportNames = { docx: 'report.docx', html: 'report.html', xlsx: 'report.xlsx' } as const;
/** What every bundle holds besides its filing. */
export const requiredNames: readonly string[] = [validationName, journalName, ...Object.values(reportNames)];

/** The folder of attachments. */
export const attachmentsPrefix = 'attachments/';

/** The entries that no manifest lists: everything else has to be signed. */
export const unlistedNames: readonly string[] = [mimetypeName, manifestName, signatureName];

const longestName = 240;

/** Why an entry must not have this name, in a few words, or null when it may. */
export function entryNameFault(name: string): string | null {
  if (name === '') return 'empty';
  if (name.length > longestName) return 'too long';
  if (name.endsWith('/')) return 'a folder';
  if (name.startsWith('/')) return 'an absolute path';
  if (name.includes('\\')) return 'a backslash';
  if (/[\p{C}:]/u.test(name)) return 'a control character, a colon or an invisible character';
  const segments = name.split('/');
  if (segments.includes('..')) return 'a path to the parent folder';
  if (segments.includes('.') || segments.includes('')) return 'an empty path segment';
  return null;
}
