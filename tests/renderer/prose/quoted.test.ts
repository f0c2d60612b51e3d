/** Findings in the prose are found again in the document, also after it has moved on. */
import { describe, expect, it } from 'vitest';
import type { Finding, Quotation } from '#core/rules/finding.ts';
import type { Block } from '#core/narrative/narrative.ts';
import { docOf } from '#renderer/prose/convert.ts';
import { placesOf } from '#renderer/prose/places.ts';
import { marksOfFindings, rangeOfQuotation } from '#renderer/prose/quoted.ts';
import { paragraph } from './blocks.ts';

const show = () => '0';
const quotation: Quotation = { block: 1, start: 4, end: 9, sentence: '全年收到2,846件申请', words: '2,846' };
const blocks = [paragraph('第一段'), paragraph('全年收到2,846件申请，按时答复。')];

function textAt(of: readonly Block[], wanted: Quotation): string | null {
  const doc = docOf(of);
  const range = rangeOfQuotation(placesOf(doc, show), wanted);
  return range === null ? null : doc.textBetween(range.from, range.to);
}

describe('quoted words', () => {
  it('are where the finding says', () => {
    expect(textAt(blocks, quotation)).toBe('2,846');
  });

  it('are looked for where their sentence has moved to', () => {
    expect(textAt([paragraph('新的一段'), ...blocks], quotation)).toBe('全年收到2,846件申请');
  });

  it('lead to their block when they are gone', () => {
    expect(textAt([paragraph('第一段'), paragraph('全年收到若干件申请。')], quotation)).toBe('全年收到若干件申请。');
    expect(textAt([], quotation)).toBeNull();
  });

  it('are marked with severity and message only while they stand there', () => {
    const finding = { quotation, severity: 'warning', message: { zh: '不符', en: 'differs' } } as Finding;
    const mark = (of: readonly Block[]) =>
      marksOfFindings(placesOf(docOf(of), show), [finding, { ...finding, quotation: null }], (each) => each.message.zh);
    expect(mark(blocks)).toEqual([{ from: 10, to: 15, look: 'quoted warning', title: '不符' }]);
    expect(mark([paragraph('第一段'), paragraph('全年收到2,864件申请，按时答复。')])).toEqual([]);
  });
});
