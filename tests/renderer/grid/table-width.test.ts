/** A statutory table is never narrower than its figures. */
import { describe, expect, it } from 'vitest';
import { leastWidth } from '#renderer/grid/table-width.ts';
import { editionIds, shippedEdition } from '../../fixtures/editions.ts';

describe('the least width of a table', () => {
  it('is what the fullest column needs, by its share of the whole', () => {
    for (const { form } of editionIds.map(shippedEdition)) {
      const table = form.edition.tables.find((each) => each.id === 'applications');
      if (table === undefined) throw new Error('no table');
      const total = table.widths.reduce((sum, each) => sum + each, 0);
      const share = (width: number) => (width / total).toFixed(4);
      expect(leastWidth(table, () => 5)).toBe(`calc((5ch + 14px) / ${share(Math.min(...table.widths.slice(3)))})`);
      const wide = (key: string) => (key === 'applications.receivedThisYear.total' ? 30 : 1);
      expect(leastWidth(table, wide)).toBe(`calc((30ch + 14px) / ${share(table.widths.at(-1) ?? 0)})`);
    }
  });
});
