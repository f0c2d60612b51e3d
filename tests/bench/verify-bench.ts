/** The benchmark of verification: bundles a second on two cores, against a shell loop of ordinary tools over the same files. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { verifyInThreads } from '#main/bundles/verify-each.ts';
import { readTrust } from '#main/signing/trust-store.ts';
import { atLeast, measured, timed, type Bench, type Measurement } from './measurement.ts';
import { benchEditions, sealedAt, totalBytes, writeBundles } from './verify-corpus.ts';
import { shares } from './verify-shares.ts';
import { inTheShell } from './verify-shell.ts';

const bundles = 2_000;
const ofTheShell = 200;
const ofTheShares = 400;
const rounds = 5;
/** And as many shell loops beside each other: as the two cores of a usual office machine. */
const threads = 2;
const sizes = [100, 1_000, 10_000] as const;

export const bench: Bench = {
  about:
    `${bundles.toLocaleString('en-US')} bundles of distinct units, with certificates issued by one CA, verified in one call with ${String(threads)} threads, whose ` +
    'start counts, and with the rules. The shell loop of unzip, openssl and sha256sum goes over 200 of them and has no rules; once as ' +
    `one loop, once as ${String(threads)} loops at a time. By the clock where nothing else is said. Of 10,000 bundles each of the 2,000 files comes five times.`,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
    try {
      const paths = await writeBundles(folder, bundles);
      return [...(await againstTheShell(folder, paths)), ...(await ofPrimitives(folder, paths)), ...(await scaling(folder, paths))];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

async function againstTheShell(folder: string, paths: readonly string[]): Promise<readonly Measurement[]> {
  const few = paths.slice(0, ofTheShell);
  const rates: Record<'ours' | 'oneLoop' | 'loops', number[]> = { ours: [], oneLoop: [], loops: [] };
  const costs: Record<'ours' | 'oneLoop', number[]> = { ours: [], oneLoop: [] };
  for (let round = 0; round < rounds; round += 1) {
    const ours = await inThreads(folder, paths);
    const oneLoop = await inTheShell(folder, few, 1);
    const loops = await inTheShell(folder, few, threads);
    rates.ours.push((bundles / ours.clock) * 1_000);
    rates.oneLoop.push((ofTheShell / oneLoop.clock) * 1_000);
    rates.loops.push((ofTheShell / loops.clock) * 1_000);
    costs.ours.push(ours.processor / bundles);
    costs.oneLoop.push(oneLoop.processor / ofTheShell);
  }
  const one = { unit: 'a second', values: rates.ours } as const;
  const loopsName = `${String(threads)} shell loops at a time`;
  return [
    measured({ id: 'verify/size', what: 'size of a bundle', unit: 'bytes', values: [totalBytes(paths) / bundles] }),
    measured({ ...one, id: 'verify/rate', what: 'bundles verified, rules included', goal: atLeast(100) }),
    measured({
      ...{ ...one, id: 'verify/one-loop', what: 'bundles verified, against one shell loop' },
      ...{ peer: { what: 'one shell loop', values: rates.oneLoop }, goal: atLeast(3, 'ratio') },
    }),
    measured({
      ...{ ...one, id: 'verify/loops', what: `bundles verified, against ${loopsName}` },
      ...{ peer: { what: loopsName, values: rates.loops }, goal: atLeast(3, 'ratio') },
    }),
    measured({
      ...{ id: 'verify/cost', what: 'processor time of each bundle', unit: 'milliseconds', values: costs.ours },
      peer: { what: 'one shell loop', values: costs.oneLoop },
    }),
  ];
}

/** Both with the rules and without: the rules are no primitive of cryptography, but nobody can verify without them. */
async function ofPrimitives(folder: string, paths: readonly string[]): Promise<readonly Measurement[]> {
  const { bare, rules, whole } = await shares(folder, paths.slice(0, ofTheShares), rounds);
  const share = (parts: readonly number[]) => parts.map((part, at) => part / (whole[at] ?? Number.NaN));
  const together = bare.map((each, at) => each + (rules[at] ?? Number.NaN));
  return [
    measured({ id: 'verify/whole', what: 'processor time of a bundle in one process', unit: 'milliseconds', values: whole }),
    measured({
      ...{ id: 'verify/bare', what: 'of which bare primitives (inflate, CRC, SHA-256, two ECDSA checks)', unit: 'share' },
      ...{ values: share(bare), goal: atLeast(0.5) },
    }),
    measured({ id: 'verify/bare-and-rules', what: 'of which bare primitives and the rules', unit: 'share', values: share(together) }),
  ];
}

/** The cost of each bundle of a call, the start of the threads included. */
async function scaling(folder: string, paths: readonly string[]): Promise<readonly Measurement[]> {
  const repeats = { 100: rounds, 1_000: 3, 10_000: 1 } as const;
  const found: Measurement[] = [];
  let smaller: readonly number[] | null = null;
  for (const size of sizes) {
    const all = Array.from({ length: Math.ceil(size / bundles) }, () => paths).flat();
    const values: number[] = [];
    for (let round = 0; round < repeats[size]; round += 1) values.push((await inThreads(folder, all.slice(0, size))).processor / size);
    const what = `processor time of each of ${size.toLocaleString('en-US')} bundles`;
    const peer = smaller === null ? {} : { peer: { what: 'of a tenth as many', values: smaller } };
    found.push(measured({ id: `verify/of-${String(size)}`, what, unit: 'milliseconds', values, ...peer }));
    smaller = values;
  }
  return found;
}

/** All files in one call, as `verify` and the window do it: threads are started, handed the files and ended. */
async function inThreads(folder: string, paths: readonly string[]) {
  const script = resolve(import.meta.dirname, '../../out/bench/verify-process.cjs');
  const trust = await readTrust([join(folder, 'ca.pem')]);
  if (!trust.ok) throw new Error(trust.problem.code);
  const took = await timed(() => verifyInThreads(paths, { ...trust.value, editions: benchEditions(), now: sealedAt }, { script, threads }));
  const valid = took.value.filter((each) => 'report' in each && each.report.verdict === 'valid').length;
  if (valid !== paths.length) throw new Error(`${String(valid)} of ${String(paths.length)} are valid`);
  return took;
}
