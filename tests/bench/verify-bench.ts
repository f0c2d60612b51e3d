/** The benchmark of verification: bundles per second on two cores, against a shell loop of ordinary tools over the same files. */
import { spawn } from 'node:child_process';
import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { filingName, manifestName } from '#core/bundle/entry-names.ts';
import { validate } from '#core/validation/validate.ts';
import { checkFiling } from '#core/bundle/check-filing.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { readContainer } from '#main/files/zip-read.ts';
import { readDirectory } from '#main/files/zip-directory.ts';
import { verifyInThreads } from '#main/bundles/verify-each.ts';
import { verifyBundle } from '#main/bundles/verify-bundle.ts';
import { readTrust } from '#main/signing/trust-store.ts';
import { makeKeyPair } from '#main/signing/make-key-pair.ts';
import { benchEditions, sealedAt, totalBytes, writeBundles } from './verify-corpus.ts';
import { against } from './figures.ts';

const bundles = 2000;
const ofTheShell = 200;
const ofTheShares = 400;
const threads = 2;
const goal = 100;
const timesFaster = 3;
const shareGoal = 0.5;

/** The lines of the benchmark. */
export async function run(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  try {
    const paths = await writeBundles(folder, bundles);
    const ours = await inThreads(folder, paths);
    const shell = await inTheShell(folder, paths.slice(0, ofTheShell));
    const { bare, rules, whole } = await shares(folder, paths.slice(0, ofTheShares));
    // What the caller waits for on two cores; by processor time as well, where what else runs on the machine does not count.
    const [ourRate, shellRate] = [perSecond(bundles, ours.wall), perSecond(ofTheShell, shell.wall)];
    const [ourCost, shellCost] = [ours.processor / bundles, shell.processor / ofTheShell];
    const share = (bare + rules) / whole;
    return [
      `${String(bundles)} bundles of distinct units, ${(totalBytes(paths) / bundles / 1000).toFixed(0)} kB each, in ${String(threads)} threads, with certificates issued by one CA`,
      `  verified with re-validation: ${against(`${ourRate.toFixed(0)}/s`, String(goal), ourRate >= goal)} by the clock, the start of the threads included, ${ourCost.toFixed(2)} ms of processor time each`,
      `  a shell loop of unzip, openssl and sha256sum, in ${String(threads)} processes and without validation: ${shellRate.toFixed(0)}/s by the clock, ${shellCost.toFixed(2)} ms of processor time each; ours is ${against(`${(ourRate / shellRate).toFixed(1)}×`, `${String(timesFaster)}×`, ourRate >= timesFaster * shellRate)} by the clock, ${(shellCost / ourCost).toFixed(1)}× by processor time`,
      `  one bundle in one process: ${(whole / ofTheShares).toFixed(2)} ms of processor time, of which inflate, CRC, SHA-256 and two ECDSA checks ${percent(bare / whole)}, the rules ${percent(rules / whole)}; together ${against(percent(share), percent(shareGoal), share >= shareGoal)}`,
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Took = { readonly wall: number; readonly processor: number };

function perSecond(count: number, milliseconds: number): number {
  return (count / milliseconds) * 1000;
}

/**
 * All files in one call, as `verify` and the window do it: `threads` threads, started, handed the files and ended. The clock
 * counts from the call to its end; processor time is that of the whole program.
 */
async function inThreads(folder: string, paths: readonly string[]): Promise<Took> {
  const script = resolve(import.meta.dirname, '../../out/bench/verify-process.cjs');
  const trust = await readTrust([join(folder, 'ca.pem')]);
  if (!trust.ok) throw new Error(trust.problem.code);
  const before = process.cpuUsage();
  const start = performance.now();
  const verified = await verifyInThreads(paths, { ...trust.value, editions: benchEditions(), now: sealedAt }, { script, threads });
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  const valid = verified.filter((each) => 'report' in each && each.report.verdict === 'valid').length;
  if (valid !== paths.length) throw new Error(`${String(valid)} of ${String(paths.length)} are valid`);
  return { wall, processor: (user + system) / 1000 };
}

/** Unpacks, checks the signature and computes the digests; comparing those with the manifest is even left out. */
async function inTheShell(folder: string, paths: readonly string[]): Promise<Took> {
  const script = join(folder, 'verify.sh');
  writeFileSync(
    script,
    [
      'set -e',
      'ca=$1; shift',
      'work=$(mktemp -d)',
      'for file in "$@"; do',
      '  unzip -qo "$file" -d "$work"',
      '  openssl cms -verify -binary -inform DER -in "$work/META-INF/signature.p7s" -content "$work/META-INF/ASiCManifest.xml" \\',
      '    -attime 1768896000 -CAfile "$ca" -out /dev/null 2> /dev/null',
      '  (cd "$work" && sha256sum filing.json validation.json journal.json report.html report.docx report.xlsx > /dev/null)',
      'done',
      'rm -r "$work"',
      'times',
    ].join('\n'),
  );
  const half = Math.ceil(paths.length / threads);
  const start = performance.now();
  const ends = Array.from({ length: threads }, (_, at) => {
    const child = spawn('sh', [script, join(folder, 'ca.pem'), ...paths.slice(at * half, (at + 1) * half)]);
    let printed = '';
    child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
    return new Promise<number>((done, failed) => {
      child.once('error', failed);
      child.once('close', (status) => {
        if (status === 0) done(timesOf(printed));
        else failed(new Error(`the shell ended with ${String(status)}`));
      });
    });
  });
  const processor = (await Promise.all(ends)).reduce((sum, each) => sum + each, 0);
  return { wall: performance.now() - start, processor };
}

/** The milliseconds of all that `times` prints: user and system, of the shell and of what it started. */
function timesOf(printed: string): number {
  const all = [...printed.matchAll(/(\d+)m([\d.]+)s/gu)].map((match) => Number(match[1]) * 60 + Number(match[2]));
  return all.reduce((sum, each) => sum + each, 0) * 1000;
}

/** Processor time of one process over all bundles: of verification, and of its bare primitives on the same bytes. */
async function shares(folder: string, paths: readonly string[]) {
  const editions = benchEditions();
  const files = paths.map((path) => readFileSync(path));
  const trust = await readTrust([join(folder, 'ca.pem')]);
  if (!trust.ok) throw new Error(trust.problem.code);
  const members = await Promise.all(files.map((each) => readDirectory(each)));
  const manifests = await Promise.all(files.map(async (each) => valueOf(await readContainer(each)).get(manifestName)));
  const filings = await Promise.all(
    files.map(
      async (each) => checkFiling(Buffer.from(valueOf(await readContainer(each)).get(filingName) ?? []).toString(), editions).filing,
    ),
  );
  const key = await makeKeyPair('p256');
  const publicKey = createPublicKey({ key: Buffer.from(key.publicKey.spki), format: 'der', type: 'spki' });
  const certificate = new X509Certificate(readFileSync(join(folder, 'ca.pem')));
  const signatures = manifests.map((each) => key.sign(each ?? Buffer.alloc(0)));
  const bare = processorTime(() => {
    for (const [index, each] of members.entries()) {
      for (const member of valueOf(each)) {
        const bytes = member.method === 'stored' ? member.data : inflateRawSync(member.data);
        crc32(bytes);
        createHash('sha256').update(bytes).digest();
      }
      const manifest = manifests[index] ?? Buffer.alloc(0);
      verify('sha256', manifest, { key: publicKey, dsaEncoding: 'der' }, signatures[index] ?? Buffer.alloc(0));
      certificate.verify(certificate.publicKey);
    }
  });
  const rules = processorTime(() => {
    for (const filing of filings) {
      const edition = editions.find((each) => each.id === filing?.edition.id);
      if (filing === null || edition === undefined) throw new Error('no filing');
      validate(edition.form, edition.book, subjectOf(filing, null));
    }
  });
  const verifyAll = async () => {
    for (const bytes of files) await verifyBundle({ bytes, ...trust.value, editions, now: sealedAt });
  };
  // As in a large batch, the compiler has its work behind it.
  await verifyAll();
  const before = process.cpuUsage();
  await verifyAll();
  const { user, system } = process.cpuUsage(before);
  return { bare, rules, whole: (user + system) / 1000 };
}

function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function valueOf<T>(checked: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!checked.ok) throw new Error('a bundle of the benchmark is damaged');
  return checked.value;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
