/** Where a reading stands, what it quotes, and what a bound figure is. */
import { describe, expect, test } from 'vitest';
import type { CellKey } from '#core/form/cell-key.ts';
import { checkNarrative } from '#core/figures/check-narrative.ts';
import { showFigureOf } from '#core/figures/passage.ts';
import { readFigures } from '#core/figures/read-figures.ts';
import type { Block, Inline } from '#core/narrative/narrative.ts';
import { plainText } from '#core/narrative/narrative-text.ts';
import { findingId } from '#core/rules/finding.ts';
import { check, orderOf, shown } from './harness.ts';

const words = (text: string): Inline => ({ kind: 'text', text });
const figure = (cell: CellKey): Inline => ({ kind: 'figure', cell });
const paragraph = (...content: readonly Inline[]): Block => ({ kind: 'paragraph', content });
const received: CellKey = 'applications.receivedThisYear.total';

function orderWith(blocks: readonly Block[], figures: Readonly<Record<string, number>>) {
  return { ...orderOf('', figures), narrative: { overview: blocks } };
}

/** The text at a place of a block, as a screen would underline it. */
function underlined(order: ReturnType<typeof orderWith>): readonly string[] {
  return readFigures(order).map(({ place }) => {
    const block = order.narrative.overview[place.block];
    return block === undefined ? '' : plainText(block, showFigureOf(order.form, order.cells)).slice(place.start, place.end);
  });
}

describe('places', () => {
  test('are the number without its unit, whatever white space and width it is written with', () => {
    const order = orderWith([paragraph(words('  全年收 到政府信息公开申请 ２,864 件，\n办结 ３６ 件。'))], {});
    expect(underlined(order)).toEqual(['２,864', '３６']);
  });

  test('of denials reach from the denying word to its object', () => {
    expect(underlined(orderWith([paragraph(words('本年度未收到 政府信息公开申请。'))], { receivedThisYear: 1 }))).toEqual([
      '未收到 政府信息公开申请',
    ]);
  });

  test('in lists count the marks of the items, as plain text does', () => {
    const list: Block = {
      kind: 'list',
      ordered: true,
      items: [[words('收到政府信息公开申请36件；')], [words('办结政府信息公开申请35件。')]],
    };
    const order = orderWith([paragraph(words('情况如下：')), list], {});
    expect(underlined(order)).toEqual(['36', '35']);
    expect(readFigures(order).map(({ place }) => place.block)).toEqual([1, 1]);
  });

  test('come in the order of the prose, sections as they are printed', () => {
    const narrative = {
      otherMatters: [paragraph(words('收到政府信息公开申请3件。'))],
      overview: [paragraph(words('办结依申请公开2件。')), paragraph(words('收到政府信息公开申请1件，办结1件。'))],
    };
    const readings = readFigures({ ...orderOf('', {}), narrative });
    expect(readings.map(({ place, figure: written }) => [place.section, place.block, written])).toEqual([
      ['overview', 0, '2'],
      ['overview', 1, '1'],
      ['overview', 1, '1'],
      ['otherMatters', 0, '3'],
    ]);
  });
});

describe('quotations', () => {
  test('are 40 characters around the figure in the message, more in the finding', () => {
    const long = `${'持续优化依申请公开工作机制并不断提升答复质量'.repeat(8)}共收到政府信息公开申请36件`;
    const [finding] = check(`${long}${'并强化督促检查确保件件有回音'.repeat(8)}。`, {});
    const quoted = /“(.*)”写/u.exec(finding?.message.zh ?? '')?.[1] ?? '';
    expect(quoted).toMatch(/^….*申请36件.*…$/u);
    expect(quoted.length).toBeLessThanOrEqual(42);
    expect(finding?.quotation?.sentence.length).toBeLessThanOrEqual(122);
    expect(finding?.quotation?.sentence).toContain(quoted.slice(1, -1));
  });

  test('are the whole of a short sentence, and of that sentence only', () => {
    const [finding] = check('强化管理。共收到政府信息公开申请36件。持续改进。', {});
    expect(finding?.quotation?.sentence).toBe('共收到政府信息公开申请36件。');
    expect(finding?.message.zh).toBe('正文“共收到政府信息公开申请36件。”写 36，表三“本年新收”为 0，相差 36');
    expect(finding?.message.en).toBe(
      'The text “共收到政府信息公开申请36件。” says 36; table 3 has 0 for received this year, difference 36',
    );
  });

  test('name a finding, so that two sentences are two findings and an edit of a cell is not a new one', () => {
    const text = '共收到政府信息公开申请36件。\n再次说明，收到政府信息公开申请37件。';
    const ids = check(text, {}).map(findingId);
    expect(new Set(ids).size).toBe(2);
    expect(check(text, { receivedThisYear: 5 }).map(findingId)).toEqual(ids);
  });
});

describe('bound figures', () => {
  test('cannot contradict, and show the cell of the moment', () => {
    const order = orderWith([paragraph(words('共收到政府信息公开申请'), figure(received), words('件，办结35件。'))], {
      receivedThisYear: 2864,
      handlingTotal: 36,
    });
    expect(shown(readFigures(order))).toEqual(['P-1 2,864 bound', 'P-3 35 differs']);
    expect(underlined(order)).toEqual(['2,864', '35']);
  });

  test('of another cell are skipped as well', () => {
    const order = orderWith([paragraph(words('办结政府信息公开申请'), figure(received), words('件。'))], {
      receivedThisYear: 36,
      handlingTotal: 35,
    });
    expect(checkNarrative(order)).toEqual([]);
  });

  test('of blank cells leave no figure', () => {
    const blocks = [paragraph(words('共收到政府信息公开申请'), figure(received), words('件。'))];
    const order = { ...orderWith(blocks, {}), cells: { [received]: null } };
    expect(readFigures(order)).toEqual([]);
  });

  test('stay known as the whole of a percentage', () => {
    const blocks = [paragraph(words('答复依申请公开'), figure('applications.handlingTotal.total'), words('件，其中予以公开10件，占50%。'))];
    expect(checkNarrative(orderWith(blocks, { handlingTotal: 40, disclosed: 10 }))).toMatchObject([{ code: 'P-18', left: 50, right: 25 }]);
  });
});

test('subjects carry from a heading to its paragraphs, and not beyond the next heading', () => {
  const heading = (text: string): Block => ({ kind: 'heading', level: 2, content: [words(text)] });
  const order = orderWith(
    [
      heading('（二）依申请公开'),
      paragraph(words('2023年，共收到36件。')),
      paragraph(words('不予公开2件。')),
      heading('（三）平台建设'),
      paragraph(words('2023年，共收到40件。不予公开3件。')),
    ],
    {},
  );
  expect(shown(readFigures(order))).toEqual(['P-1 36 differs', 'P-6 2 differs']);
});

test('a heading is no part of the sentences under it: what it speaks of does not rule their figures out', () => {
  const text = (paragraphs: string) => `（一）主动公开\n${paragraphs}`;
  const figures = { 'administrativeLicense.decisions': 423 };
  for (const paragraphs of ['全年办理行政许可450件。', '加强信息公开。\n全年办理行政许可450件。']) {
    expect(check(text(paragraphs), figures)).toMatchObject([{ code: 'P-16', left: 450, right: 423 }]);
  }
  expect(check(text('全年公开行政许可450件。'), figures)).toEqual([]);
});
