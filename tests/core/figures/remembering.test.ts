/** What was read of a block is remembered: after any edits the readings are those of a report that was never seen before. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellKey } from '#core/form/cell-key.ts';
import { checkNarrative } from '#core/figures/check-narrative.ts';
import { readFigures, type NarrativeOrder } from '#core/figures/read-figures.ts';
import type { Block, Inline } from '#core/narrative/narrative.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import { editionIds, readText, seedText } from '../../fixtures/editions.ts';
import { cellsWith, formOf, orderOf } from './harness.ts';

const sections = ['overview', 'otherMatters'] as const;
const headings = ['（一）主动公开', '（二）依申请公开', '（三）行政复议、行政诉讼情况', '（四）监督保障'];
/** Most of them mean what they mean by what stands before them, whose report it is, and of which year. */
const sentences = [
  '共收到2864件，办结2808件（其中网上20件），同比增长12%，不予公开245件，占8.7%。',
  '予以公开及部分公开1960件；无法提供338件，2019年结转80件。',
  '2020年，全省共收到政府信息公开申请2864件，上年结转81件。',
  '2019年，共收到1900件。',
  '受理申请12件。',
  '省政府办公厅受理政府信息公开申请12件，其他部门受理30件。',
  '未收到政府信息公开申请。',
  '因政府信息公开产生行政复议104件，均维持原答复。',
  '全年办理行政许可450件，公示行政处罚12件。',
  '公开信息59条，其中政务信息12条、工作动态49条。',
  '本年度未收取信息处理费。',
  '全年共收取政府信息公开信息处理费380元。',
  '通过审计信息专栏公开信息20条。',
  '全年通过审计信息专栏公开政府信息16条。',
];
const longer = [...seedText().split('\n'), ...readText('tests/fixtures/narrative/harmless.txt').split('\n')].filter(
  (line) => line.length > 4,
);
const figures = { receivedThisYear: 2864, broughtForward: 80, handlingTotal: 2808, disclosed: 1899, partiallyDisclosed: 61 };

const piece = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...sentences) }, { weight: 1, arbitrary: fc.constantFrom(...longer) });
const words = fc.array(piece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
const often: readonly CellKey[] = ['applications.receivedThisYear.total', 'applications.handlingTotal.total'];
const value = fc.option(fc.constantFrom(0, 1, 12, 80, 104, 136, 245, 338, 450, 1899, 2808, 2864), { nil: null });
const heading = fc.constantFrom(...headings).map((each): Block => ({ kind: 'heading', level: 2, content: [{ kind: 'text', text: each }] }));

function paragraphs(cells: readonly CellKey[]): fc.Arbitrary<Block> {
  const text = words.map((each): readonly Inline[] => [{ kind: 'text', text: each }]);
  const bound = fc.tuple(fc.constantFrom(...often, ...cells.slice(0, 4)), words).map(([cell, each]): readonly Inline[] => [
    { kind: 'text', text: '全省共收到政府信息公开申请' },
    { kind: 'figure', cell },
    { kind: 'text', text: `件。${each}` },
  ]);
  const content = fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: bound });
  return fc.oneof(
    { weight: 5, arbitrary: content.map((each): Block => ({ kind: 'paragraph', content: each })) },
    { weight: 1, arbitrary: fc.array(content, { maxLength: 3 }).map((items): Block => ({ kind: 'list', ordered: true, items })) },
  );
}

type Edit = (order: NarrativeOrder) => NarrativeOrder;

/** Blocks are put in, taken out and moved; headings change; cells of this year and last change; so do the year and the unit. */
function edits(cells: readonly CellKey[]): fc.Arbitrary<Edit> {
  const section = fc.constantFrom(...sections);
  const block = fc.oneof(heading, paragraphs(cells));
  const change = (name: string, edit: (list: readonly Block[]) => readonly Block[]): Edit => {
    return (order) => ({ ...order, narrative: { ...order.narrative, [name]: edit(order.narrative[name] ?? []) } });
  };
  const cell = fc.tuple(fc.oneof(fc.constantFrom(...often), fc.constantFrom(...cells)), value);
  return fc.oneof(
    fc.tuple(section, fc.nat(6), block).map(([name, at, each]) => change(name, (list) => list.toSpliced(at, 0, each))),
    fc.tuple(section, fc.nat(6)).map(([name, at]) => change(name, (list) => list.toSpliced(at, 1))),
    fc.tuple(section, fc.nat(6)).map(([name, at]) => change(name, (list) => [...list.slice(at), ...list.slice(0, at)])),
    fc.tuple(section, heading).map(([name, each]) => change(name, (list) => [each, ...list.slice(1)])),
    cell.map(([key, to]): Edit => (order) => ({ ...order, cells: { ...order.cells, [key]: to } })),
    cell.map(([key, to]): Edit => {
      return (order) => ({ ...order, prior: { form: order.form, cells: { ...order.prior?.cells, [key]: to } } });
    }),
    fc.constantFrom('海南省', '海南省人民政府办公厅').map((unitName): Edit => (order) => ({ ...order, unitName })),
    fc.constantFrom(2019, 2020, 2021).map((reportYear): Edit => (order) => ({ ...order, reportYear })),
  );
}

describe.each(editionIds)('edition %s', (edition) => {
  const cells = formOf(edition).cells.map(({ key }) => key);
  const prose = fc.tuple(heading, fc.array(paragraphs(cells), { minLength: 2, maxLength: 4 })).map(([first, rest]) => [first, ...rest]);
  const narrative = fc.record({ overview: prose, otherMatters: prose });
  const start = orderOf('', figures, { edition, unitName: '海南省', reportYear: 2020 });

  test('after edits in any order it reads what it would read of the report seen for the first time', () => {
    fc.assert(
      fc.property(narrative, fc.array(edits(cells), { minLength: 1, maxLength: 20 }), (first, made) => {
        let order: NarrativeOrder = { ...start, narrative: first };
        for (const edit of [(each: NarrativeOrder) => each, ...made]) {
          order = edit(order);
          const unseen = { ...order, narrative: structuredClone(order.narrative) };
          expect(readFigures(order)).toEqual(readFigures(unseen));
          expect(checkNarrative(order)).toEqual(checkNarrative(unseen));
        }
        // With another list of the same rules not even the words of the rules are remembered.
        expect(checkNarrative(order)).toEqual(checkNarrative({ ...order, rules: [...order.rules] }));
      }),
      { numRuns: 50 },
    );
  });
});

test('the sentences of the property above contradict often enough to mean something', () => {
  const findings = checkNarrative(
    orderOf(['（二）依申请公开', ...sentences].join('\n'), { 'reconsideration.corrected': 1 }, { reportYear: 2020 }),
  );
  expect(new Set(findings.map(({ code }) => code)).size).toBeGreaterThanOrEqual(10);
});

test('a heading that changes changes what its paragraphs are about', () => {
  const paragraph = narrativeFromText('2023年，共收到36件。');
  const codesUnder = (heading: string) =>
    checkNarrative({ ...orderOf('', {}), narrative: { overview: [...narrativeFromText(heading), ...paragraph] } }).map(({ code }) => code);
  expect(codesUnder('（二）依申请公开')).toEqual(['P-1']);
  expect(codesUnder('（二）平台建设')).toEqual([]);
  expect(codesUnder('（二）依申请公开')).toEqual(['P-1']);
});

test('a bound figure that shows another value is read again', () => {
  const cell = 'applications.handlingTotal.total';
  const content: readonly Inline[] = [
    { kind: 'text', text: '答复依申请公开' },
    { kind: 'figure', cell },
    { kind: 'text', text: '件，其中予以公开10件，占50%。' },
  ];
  const narrative = { overview: [{ kind: 'paragraph', content } as const] };
  const checked = (handlingTotal: number) =>
    checkNarrative({ ...orderOf('', {}), narrative, cells: cellsWith('2021', { handlingTotal, disclosed: 10 }) });
  expect(checked(20)).toEqual([]);
  expect(checked(40)).toMatchObject([{ code: 'P-18', left: 50, right: 25 }]);
  expect(checked(20)).toEqual([]);
});
