/** A stick as it comes to a superior, and the roster of the units that it is of. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Filing } from '#core/filing/filing.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { seedFiling, splitFiling } from '../../fixtures/made-units.ts';

const edition = edition2019();
export const inboxUnits: readonly Filing[] = splitFiling(seedFiling(edition), edition, 6);

/** Six units: one amended, one sent twice, one damaged, one that contradicts itself, two silent. */
export function writeInbox(folder: string): void {
  mkdirSync(folder);
  const put = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
  };
  const [first, second, third, fourth] = inboxUnits as [Filing, Filing, Filing, Filing];
  put('一.filing.json', JSON.stringify(first));
  put('一 更正.filing.json', JSON.stringify({ ...first, revision: { number: 2, previousBundleDigest: null, changes: [] } }));
  put('二.filing.json', JSON.stringify(second));
  put('二 副本.filing.json', JSON.stringify(second, null, 2));
  put(`示例-${third.unit.code}-2020-v1.asice`, 'PK half a bundle');
  put('四.filing.json', JSON.stringify({ ...fourth, cells: { ...fourth.cells, 'applications.receivedThisYear.naturalPerson': 99_999 } }));
  put('说明.png', '');
}

export function writeRoster(path: string): void {
  const lines = inboxUnits.map(({ unit }, index) => `${unit.code},${unit.name},市,王芳,0898-${String(index)}`);
  writeFileSync(path, ['单位代码,单位名称,级别,联系人,电话', ...lines].join('\r\n'));
}
