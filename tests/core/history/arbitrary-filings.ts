/** Filings of every shape, and edits as people make them. */
import fc from 'fast-check';
import type { CellKey } from '#core/form/cell-key.ts';
import { amountUnits } from '#core/form/form.ts';
import { acceptTotal, chooseUnit, enterCells, type WorkingFiling } from '#core/filing/edit-filing.ts';
import { sortedByName, type Attachment } from '#core/filing/attachment.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { Justification } from '#core/filing/justification.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import type { Block, Inline } from '#core/narrative/narrative.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import { edition2019 } from '../../fixtures/editions.ts';

export const edition = edition2019();
export const { form } = edition;
const { sections, tables } = form.edition;
const keys = form.cells.map((each) => each.key);
const entered = form.cells.filter((each) => !each.computed).map((each) => each.key);
const open = form.cells.filter((each) => each.unitOpen).map((each) => each.key);

const unit = { code: '469001', name: '五指山市', creditCode: null, level: 'county' as const };
export const blank: WorkingFiling = { filing: newFiling(unit, 2020, edition), pending: {} };

/** Small pools, so that two of them often have something in common. */
const words = fc.oneof(
  fc.constantFrom('公开', '公开信息12条', '公开信息21条', '𠮷野家', '𠮷𠮷', '', '零'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const anyKey = fc.constantFrom(...keys);
const fewKeys = fc.constantFrom(...keys.slice(0, 6));
const section = fc.constantFrom(...sections.map((each) => each.id));
const value = fc.oneof(fc.constant(null), fc.nat(5), fc.constantFrom('3.50', '3.5', '-2', '9007199254740993'));
const note = fc.dictionary(fewKeys, words, { maxKeys: 3, noNullPrototype: true });
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('text' as const), text: words }) },
  fc.record({ kind: fc.constant('figure' as const), cell: fewKeys }),
);
const content = fc.array(inline, { minLength: 1, maxLength: 2 });
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('paragraph' as const), content }) },
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3 as const), content }),
  fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(content, { maxLength: 2 }) }),
);
const explained = fc.oneof(fc.constant(null), fc.nat(5));
const justification: fc.Arbitrary<Justification> = fc.record({
  rule: fc.constantFrom('T3-1', 'T4-2'),
  section: fc.option(section),
  values: fc.dictionary(fewKeys, explained, { maxKeys: 2, noNullPrototype: true }),
  priorValues: fc.constant({}),
  sentence: fc.option(words),
  matter: fc.option(words),
  text: fc.constantFrom('一', '二'),
  author: fc.option(fc.constant('王芳')),
});
const attachment: fc.Arbitrary<Attachment> = fc.record({
  name: fc.constantFrom('签字页.pdf', '附表.xlsx', 'a.txt'),
  digest: fc.constantFrom('0'.repeat(64), 'f'.repeat(64)),
  size: fc.nat(1000),
  mediaType: fc.constant('application/pdf'),
});
const person = fc.option(fc.constantFrom('王芳', '李强'));

export const workingFilings: fc.Arbitrary<WorkingFiling> = fc
  .record({
    filing: fc.record({
      format: fc.constant(blank.filing.format),
      unit: fc.constantFrom(unit, { ...unit, creditCode: '11469001MB1' }),
      reportYear: fc.constantFrom(2019, 2020),
      edition: fc.constantFrom(blank.filing.edition, { id: '2019', digest: '0'.repeat(64) }),
      title: fc.constantFrom(blank.filing.title, '工作年度报告'),
      cells: fc.dictionary(anyKey, value, { maxKeys: 8, noNullPrototype: true }),
      cellUnits: fc.dictionary(fc.constantFrom(...open), fc.constantFrom(...amountUnits), { noNullPrototype: true }),
      tableNotes: fc.dictionary(fc.constantFrom(...tables.map((each) => each.id)), words, { noNullPrototype: true }),
      cellNotes: note,
      narrative: fc.dictionary(section, fc.array(block, { maxLength: 4 }), { maxKeys: 3, noNullPrototype: true }),
      justifications: fc.array(justification, { maxLength: 4 }),
      people: fc.record({ preparer: person, reviewer: person, signatory: person, phone: person }),
      attachments: fc.uniqueArray(attachment, { maxLength: 3, selector: ({ name }) => name }).map((files) => sortedByName(files)),
      revision: fc.constantFrom(blank.filing.revision, { number: 2, previousBundleDigest: 'a'.repeat(64), changes: [] }),
    }),
    pending: note,
  })
  .map(({ filing, pending }) => ({ filing: { ...filing, cells: { ...blank.filing.cells, ...filing.cells } }, pending }));

/** An edit as the app makes it; `action` is the word of the journal. */
export type Edit = { readonly action: string; readonly place: string; readonly work: (working: WorkingFiling) => WorkingFiling };

const withFiling = (working: WorkingFiling, members: Partial<Filing>): WorkingFiling => ({
  ...working,
  filing: { ...working.filing, ...members },
});
const typed = fc.record({
  cell: fc.constantFrom(...entered.slice(0, 12)),
  text: fc.constantFrom('0', '1', '12', '', '若干', '1,432', '3.5万元'),
});

export const edits: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: typed.map((each) => enter([each])) },
  fc.array(typed, { minLength: 1, maxLength: 5 }).map(enter),
  { weight: 2, arbitrary: fc.tuple(section, fc.array(words, { maxLength: 3 })).map(([id, lines]) => write(id, lines.join('\n'))) },
  fc
    .constantFrom(...open)
    .map((cell) => ({ action: 'filing/choose-unit', place: cell, work: (working: WorkingFiling) => choose(working, cell) })),
  fc.constantFrom(...form.totals.map((each) => each.target)).map((cell) => ({
    action: 'filing/accept-total',
    place: cell,
    work: (working: WorkingFiling) => valueOr(acceptTotal(form, working, cell), working),
  })),
  justification.map((each) => ({
    action: 'filing/justify',
    place: 'justification',
    work: (working: WorkingFiling) => {
      const kept = working.filing.justifications.filter((other) => other.rule !== each.rule);
      return withFiling(working, { justifications: [...kept, each] });
    },
  })),
  person.map((preparer) => ({
    action: 'filing/name-people',
    place: 'preparer',
    work: (working: WorkingFiling) => withFiling(working, { people: { ...working.filing.people, preparer } }),
  })),
);

function enter(texts: { cell: CellKey; text: string }[]): Edit {
  const [first] = texts;
  return {
    action: 'filing/enter-cells',
    place: first?.cell ?? '',
    work: (working: WorkingFiling) => valueOr(enterCells(form, working, texts), working),
  };
}

function write(id: string, text: string): Edit {
  return {
    action: 'filing/write-section',
    place: id,
    work: (working: WorkingFiling) => withFiling(working, { narrative: { ...working.filing.narrative, [id]: narrativeFromText(text) } }),
  };
}

function choose(working: WorkingFiling, cell: CellKey): WorkingFiling {
  return valueOr(chooseUnit(form, working, cell, working.filing.cellUnits[cell] === '元' ? '万元' : '元'), working);
}

function valueOr<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false }, instead: T): T {
  return outcome.ok ? outcome.value : instead;
}
