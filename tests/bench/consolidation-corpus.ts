/** Bundles of as many units as are asked for: the published report of 海南省 for 2020 under other names, signed with keys of their own. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleContents, type PrintedReport } from '#core/bundle/contents.ts';
import { standardTitle, type Filing } from '#core/filing/filing.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import type { Block } from '#core/narrative/narrative.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { validate } from '#core/validation/validate.ts';
import { writeSignedContainer } from '#main/bundles/signed-container.ts';
import { issueSelfSigned } from '#main/signing/issue-certificate.ts';
import { makeKeyPair } from '#main/signing/make-key-pair.ts';
import { writeReportDocuments } from '#main/writers/report-documents.ts';
import { edition2019 } from '../fixtures/editions.ts';
import { seedFiling, splitFiling } from '../fixtures/made-units.ts';

const notBefore = new Date('2026-01-01T00:00:00Z');
const notAfter = new Date('2031-01-01T00:00:00Z');
const signedAt = new Date('2026-02-01T00:00:00Z');
const distinctFigures = 27;
const inFolder = 1_000;

/** Filings with figures of their own and the prose of the seed, every paragraph a little different. */
export function makeUnits(count: number, edition: LoadedEdition = edition2019()): readonly Filing[] {
  const seed = seedFiling(edition);
  const parts = splitFiling(seed, edition, distinctFigures);
  return Array.from({ length: count }, (_, index) => {
    const part = parts[index % parts.length] ?? seed;
    const unit = { ...part.unit, code: String(100_000_000 + index), name: `第${String(index)}单位` };
    const narrative = Object.fromEntries(
      Object.entries(part.narrative).map(([section, blocks]) => [section, blocks.map((block) => vary(block, unit.name))]),
    );
    return { ...part, unit, title: standardTitle(unit.name, part.reportYear), narrative };
  });
}

function vary(block: Block, name: string): Block {
  if (block.kind !== 'paragraph') return block;
  return { ...block, content: [...block.content, { kind: 'text', text: `（${name}提供）` }] };
}

/**
 * Writes the bundles below `folder`, a thousand in each folder, as the app would seal them, but for the printed reports, which
 * are slow to make: units with the same figures share them.
 */
export async function writeBundles(folder: string, filings: readonly Filing[], edition: LoadedEdition = edition2019()): Promise<void> {
  const printed: PrintedReport[] = [];
  for (const filing of filings.slice(0, distinctFigures)) printed.push(await writeReportDocuments(filing, edition.form));
  for (const [index, filing] of filings.entries()) {
    const documents = printed[index % printed.length];
    if (documents === undefined) throw new Error('no documents');
    const place = join(folder, String(Math.floor(index / inFolder)));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${filing.unit.code}.asice`), await bundleOf(filing, documents, edition));
  }
}

/** A signed bundle of the filing, whatever the rules say of it, by a key made for it. */
export async function bundleOf(filing: Filing, documents: PrintedReport, edition: LoadedEdition): Promise<Uint8Array> {
  const privateKey = await makeKeyPair('p256');
  const certificate = issueSelfSigned({ unitCode: filing.unit.code, unitName: filing.unit.name }, privateKey, { notBefore, notAfter });
  const findings = validate(edition.form, edition.book, subjectOf(filing, null));
  const entries = bundleContents({ filing, findings, journal: [], documents, attachments: [] }).map(({ name, mediaType, content }) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return { name, mediaType, bytes };
  });
  return writeSignedContainer(entries, { privateKey, certificate, chain: [] }, signedAt);
}
