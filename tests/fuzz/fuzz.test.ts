/**
 * Structure-aware fuzzing of all that comes from outside: ZIP, XML, DER, JSON. `npm test` spends some seconds on it with a
 * fixed seed, `npm run fuzz` minutes with new ones. What ever failed is kept in `seeds/` and tried first.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { verifyBundle } from '#main/bundles/verify-bundle.ts';
import { verifyReceipt } from '#main/bundles/verify-receipt.ts';
import { readEditionFolder } from '#main/editions/edition-folder.ts';
import { sealEdition } from '#main/editions/seal-edition.ts';
import { verifyEdition } from '#main/editions/verify-edition.ts';
import { withAuthority } from '#main/signing/authority.ts';
import { decodeCertificate } from '#main/signing/certificate.ts';
import { readPins } from '#main/signing/pins.ts';
import { readPkcs12 } from '#main/signing/pkcs12-read.ts';
import { readRequest, writeRequest } from '#main/signing/request.ts';
import { decodeRevocationList, issueRevocationList } from '#main/signing/revocation-list.ts';
import { makeRandom, type Random } from '../bench/random.ts';
import { answer } from '../main/bundle/receipts.ts';
import { unpack } from '../main/bundle/repack.ts';
import { edition, makeKey, now, passphrase, root, seal, valueOf } from '../main/bundle/sample.ts';
import { note } from '../rigs/summary.ts';
import { fuzzSeed, secondsEach } from './budget.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateContainer, type Base } from './mutate-container.ts';
import { mutateDer } from './mutate-der.ts';

const longestMs = 2_000;
const mostMemory = 256 * 1024 * 1024;

const made = await makeKey();
const key = valueOf(await readPkcs12(made.p12, passphrase));
const trust = { trusted: [key.certificate], pins: [], lists: [] };
const seeds = join(import.meta.dirname, 'seeds');

const bundle = (await seal(made)).bytes;
const office = valueOf(await readPkcs12((await makeKey('460000', '海南省')).p12, passphrase));
const receipt = valueOf(await answer(bundle, office)).bytes;
const form = valueOf(sealEdition(valueOf(readEditionFolder(join(root, 'resources/editions/2019'), '2019')), key, now));
const { authority } = withAuthority(key, now);
const revocations = [{ serial: '42', from: now.toISOString(), reason: 'superseded' as const }];
const list = issueRevocationList(authority, { number: 1, revocations, now });

async function baseOf(bytes: Uint8Array): Promise<Base> {
  return { bytes, entries: await unpack(bytes), key, at: now };
}

type Target = {
  readonly mutate: (random: Random) => { readonly bytes: Uint8Array; readonly isSigned: boolean };
  /** True where it was accepted as what it was not. */
  readonly accepts: (bytes: Uint8Array) => Promise<boolean>;
};

const ofContainer = (base: Base, accepts: Target['accepts']): Target => ({ mutate: (random) => mutateContainer(base, random), accepts });
const ofDer = (der: Uint8Array, read: (bytes: Uint8Array) => unknown): Target => ({
  mutate: (random) => ({ bytes: random.below(3) === 0 ? mutateBytes(der, random) : mutateDer(der, random), isSigned: true }),
  accepts: async (bytes) => {
    await read(bytes);
    return false;
  },
});

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const original = await verifyBundle({ bytes: bundle, ...trust, editions: [edition], now });

/** Bytes that nothing signed can differ, such as an unused field of a header; what was signed cannot. */
const targets: Readonly<Record<string, Target>> = {
  bundle: ofContainer(await baseOf(bundle), async (bytes) => {
    const report = await verifyBundle({ bytes, ...trust, editions: [edition], now });
    return report.verdict === 'valid' && !isSame(report, original);
  }),
  receipt: ofContainer(await baseOf(receipt), async (bytes) => {
    const report = await verifyReceipt({ bytes, bundle: null, ...trust, trusted: [office.certificate], now });
    return (
      report.verdict === 'valid' && !isSame(report.receipt, (await verifyReceipt({ bytes: receipt, bundle: null, ...trust, now })).receipt)
    );
  }),
  edition: ofContainer(await baseOf(form), async (bytes) => {
    const report = await verifyEdition({ bytes, ...trust, now });
    return report.verdict === 'valid' && report.signed?.loaded.digest !== edition.digest;
  }),
  certificate: ofDer(key.certificate.der, decodeCertificate),
  'revocation list': ofDer(list, decodeRevocationList),
  request: ofDer(writeRequest({ unitCode: '460100', unitName: '海口市' }, key.privateKey), readRequest),
  pins: ofDer(Buffer.from(`${key.certificate.fingerprint} 460100 海口市 revoked 2026-01-01\n# x\n`), (bytes) =>
    readPins(Buffer.from(bytes).toString(), 'pins.txt'),
  ),
};

const told: string[] = [];
afterAll(() => {
  process.stdout.write(`[fuzz] seed ${String(fuzzSeed)}: ${told.join(', ')}\n`);
});

describe.each(Object.entries(targets))('%s', (name, { mutate, accepts }) => {
  /** What went wrong with some bytes, or null. */
  async function fault({ bytes, isSigned }: ReturnType<Target['mutate']>): Promise<string | null> {
    const start = performance.now();
    try {
      const isAccepted = await accepts(bytes);
      if (isAccepted && !isSigned) return 'accepted';
    } catch (error) {
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    const took = performance.now() - start;
    return took > longestMs ? `took ${took.toFixed(0)} ms` : null;
  }

  test('what failed once does not fail again', async () => {
    const files = readdirSync(seeds).filter((file) => file.startsWith(`${name}-`));
    for (const file of files) {
      const isSigned = file.endsWith('-signed.bin');
      expect(await fault({ bytes: readFileSync(join(seeds, file)), isSigned }), file).toBeNull();
    }
  });

  test('mutants neither crash it, nor hold it up, nor are taken for the original', { timeout: (secondsEach + 30) * 1000 }, async () => {
    const random = makeRandom(fuzzSeed);
    const memory = process.memoryUsage().rss;
    const end = performance.now() + secondsEach * 1000;
    let tried = 0;
    let most = 0;
    while (performance.now() < end) {
      const mutant = mutate(random);
      const found = await fault(mutant);
      if (found !== null) {
        mkdirSync(seeds, { recursive: true });
        note(`mutated inputs: ${name}`, tried + 1, tried);
        const file = `${name}-${String(fuzzSeed)}-${String(tried)}${mutant.isSigned ? '-signed' : ''}.bin`;
        writeFileSync(join(seeds, file), mutant.bytes);
        expect(found, `kept as ${file}`).toBeNull();
      }
      tried += 1;
      most = Math.max(most, process.memoryUsage().rss - memory);
    }
    note(`mutated inputs: ${name}`, tried, tried);
    told.push(`${name} ${String(tried)}`);
    expect(tried).toBeGreaterThan(10);
    expect(most).toBeLessThan(mostMemory);
  });
});
