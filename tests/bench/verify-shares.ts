/** What verification spends on the bare primitives that it cannot do without, and on the rules. */
import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { filingName, manifestName } from '#core/bundle/entry-names.ts';
import { checkFiling } from '#core/bundle/check-filing.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { validate } from '#core/validation/validate.ts';
import { verifyBundle } from '#main/bundles/verify-bundle.ts';
import { readDirectory } from '#main/files/zip-directory.ts';
import { readContainer } from '#main/files/zip-read.ts';
import { makeKeyPair } from '#main/signing/make-key-pair.ts';
import { readTrust } from '#main/signing/trust-store.ts';
import { timed } from './measurement.ts';
import { benchEditions, sealedAt } from './verify-corpus.ts';

/** In milliseconds of the processor for a bundle, in each round. */
export type Shares = { readonly bare: readonly number[]; readonly rules: readonly number[]; readonly whole: readonly number[] };

/** One process over all bundles: verification, its bare primitives on the same bytes, and the rules, in turns. */
export async function shares(folder: string, paths: readonly string[], rounds: number): Promise<Shares> {
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
  const primitives = () => {
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
  };
  const checkRules = () => {
    for (const filing of filings) {
      const edition = editions.find((each) => each.id === filing?.edition.id);
      if (filing === null || edition === undefined) throw new Error('no filing');
      // A copy: what the rules keep of a filing that they have seen would be measured otherwise.
      validate(edition.form, edition.book, subjectOf(structuredClone(filing), null));
    }
  };
  const verifyAll = async () => {
    for (const bytes of files) await verifyBundle({ bytes, ...trust.value, editions, now: sealedAt });
  };
  // As in a large batch, the compiler has its work behind it.
  await verifyAll();
  const [bare, rules, whole]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    bare.push((await timed(primitives)).processor / files.length);
    rules.push((await timed(checkRules)).processor / files.length);
    whole.push((await timed(verifyAll)).processor / files.length);
  }
  return { bare, rules, whole };
}

function valueOf<T>(checked: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!checked.ok) throw new Error('a bundle of the benchmark is damaged');
  return checked.value;
}
