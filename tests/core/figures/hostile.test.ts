/** Text that no report contains is read all the same, in time that grows with its length alone. */
import { describe, expect, test } from 'vitest';
import { checkNarrative } from '#core/figures/check-narrative.ts';
import { orderOf } from './harness.ts';

function findingsIn(text: string): number {
  const narrative = { overview: [{ kind: 'paragraph', content: [{ kind: 'text', text }] } as const] };
  return checkNarrative({ ...orderOf('', { receivedThisYear: 1 }), narrative }).length;
}

const million = 1_000_000;

describe('a text without any punctuation', () => {
  test.each(['公', '收到政府信息公开申请1件'])('of a megabyte of %j', (piece) => {
    expect(findingsIn(piece.repeat(million / piece.length))).toBe(0);
  });

  test.each(['1件', '收到', '一二三万亿', '予以公开及', '其中1件', '(', '《', '12%', '上年结转'])('of a fifth of it of %j', (piece) => {
    expect(findingsIn(piece.repeat(million / 5 / piece.length))).toBe(0);
  });
});

describe('a long text of contradictions', () => {
  const sentences = Array.from({ length: 8_000 }, (_, index) => `收到政府信息公开申请${String(index + 2)}件。`);

  test('is a finding for each sentence', () => {
    expect(findingsIn(sentences.join(''))).toBe(sentences.length);
  });

  test('is one finding where a sentence is repeated word for word', () => {
    expect(findingsIn(sentences[0]?.repeat(8_000) ?? '')).toBe(1);
  });
});

test.each(['', '\n', '。。。', '（（（）', '件', '%', '，1', '\ud83d\ude00收到政府信息公开申请1件\ud83d', '\uf8f01\uf8f1'])(
  '%j is read',
  (text) => {
    expect(findingsIn(text)).toBe(0);
  },
);
