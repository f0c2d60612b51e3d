// Shared set-up: the 2019 edition, a small filing without errors and warnings, keys made once, and bundles of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFiling } from '#core/filing/new-filing.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { Outcome } from '#core/lib/outcome.ts';
import { loadEdition, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import { sealFiling, type SealedFiling, type SealOrder } from '#main/bundles/seal-filing.ts';
import { decodeCertificate, type Certificate } from '#main/signing/certificate.ts';
import { sha256Hex } from '#main/signing/digest.ts';
import { makeQuickKey } from '../../fixtures/quick-key.ts';
import { soundProse } from '../../fixtures/subjects.ts';

export const root = join(import.meta.dirname, '../../..');
export const now = new Date('2026-03-01T08:30:15.500Z');
export const passphrase = '海口市政府信息公开2026';
export const unit = { code: '460100', name: '海口市人民政府', creditCode: null, level: 'prefecture' } as const;

export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${outcome.problem.code} ${JSON.stringify(outcome.problem.details)}`);
}

export const edition: LoadedEdition = valueOf(
  loadEdition(
    { edition: readJson('edition.json'), rules: readJson('rules.json'), editionFile: 'edition.json', rulesFile: 'rules.json' },
    sha256Hex,
  ),
);

/** Every cell is zero: all sums agree. The prose says what is asked for. */
export function sampleFiling(changes: Partial<Filing> = {}): Filing {
  const filing = newFiling(unit, 2020, edition);
  const cells = Object.fromEntries(edition.form.cells.map((each) => [each.key, 0]));
  return { ...filing, cells, narrative: soundProse, ...changes };
}

/** What the rules say of the sample: the hints that last year’s figures are missing. */
export const uncheckedWithoutLastYear = ['T2-8', 'Y-1', 'Y-3', 'Y-5', 'Y-6'].map((code) => [code, 'hint']);

export type TestKey = { readonly p12: Uint8Array; readonly certificate: Certificate; readonly pem: string };

export async function makeKey(
  unitCode: string = unit.code,
  unitName: string = unit.name,
  at: Date = new Date('2026-01-01T00:00:00Z'),
): Promise<TestKey> {
  const { p12, certificatePem } = await makeQuickKey({ unitCode, unitName, passphrase, from: at });
  return { p12, certificate: certificateOf(certificatePem), pem: certificatePem };
}

export function certificateOf(pem: string): Certificate {
  const certificate = decodeCertificate(Buffer.from(pem.replace(/-----[A-Z ]+-----/gu, ''), 'base64'));
  if (certificate === null) throw new Error('not a certificate');
  return certificate;
}

/** Stands for the printed report where only its place in a bundle matters. */
export const documents = { docx: new Uint8Array([1]), html: '<!doctype html>', xlsx: new Uint8Array([2]) };

export async function seal(key: TestKey, changes: Partial<SealOrder> = {}): Promise<SealedFiling> {
  return valueOf(await trySeal(key, changes));
}

export function trySeal(key: TestKey, changes: Partial<SealOrder> = {}): Promise<Outcome<SealedFiling>> {
  const journal = [{ at: '2026-02-01T01:02:03Z', actor: '王芳', action: 'filing/create' }];
  return sealFiling({
    filing: sampleFiling(),
    edition,
    prior: null,
    journal,
    attachments: [],
    p12: key.p12,
    passphrase,
    now,
    ...changes,
  });
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(root, 'resources/editions/2019', name), 'utf8'));
}
