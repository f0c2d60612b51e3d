/** Two versions of a text written as one lose nothing of either. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redline } from '#renderer/prose/redline.ts';

describe('two versions of a text in one', () => {
  it('mark the changed words in their sentence, and leave out what is the same', () => {
    const old = ['（一）主动公开', '全年收到申请 120 件，全部按时答复。', '删去的一段。'];
    const young = ['（一）主动公开', '全年收到申请 98 件，全部按时答复。', '另外增加了一段，说别的事情。'];
    expect(redline(old, young)).toEqual([
      [
        { text: '全年收到申请 ', mark: 'same' },
        { text: '120', mark: 'gone' },
        { text: '98', mark: 'come' },
        { text: ' 件，全部按时答复。', mark: 'same' },
      ],
      [{ text: '删去的一段。', mark: 'gone' }],
      [{ text: '另外增加了一段，说别的事情。', mark: 'come' }],
    ]);
    expect(redline(young, young)).toEqual([]);
  });

  it('hold every word of both: without what came they are the old lines that differ, without what is gone the new ones', () => {
    const line = fc
      .array(fc.constantFrom('公开', '信息', '120', '件', '，', '申请', '答复', '。', '的'), { maxLength: 14 })
      .map((each) => each.join(''));
    const text = fc.array(line, { maxLength: 6 });
    fc.assert(
      fc.property(text, text, (old, young) => {
        const lines = redline(old, young);
        const without = (mark: string) =>
          lines.map((pieces) => pieces.flatMap((each) => (each.mark === mark ? [] : [each.text])).join('')).filter((each) => each !== '');
        const isSubsequence = (some: readonly string[], all: readonly string[]) => {
          let at = -1;
          return some.every((each) => (at = all.indexOf(each, at + 1)) !== -1);
        };
        expect(isSubsequence(without('come'), old)).toBe(true);
        expect(isSubsequence(without('gone'), young)).toBe(true);
        expect(lines.length === 0).toBe(old.filter((each) => each !== '').join('\n') === young.filter((each) => each !== '').join('\n'));
      }),
    );
  });
});
