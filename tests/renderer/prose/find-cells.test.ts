/** A clerk finds a cell by what stands in the table. */
import { describe, expect, it } from 'vitest';
import { findCells } from '#renderer/prose/find-cells.ts';
import { edition2019 } from '../../fixtures/editions.ts';

const { form } = edition2019();
const values: Readonly<Record<string, string>> = {
  'applications.receivedThisYear.total': '2,864',
  'applications.receivedThisYear.naturalPerson': '1,432',
  'applications.handlingTotal.naturalPerson': '1,376',
};
const find = (query: string, language: 'zh' | 'en' = 'zh') =>
  findCells(form, { query, language, show: (cell) => values[cell] ?? '', most: 400 }).map((each) => each.cell);

describe('the search for a cell', () => {
  it('finds it by row and column, in any order, with or without a space', () => {
    for (const query of ['新收 自然人', '自然人 本年新收', '新收自然人', '三 新收 自然人']) {
      expect(find(query)[0], query).toBe('applications.receivedThisYear.naturalPerson');
    }
    expect(find('received natural', 'en')).toContain('applications.receivedThisYear.naturalPerson');
  });

  it('has what is called so before what only stands under it', () => {
    expect(find('办理 总计')[0]).toBe('applications.handlingTotal.total');
    expect(find('予以公开 总计')[0]).toBe('applications.disclosed.total');
  });

  it('finds it by its value, with or without separators and in full-width digits', () => {
    for (const query of ['2864', '2,864', '２８６４']) expect(find(query)[0], query).toBe('applications.receivedThisYear.total');
  });

  it('has cells with just that value before those in which it occurs', () => {
    expect(find('1432')[0]).toBe('applications.receivedThisYear.naturalPerson');
    expect(find('1')).toContain('applications.handlingTotal.naturalPerson');
  });

  it('offers filled totals first before anything is typed, and every cell', () => {
    expect(find('')[0]).toBe('applications.receivedThisYear.total');
    expect(find('')).toHaveLength(form.cells.length);
  });

  it('finds nothing where nothing is called so', () => {
    expect(find('天气')).toEqual([]);
    expect(find('99999')).toEqual([]);
  });
});
