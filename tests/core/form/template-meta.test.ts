/** The hidden sheet of a template: written and read back exactly, and refused where it is anything else. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTemplateMeta, templateMetaRows, type TemplateMeta } from '#core/form/template-meta.ts';

const id = fc.stringMatching(/^[a-zA-Z0-9]{1,12}$/u);
const address = fc.stringMatching(/^(表二|表三|上年数据表四)![A-Z]{1,2}[1-9][0-9]{0,2}$/u);
const cell = fc.tuple(id, id, id).map(([table, row, column]) => `${table}.${row}.${column}` as const);
const placed = fc.record({ address, cell });
const meta: fc.Arbitrary<TemplateMeta> = fc.record({
  unitCode: fc.stringMatching(/^[0-9A-Z-]{1,12}$/u),
  unitName: fc.string({ unit: 'grapheme', maxLength: 20 }),
  reportYear: fc.integer({ min: 2000, max: 2999 }),
  edition: fc.record({ id, digest: fc.stringMatching(/^[0-9a-f]{64}$/u) }),
  cells: fc.array(placed, { maxLength: 20 }),
  units: fc.array(placed, { maxLength: 3 }),
  notes: fc.array(fc.record({ address, table: id }), { maxLength: 3 }),
});

describe('the hidden sheet of a template', () => {
  it('reads back what was written, whatever it is', () => {
    fc.assert(
      fc.property(meta, (given) => {
        expect(readTemplateMeta(templateMetaRows(given))).toEqual(given);
      }),
    );
  });

  it('keeps codes as text, so that none loses its leading noughts', () => {
    const given: TemplateMeta = { ...fc.sample(meta, 1)[0]!, unitCode: '010203' };
    expect(templateMetaRows(given)[1]).toEqual(['unitCode', '010203']);
  });

  it('is refused when a row is missing, altered, or of another format', () => {
    fc.assert(
      fc.property(meta, fc.nat(5), (given, at) => {
        const rows = templateMetaRows(given);
        expect(readTemplateMeta(rows.filter((_row, index) => index !== at))).toBeNull();
        expect(readTemplateMeta([...rows, ['表三!D6', 'not a cell']])).toBeNull();
        expect(readTemplateMeta([...rows, ['D6', 'a.b.c']])).toBeNull();
        expect(readTemplateMeta([['format', 'nianbao.template/2'], ...rows.slice(1)])).toBeNull();
      }),
    );
    expect(readTemplateMeta([])).toBeNull();
  });
});
