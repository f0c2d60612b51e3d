/** What is marked beside last year's text is the difference, and all of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts, type TextRange } from '#renderer/prose/compare-texts.ts';

const cut = (texts: readonly string[], ranges: readonly (readonly TextRange[])[]) =>
  texts.flatMap((text, line) => (ranges[line] ?? []).map(({ start, end }) => text.slice(start, end)));
const without = (texts: readonly string[], ranges: readonly (readonly TextRange[])[]) =>
  texts
    .map((text, line) => (ranges[line] ?? []).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text))
    .join('');

describe('two versions of a text', () => {
  it('have nothing marked when they are the same', () => {
    const texts = ['（一）主动公开', '全年公开信息 120 条。'];
    expect(compareTexts(texts, texts)).toEqual({
      gone: [[], []],
      come: [[], []],
      pairs: [
        [0, 0],
        [1, 1],
      ],
    });
  });

  it('have the changed figure marked on both sides', () => {
    const [old, young] = [['全年收到政府信息公开申请 120 件，全部按时答复。'], ['全年收到政府信息公开申请 98 件，全部按时答复。']];
    const { gone, come } = compareTexts(old, young);
    expect(cut(old, gone)).toEqual(['120']);
    expect(cut(young, come)).toEqual(['98']);
  });

  it('have a new paragraph marked as a whole, and those around it not', () => {
    const old = ['第一段的文字。', '第三段的文字。'];
    const young = ['第一段的文字。', '新增加的一段内容。', '第三段的文字。'];
    const { gone, come } = compareTexts(old, young);
    expect(cut(old, gone)).toEqual([]);
    expect(come).toEqual([[], [{ start: 0, end: 9 }], []]);
  });

  it('have only the new sentence marked in a paragraph that was taken over, however much else is gone', () => {
    const taken = '（二）依法做好依申请公开。各单位以完善内部制度为抓手，规范答复文书格式。';
    const old = [
      ...Array.from({ length: 40 }, (_, index) => `去年第${String(index)}段写了许多别的事情，${'今年都不再写。'.repeat(10)}`),
      taken,
    ];
    const young = [taken.replace('。各', '。今年还开展了培训。各')];
    const { gone, come } = compareTexts(old, young);
    expect(gone.at(-1)).toEqual([]);
    expect(cut(young, come).join('')).toBe('今年还开展了培训。');
    expect(cut(old.slice(0, -1), gone)).toEqual(old.slice(0, -1));
  });

  it('pair a line with the one it is most like, not with the first that is somewhat like it', () => {
    const like = '各单位以完善内部制度为抓手，规范公开工作，加强平台建设，开展业务培训，落实监督检查，按时报送材料。';
    const taken = '各单位以完善内部制度为抓手，规范答复文书格式，加强登记审核，开展业务培训，按时办理申请，按时答复。';
    const { gone, come } = compareTexts([like, taken], ['（一）主动公开', taken.replace('按时答复', '及时答复')]);
    expect(gone[1]).toHaveLength(1);
    expect(come).toEqual([[{ start: 0, end: 7 }], [{ start: 44, end: 46 }]]);
  });

  it('do not agree by chance: a 的 between two differences is part of them', () => {
    const [old, young] = [['开头相同的句子，建设平台的经验，结尾也相同。'], ['开头相同的句子，培训人员的方法，结尾也相同。']];
    expect(cut(young, compareTexts(old, young).come)).toEqual(['培训人员的方法']);
  });

  it('leave the same words where everything marked is taken away', () => {
    const texts = fc.array(
      fc
        .array(fc.constantFrom('公开', '政府信息', '，', '。', '12', ' ', '申请', '答复工作'), { maxLength: 6 })
        .map((each) => each.join('')),
      {
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(texts, texts, (old, young) => {
        const { gone, come } = compareTexts(old, young);
        expect(without(old, gone)).toBe(without(young, come));
      }),
    );
  });

  it('of great length and nothing in common are marked whole, in no time to speak of', () => {
    const old = [Array.from({ length: 3000 }, (_, index) => `甲${String(index)}`).join('，')];
    const young = [Array.from({ length: 3000 }, (_, index) => `乙${String(index + 5000)}`).join('。')];
    const { gone, come } = compareTexts(old, young);
    expect(without(old, gone)).toBe('');
    expect(without(young, come)).toBe('');
  });
});
