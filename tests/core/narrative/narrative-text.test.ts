import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '#core/narrative/narrative.ts';
import { blocksToText, countCharacters, narrativeFromText, plainText } from '#core/narrative/narrative-text.ts';

const noFigures = () => '';
const block = (kind: 'paragraph' | 2 | 3, text: string): Block =>
  kind === 'paragraph' ? { kind, content: [{ kind: 'text', text }] } : { kind: 'heading', level: kind, content: [{ kind: 'text', text }] };

describe('narrativeFromText', () => {
  test('takes short numbered lines without a sentence for headings, everything else for paragraphs', () => {
    const text = ['（一）主动公开', '', '全年公开1200条。', '(二) 依申请公开', '1.平台建设', '12．监督保障', '3、其他'].join('\n');
    expect(narrativeFromText(text)).toEqual([
      block(2, '（一）主动公开'),
      block('paragraph', '全年公开1200条。'),
      block(2, '(二) 依申请公开'),
      block(3, '1.平台建设'),
      block(3, '12．监督保障'),
      block(3, '3、其他'),
    ]);
  });

  test.each([
    '（二）依法做好依申请公开。各市县、各部门以完善内部制度为抓手',
    '（一）主动公开。',
    '（一）主动公开：',
    '1.5亿元',
    '2020年，工作有序推进',
    '（一）',
    `（三）${'很长的一句话'.repeat(8)}`,
    '一、总体情况',
  ])('leaves %j a paragraph', (line) => {
    expect(narrativeFromText(line)).toEqual([block('paragraph', line)]);
  });

  test('trims lines, ideographic spaces included, and keeps the words as they are', () => {
    expect(narrativeFromText('\ufeff　　一  是  好。\t\r\n\r\n \n第二段')).toEqual([
      block('paragraph', '一  是  好。'),
      block('paragraph', '第二段'),
    ]);
  });
});

describe('blocksToText', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('（一）主动公开', '（十二）平台', '1.建设', '（二）保障。说明', '', '   ', '2020年'),
    fc.string({ unit: 'grapheme' }),
  );

  test('gives back what narrativeFromText made of any text, and the text settles', () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const blocks = narrativeFromText(lines.join('\n'));
        const text = blocksToText(blocks, noFigures);
        expect(narrativeFromText(text)).toEqual(blocks);
        expect(blocksToText(narrativeFromText(text), noFigures)).toBe(text);
      }),
    );
  });

  test('shows bound figures as they read at the moment and list items one a line', () => {
    const blocks: readonly Block[] = [
      {
        kind: 'paragraph',
        content: [
          { kind: 'text', text: '收到' },
          { kind: 'figure', cell: 'a.b.c' },
          { kind: 'text', text: '件。' },
        ],
      },
      { kind: 'list', ordered: true, items: [[{ kind: 'text', text: '甲' }], [{ kind: 'text', text: '乙' }]] },
      { kind: 'list', ordered: false, items: [[{ kind: 'text', text: '丙' }]] },
    ];
    expect(blocksToText(blocks, (cell) => `<${cell}>`)).toBe('收到<a.b.c>件。\n（1）甲\n（2）乙\n• 丙');
    expect(blocks.map((each) => plainText(each, () => '3'))).toEqual(['收到3件。', '（1）甲\n（2）乙', '• 丙']);
  });

  test('keeps one line a block where a paragraph has line breaks inside', () => {
    expect(blocksToText([block('paragraph', '上\r\n下')], noFigures)).toBe('上 下');
  });
});

test('countCharacters counts what is printed, not the spaces, and a rare character once', () => {
  expect(countCharacters(' 共收到 12 件。\n𠮷 ')).toBe(8);
});
