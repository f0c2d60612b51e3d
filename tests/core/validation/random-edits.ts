/** Random edits of a whole report: its cells, its prose, and whose report it is. */
import fc from 'fast-check';
import type { CellKey } from '#core/form/cell-key.ts';
import { applyEdits, blankCells } from '#core/form/edit-cells.ts';
import { amountUnits } from '#core/form/form.ts';
import { unitLevels } from '#core/form/unit-level.ts';
import { intakeText } from '#core/intake/intake-text.ts';
import type { Block, Inline, Narrative } from '#core/narrative/narrative.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import type { FilingSubject, PriorFiling } from '#core/rules/subject.ts';
import { edition2019, seedText, shippedEdition, type EditionId } from '../../fixtures/editions.ts';
import { figuresBefore, soundProse, soundReport } from '../../fixtures/subjects.ts';

/** An edit of one target; edits of different targets may be made in any order. */
export type Edit = { readonly target: string; readonly edit: (subject: FilingSubject) => FilingSubject };

/** The prose of the seed, whose figures are those of its tables. */
function seedProse(): Narrative {
  const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;
  const read = intakeText({ text: seedText(), edition: edition2019(), unit, reportYear: 2020, fileName: 'seed' });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value.filing.narrative;
}

const seed = seedProse();
const text = (words: string): Inline => ({ kind: 'text', text: words });
const figure = (cell: CellKey): Inline => ({ kind: 'figure', cell });

/** Cells that the prose shows. */
const shownCells = ['applications.receivedThisYear.other', 'applications.broughtForward.other', 'remedies.reconsideration.upheld'] as const;
/** What these say depends on cells, on the heading above and on whose report it is, while the blocks stay the same objects. */
const bound = shownCells.flatMap((cell): Block[] => [
  { kind: 'paragraph', content: [text('本年新收政府信息公开申请'), figure(cell), text('件，办结12件。')] },
  {
    kind: 'list',
    ordered: true,
    items: [
      [text('收到'), figure(cell), text('件')],
      [text('2020年12月'), figure(cell), text('日印发通知')],
    ],
  },
]);
const headings = narrativeFromText('（一）主动公开情况\n（二）依申请公开情况\n（三）行政复议、行政诉讼情况\n（三）监督保障');
const subjectless = narrativeFromText(
  [
    '共收到27件，办结19件，结转下年度继续办理4件。',
    '结果维持3件，结果纠正1件，尚未审结2件。',
    '海南省人民政府办公厅收到政府信息公开申请70件。',
    '三亚市收到政府信息公开申请66件，三亚市编制本报告。',
  ].join('\n'),
);
const shared = [...bound, ...headings, ...subjectless];
const pool: readonly Block[] = [...Object.values(seed).flat(), ...shared, ...shared, ...shared];

/** Where the edits begin. */
export const startProse: Narrative = {
  ...seed,
  overview: [...headings.slice(1, 2), ...subjectless, ...bound, ...(seed['overview'] ?? [])],
};

/** Edits of entered cells follow each other in any order; a stated total might by chance agree with its parts in between. */
export function editsOf(id: EditionId, which: 'all' | 'entered' = 'all'): fc.Arbitrary<Edit> {
  return fc.oneof(
    { weight: 4, arbitrary: cellEdits(id, which) },
    { weight: 3, arbitrary: proseEdits() },
    { weight: 2, arbitrary: otherEdits(id) },
  );
}

function cellEdits(id: EditionId, which: 'all' | 'entered'): fc.Arbitrary<Edit> {
  const { form } = shippedEdition(id);
  const keys = form.cells.filter(({ computed }) => which === 'all' || !computed).map(({ key }) => key);
  const cell = fc.oneof(fc.constantFrom(...keys), fc.constantFrom<CellKey>(...shownCells));
  const value = fc.oneof(fc.nat(60), fc.nat(4000), fc.constantFrom(null, -1, '0.5', 2864, 80, 2808, 136));
  return fc.tuple(cell, value).map(([key, to]) => ({
    target: key,
    edit: (subject) => ({ ...subject, cells: applyEdits(form, subject.cells, [{ cell: key, value: to }]) }),
  }));
}

function proseEdits(): fc.Arbitrary<Edit> {
  const counted = fc.nat(4000).map((count): Block => ({ kind: 'paragraph', content: [text(`收到政府信息公开申请${String(count)}件。`)] }));
  const block = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pool) }, { weight: 1, arbitrary: counted });
  return fc
    .tuple(fc.constantFrom(...Object.keys(seed)), fc.array(block, { maxLength: 4 }), fc.nat(8), fc.nat(4))
    .map(([section, blocks, at, removed]) => ({
      target: section,
      edit: (subject) => {
        const own = startProse[section] ?? [];
        return { ...subject, narrative: { ...subject.narrative, [section]: [...own.slice(0, at), ...blocks, ...own.slice(at + removed)] } };
      },
    }));
}

function otherEdits(id: EditionId): fc.Arbitrary<Edit> {
  const { edition, subject: sound } = soundReport(id);
  const { form } = edition;
  const older = shippedEdition('2019').form;
  const priors: readonly (PriorFiling | null)[] = [
    null,
    sound.prior,
    figuresBefore(form, {}),
    figuresBefore(older, blankCells(older)),
    { form, cells: sound.cells, narrative: seed },
    { form, cells: sound.prior?.cells ?? {}, narrative: soundProse },
    { form: older, cells: soundReport('2019').subject.cells, narrative: { ...seed, problems: [] } },
  ];
  const open = form.cells.filter(({ unitOpen }) => unitOpen);
  const set = <Field extends keyof FilingSubject>(target: Field, values: readonly FilingSubject[Field][]): fc.Arbitrary<Edit> =>
    fc.constantFrom(...values).map((value) => ({ target, edit: (subject) => ({ ...subject, [target]: value }) }));
  return fc.oneof(
    set('level', unitLevels),
    set('prior', priors),
    set('reportYear', [2019, 2020, 2021, 2024]),
    set('unitName', ['示例单位', '海南省', '海南省人民政府办公厅', '三亚市']),
    set('title', ['海南省2020年政府信息公开工作年度报告', '2020年度年度报告', '']),
    set(
      'cellUnits',
      amountUnits.map((unit) => Object.fromEntries(open.map(({ key }) => [key, unit]))),
    ),
  );
}
