/** Whole filings for the benchmark of validation: published figures and the prose of the seed, numbers varied. */
import type { CellValue } from '#core/lib/exact.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import { computeTotals, valueAt, type Cells } from '#core/form/edit-cells.ts';
import type { Form } from '#core/form/form.ts';
import { standardTitle } from '#core/filing/filing.ts';
import { intakeText } from '#core/intake/intake-text.ts';
import type { Block, Inline, Narrative } from '#core/narrative/narrative.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { FilingSubject } from '#core/rules/subject.ts';
import { edition2019, seedText } from '../fixtures/editions.ts';
import { reportNames } from '../fixtures/published-report.ts';
import { agreeingYearBefore, publishedSubject } from '../fixtures/subjects.ts';
import { makeRandom, type Random } from './random.ts';

export type WholeFiling = { readonly edition: LoadedEdition; readonly subject: FilingSubject };

const years = { '2019': 2020, '2021': 2023 } as const;

/** Distinct filings of both editions with last year's, whose tables agree; the same seed, the same filings. */
export function makeFilings(count: number, seed: number): readonly WholeFiling[] {
  const random = makeRandom(seed);
  const sources = reportNames.map(publishedSubject);
  const sample = readSample();
  return Array.from({ length: count }, (_, index) => {
    const { edition: own, subject } = random.pick(sources);
    const edition = loadedOnce(own);
    const { form } = edition;
    const cells = varyCells(form, subject.cells, random);
    const reportYear = years[edition.id as keyof typeof years];
    const unitName = `第${String(index)}单位`;
    const before = agreeingYearBefore(form, cells);
    const prose = (of: Cells, year: number) => varyProse(sample, of, year, random);
    const prior = { form, cells: before, narrative: prose(before, reportYear - 1) };
    const title = standardTitle(unitName, reportYear);
    return { edition, subject: { ...subject, cells, narrative: prose(cells, reportYear), reportYear, unitName, title, prior } };
  });
}

const loaded = new Map<string, LoadedEdition>();

/** An edition is loaded, and its rules made ready, once in the life of the app, whatever comes to be validated. */
function loadedOnce(edition: LoadedEdition): LoadedEdition {
  const first = loaded.get(edition.id) ?? edition;
  loaded.set(edition.id, first);
  return first;
}

type Sample = { readonly narrative: Narrative; readonly cellOf: ReadonlyMap<string, CellKey> };

/** The seed's prose, and which cell each figure of its tables stands in; totals come before parts. */
function readSample(): Sample {
  const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;
  const edition = edition2019();
  const read = intakeText({ text: seedText(), edition, unit, reportYear: 2020, fileName: 'hainan-2020.txt' });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const { cells, narrative } = read.value.filing;
  const ordered = edition.form.cells.toSorted((one, other) => Number(one.column.id === 'total') - Number(other.column.id === 'total'));
  return { narrative, cellOf: new Map(ordered.map(({ key }) => [String(valueAt(cells, key)), key])) };
}

function varyCells(form: Form, cells: Cells, random: Random): Cells {
  const varied: Record<CellKey, CellValue> = {};
  for (const { key, value } of form.cells) {
    const kept = valueAt(cells, key);
    varied[key] = kept === null ? 0 : value === 'count' && typeof kept === 'number' ? vary(kept, random) : kept;
  }
  for (const { key, row, table, column, computed } of form.cells) {
    if (row.id !== 'receivedThisYear' || computed) continue;
    const at = (name: string): CellKey => `${table.id}.${name}.${column.id}`;
    const handled = Number(valueAt(computeTotals(form, varied), at('handlingTotal')));
    varied[at('carriedForward')] = Number(varied[at('carriedForward')]) + Number(varied[at('broughtForward')]);
    varied[key] = handled + Number(varied[at('carriedForward')]) - Number(varied[at('broughtForward')]);
  }
  return computeTotals(form, varied);
}

function vary(value: number, random: Random): number {
  return Math.round((value * (50 + random.below(101))) / 100);
}

function varyProse({ narrative, cellOf }: Sample, cells: Cells, year: number, random: Random): Narrative {
  const inText = (text: string) =>
    text.replaceAll(/\d+(?:\.\d+)?/gu, (figure) => {
      if (figure === '2020' || figure === '2019') return String(year - 2020 + Number(figure));
      const cell = cellOf.get(figure);
      if (cell !== undefined && valueAt(cells, cell) !== null) return String(valueAt(cells, cell));
      return Number(figure) < 32 || figure.includes('.') ? figure : String(vary(Number(figure), random));
    });
  const inInline = (inline: Inline): Inline => (inline.kind === 'text' ? { kind: 'text', text: inText(inline.text) } : inline);
  const inBlock = (block: Block): Block =>
    block.kind === 'list'
      ? { ...block, items: block.items.map((item) => item.map(inInline)) }
      : { ...block, content: block.content.map(inInline) };
  return Object.fromEntries(Object.entries(narrative).map(([section, blocks]) => [section, blocks.map(inBlock)]));
}
