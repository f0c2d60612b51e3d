/** One file that arrives, whatever it is: a bundle, a filing file, a workbook or a published report. */
import { basename, extname } from 'node:path';
import { decodeFiling } from '#core/filing/decode-filing.ts';
import { filingFormat } from '#core/filing/filing.ts';
import { parseJson } from '#core/lib/decode.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import { editionById, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import { openReceivedFiles } from '../attachments/received-files.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { decodeText, readBytes } from '../files/read-file.ts';
import { bundleLimitBytes } from '../filings/read-filing.ts';
import { sha256Hex } from '../signing/digest.ts';
import type { Certificate } from '../signing/certificate.ts';
import { recipientAmong } from '../signing/envelope-recipient.ts';
import type { TrustStore } from '../signing/trust-store.ts';
import { isReportName, type ListedFile } from './list-files.ts';
import { readBundle } from './read-bundle.ts';
import { readReport } from './read-report.ts';
import { refuseArchive } from './refuse-archive.ts';
import { refusedFor, type Arrival, type Received, type Several } from './received.ts';
import { unsignedSource } from './unsigned-source.ts';

export type ReceiveOrder = {
  readonly editions: readonly LoadedEdition[];
  /** `isAsked` where the caller said whom to trust: signatures of others are then refused. */
  readonly trust: TrustStore & { readonly isAsked: boolean };
  /** Fingerprints of the roster, by the code of their unit. */
  readonly registered: ReadonlyMap<string, string>;
  /** For reports that name no year; null where the caller gave none. */
  readonly reportYear: number | null;
  readonly now: Date;
  /** Certificates of the keys here, by which files are encrypted for this office; absent where nobody knows them. */
  readonly own?: readonly Certificate[] | undefined;
  /** Where the bytes of files are kept that may be reports; they are not where it is absent. */
  readonly keeping?: Keeping;
};

/** `workspace` is its folder; files whose digest is `known` are passed over. */
export type Keeping = { readonly workspace: string; readonly known: ReadonlySet<string> };

/** Bytes from anywhere: what is wrong with them is a refusal. So is a bug that they bring out: the other files go on. */
export async function receiveFile(file: ListedFile, order: ReceiveOrder): Promise<Received> {
  const bytes = bytesOf(file);
  return bytes instanceof Uint8Array ? receiveBytes(file, bytes, order) : bytes;
}

/** What came of a file: one arrival, or one for each unit in it. What is kept of them is on disk when this resolves. */
export async function arrivalsOf(file: ListedFile, order: ReceiveOrder): Promise<readonly Arrival[]> {
  const bytes = bytesOf(file);
  if (!(bytes instanceof Uint8Array)) return [{ kind: 'received', received: bytes, kept: null }];
  const digest = sha256Hex(bytes);
  if (order.keeping?.known.has(digest) === true) return [{ kind: 'known', file: file.path, digest }];
  const received = await receiveWhole(file, bytes, order);
  if (received.kind !== 'several') return [keep(file.path, received, bytes, order)];
  return received.parts.map((part) => keep(file.path, part.received, part.bytes, order));
}

function keep(path: string, received: Received, bytes: Uint8Array | null, { keeping }: ReceiveOrder): Arrival {
  if (received.kind === 'ignored' || bytes === null || keeping === undefined) return { kind: 'received', received, kept: null };
  const digest = sha256Hex(bytes);
  if (keeping.known.has(digest)) return { kind: 'known', file: path, digest };
  const kept = openReceivedFiles(nodeFileSystem, keeping.workspace).keep(bytes);
  if (!kept.ok) return { kind: 'received', received: refusedFor(path, kept.problem), kept: null };
  return { kind: 'received', received, kept: { digest, size: bytes.length } };
}

function bytesOf({ path, isNamed }: ListedFile): Uint8Array | Received {
  if (!isNamed && !isReportName(path)) return { kind: 'ignored', file: path, why: 'not-a-report' };
  const bytes = readBytes(nodeFileSystem, path, bundleLimitBytes);
  return bytes.ok ? bytes.value : refusedFor(path, bytes.problem);
}

/** The path gives only the name and its ending. A file of several units is refused where one is asked for. */
export async function receiveBytes(file: ListedFile, bytes: Uint8Array, order: ReceiveOrder): Promise<Received> {
  const received = await receiveWhole(file, bytes, order);
  if (received.kind !== 'several') return received;
  const names = received.parts.flatMap((part) => (part.received.kind === 'source' ? [part.received.source.unit.name] : []));
  const details = { fileName: basename(file.path), count: received.parts.length, names: names.join('；') };
  return refusedFor(file.path, problem('intake/several-reports', details));
}

async function receiveWhole(file: ListedFile, bytes: Uint8Array, order: ReceiveOrder): Promise<Received | Several> {
  try {
    return await receive(file, bytes, order);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return refusedFor(file.path, problem('consolidation/bug-in-file', { file: file.path, error: words }));
  }
}

async function receive({ path, isNamed }: ListedFile, bytes: Uint8Array, order: ReceiveOrder): Promise<Received | Several> {
  if (bytes.length === 0) return refusedFor(path, problem('reception/empty', { file: basename(path) }));
  const extension = extname(path).toLowerCase();
  if (extension === '.json') return readFilingFile(path, bytes, isNamed, order);
  if (extension === '.p7m') return refusedFor(path, encryptedProblem(path, bytes, order));
  const archive = await refuseArchive({ path, isNamed }, bytes);
  if (archive !== null) return archive;
  if (extension !== '.asice') return readReport(path, bytes, order);
  const received = await readBundle(path, bytes, order);
  const isOther = received.kind === 'refused' && received.reasons.some(({ code }) => code === 'container/wrong-kind');
  return isOther && !isNamed ? { kind: 'ignored', file: path, why: 'receipt' } : received;
}

/** Whoever can mend it is told: the office opens what is for it, the unit encrypts anew what is for somebody else. */
function encryptedProblem(path: string, bytes: Uint8Array, { own }: ReceiveOrder): Problem {
  const details = { file: basename(path) };
  const recipient = own === undefined ? 'own' : recipientAmong(bytes, own);
  const codes = {
    own: 'envelope/open-first',
    other: 'envelope/for-another',
    'no-key': 'envelope/no-key-here',
    malformed: 'envelope/malformed',
  } as const;
  return problem(codes[recipient], details);
}

function readFilingFile(path: string, bytes: Uint8Array, isNamed: boolean, { editions }: ReceiveOrder): Received {
  const file = basename(path);
  const text = decodeText(bytes, path);
  const json = text.ok ? parseJson(text.value, { file }) : text;
  const isCalledFiling = isNamed || /\.filing\.json$/iu.test(path);
  if (!json.ok) return isCalledFiling ? refusedFor(path, json.problem) : { kind: 'ignored', file: path, why: 'not-a-report' };
  // Reports of intake and consolidation lie beside filings.
  if (!isCalledFiling && formatOf(json.value) !== filingFormat) return { kind: 'ignored', file: path, why: 'not-a-report' };
  const decoded = decodeFiling(json.value, editions, file);
  if (!decoded.ok) return refusedFor(path, decoded.problem, claimedUnitOf(json.value));
  const filing = decoded.value;
  const edition = editionById(editions, filing.edition.id);
  if (!edition.ok) return refusedFor(path, edition.problem, filing.unit.code);
  const { id, digest } = edition.value;
  if (digest !== filing.edition.digest) {
    const details = { file, edition: id, found: filing.edition.digest.slice(0, 12), known: digest.slice(0, 12) };
    return refusedFor(path, problem('edition/digest-mismatch', details), filing.unit.code);
  }
  const from = { file: path, kind: 'filing', bytes, edition: edition.value, notUnderstood: [] } as const;
  return { kind: 'source', source: unsignedSource(filing, from) };
}

function formatOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'format' in json ? json.format : null;
}

/** The unit that undecodable JSON names; only said to people. */
function claimedUnitOf(json: unknown): string | null {
  const unit: unknown = typeof json === 'object' && json !== null && 'unit' in json ? json.unit : null;
  const code: unknown = typeof unit === 'object' && unit !== null && 'code' in unit ? unit.code : null;
  return typeof code === 'string' && /^[0-9A-Za-z-]{1,32}$/u.test(code) ? code : null;
}
