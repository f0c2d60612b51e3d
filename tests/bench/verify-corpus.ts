/** Bundles for the benchmark of verification: distinct units, each sealed with the same key, on disk beside its certificate. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { filingName } from '#core/bundle/entry-names.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { renderReportHtml } from '#core/documents/report-html.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { validate } from '#core/validation/validate.ts';
import { writeSignedContainer } from '#main/bundles/signed-container.ts';
import { certificatePem } from '#main/signing/certificate-file.ts';
import { issueAuthority, issueUnit } from '#main/signing/issue-certificate.ts';
import { makeKeyPair } from '#main/signing/make-key-pair.ts';
import { loadEditions } from '#main/use-cases/load-editions.ts';
import { soundProse } from '../fixtures/subjects.ts';
import { makeRandom } from './random.ts';

export const sealedAt = new Date('2026-01-20T08:00:00Z');
const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2029-01-01T00:00:00Z') };
/** Bytes of a Word and an Excel document: packed already, so that nothing is saved on them. */
const documentSizes = { 'report.docx': 24_000, 'report.xlsx': 18_000 };

export function benchEditions(): readonly LoadedEdition[] {
  const editions = loadEditions(resolve(import.meta.dirname, '../../resources/editions'));
  if (!editions.ok) throw new Error(editions.problem.code);
  return editions.value;
}

/** Writes `count` bundles and `ca.pem` into a folder and gives the paths of the bundles. */
export async function writeBundles(folder: string, count: number): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const [edition] = benchEditions().filter((each) => each.id === '2019');
  if (edition === undefined) throw new Error('no edition of 2019');
  const office = { unitCode: '460000', unitName: '海南省人民政府办公厅' };
  const caKey = await makeKeyPair('p256');
  const ca = { privateKey: caKey, certificate: issueAuthority(office, caKey.publicKey, validity, caKey) };
  writeFileSync(join(folder, 'ca.pem'), certificatePem(ca.certificate));
  const privateKey = await makeKeyPair('p256');
  const random = makeRandom(20_260_120);
  const paths: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const code = `4601${String(index).padStart(5, '0')}`;
    const unit = { code, name: `第${String(index)}镇人民政府`, creditCode: null, level: 'township' } as const;
    const certificate = issueUnit({ unitCode: code, unitName: unit.name }, privateKey.publicKey, validity, ca);
    const cells = Object.fromEntries(edition.form.cells.map((each) => [each.key, 0]));
    const filing = { ...newFiling(unit, 2020, edition), cells, narrative: soundProse };
    const findings = validate(edition.form, edition.book, subjectOf(filing, null));
    const texts = {
      [filingName]: canonicalJson(filing),
      'validation.json': canonicalJson({ format: 'nianbao.validation/1', edition: filing.edition, findings, justifications: [] }),
      'journal.json': canonicalJson({ format: 'nianbao.journal/1', entries: [] }),
      'report.html': renderReportHtml(filing, edition.form),
    };
    const entries = [
      ...Object.entries(texts).map(([name, text]) => ({ name, mediaType: 'application/json', bytes: new TextEncoder().encode(text) })),
      ...Object.entries(documentSizes).map(([name, size]) => ({
        name,
        mediaType: 'application/octet-stream',
        bytes: Uint8Array.from({ length: size }, () => random.below(256)),
      })),
    ];
    const path = join(folder, `${code}.asice`);
    writeFileSync(path, writeSignedContainer(entries, { privateKey, certificate, chain: [] }, sealedAt));
    paths.push(path);
  }
  return paths;
}

/** What a shell needs besides: the sizes of all of them. */
export function totalBytes(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + readFileSync(path).length, 0);
}
