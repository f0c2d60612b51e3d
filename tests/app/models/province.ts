/** 29 made units whose reports sum to the seed, as they come to a province: two missing, one tampered, one wrong, one amended. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { valueAt } from '#core/form/edit-cells.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import type { Filing } from '#core/filing/filing.ts';
import { openSignedContainer } from '#main/bundles/signed-container.ts';
import { bundleOf } from '../../bench/consolidation-corpus.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { printReport } from '../../fixtures/layouts/printed.ts';
import { asWorkbook, plainBook } from '../../fixtures/layouts/workbooks.ts';
import { seedFiling, splitFiling, superior } from '../../fixtures/made-units.ts';

export const edition = edition2019();
export const seed = seedFiling(edition);
const units = splitFiling(seed, edition, 29);
/** Stands for the printed report, which nothing here reads. */
const documents = { docx: new Uint8Array([1]), html: '<!doctype html>', xlsx: new Uint8Array([2]) };
const [tampered, wrong, amended] = [2, 4, 6];
const missing = [27, 28];
export const wrongCell: CellKey = 'applications.receivedThisYear.naturalPerson';

export function unitAt(index: number): Filing {
  const filing = units[index];
  if (filing === undefined) throw new Error(`no unit ${String(index)}`);
  return filing;
}

export function rosterText(): string {
  const lines = units.map(({ unit }) => `${unit.code},${unit.name},市,${superior.code}`);
  return ['代码,名称,级别,上级代码', ...lines].join('\r\n');
}

function sealed(filing: Filing): Promise<Uint8Array> {
  return bundleOf(filing, documents, edition);
}

function workbookOf(filing: Filing): Uint8Array {
  const textOf = (cell: string) => `${String(valueAt(filing.cells, cell as CellKey) ?? '')}${filing.cellUnits[cell as CellKey] ?? ''}`;
  return asWorkbook(printReport({ title: filing.title, textOf }, edition.form), plainBook);
}

function revised(filing: Filing, previousBundleDigest: string | null): Filing {
  return { ...filing, revision: { number: 2, previousBundleDigest, changes: [] } };
}

/** As the files come in at first. */
export async function writeFirst(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const put = (index: number, ending: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, `${unitAt(index).unit.name}${ending}`), bytes);
  };
  for (const [index, filing] of units.entries()) {
    if (missing.includes(index) || index === amended) continue;
    if (index === wrong) {
      const cells = { ...filing.cells, [wrongCell]: Number(valueAt(filing.cells, wrongCell)) + 9 };
      put(index, '.xlsx', workbookOf({ ...filing, cells }));
    } else if (index === tampered) {
      const bytes = Buffer.from(await sealed(filing));
      const at = bytes.indexOf('filing.json') + 200;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      put(index, '.asice', bytes);
    } else if (index % 3 === 0) put(index, '.xlsx', workbookOf(filing));
    else put(index, '.asice', await sealed(filing));
  }
  const first = await sealed({ ...unitAt(amended), cells: unitAt(5).cells });
  put(amended, '-v1.asice', first);
  const { digest } = await openSignedContainer(first, 'filing.json');
  put(amended, '-v2.asice', await sealed(revised(unitAt(amended), digest)));
}

/** What mends all that. */
export async function writeRepair(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const index of [...missing, tampered]) {
    writeFileSync(join(folder, `${unitAt(index).unit.name}-补.asice`), await sealed(unitAt(index)));
  }
  writeFileSync(join(folder, `${unitAt(wrong).unit.name}-更正.asice`), await sealed(revised(unitAt(wrong), null)));
}
