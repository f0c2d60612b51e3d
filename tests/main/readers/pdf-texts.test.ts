/** Text taken out of PDF files (made-up reports, printed by a word processor): every figure, or named; never a wrong one. */
import { expect, test } from 'vitest';
import type { Intake } from '#core/intake/intake-lines.ts';
import type { Form } from '#core/form/form.ts';
import { readJson, readText, shippedEdition, type EditionId } from '../../fixtures/editions.ts';
import { takeHere } from './read-here.ts';

type Truth = { readonly unit: string; readonly year: number; readonly figures: string };

const truths = readJson('tests/fixtures/pdf/figures.json') as Readonly<Record<string, Truth>>;

async function take(name: string): Promise<{ intake: Intake; form: Form; figures: readonly string[] }> {
  const truth = truths[name];
  if (truth === undefined) throw new Error(`no truth for ${name}`);
  const edition = name.slice(-4) as EditionId;
  const text = readText(`tests/fixtures/pdf/${name}.txt`);
  const intake = await takeHere(text, '.txt', { edition, name: truth.unit, year: truth.year });
  return { intake, form: shippedEdition(edition).form, figures: truth.figures.split(' ') };
}

/** The cells with another value than the printed one, and those without any. */
function compare({ intake, form, figures }: Awaited<ReturnType<typeof take>>): { wrong: readonly string[]; missing: readonly string[] } {
  const cells = form.cells.map(({ key }, index) => ({ key, value: intake.filing.cells[key] ?? null, printed: figures[index] ?? '' }));
  const wrong = cells.filter(({ value, printed }) => value !== null && Number(value) !== Number(printed.replace('+', '')));
  return {
    wrong: wrong.map(({ key }) => key),
    missing: cells.flatMap(({ key, value, printed }) => (value === null && printed !== '-' ? [key] : [])),
  };
}

test.each(['with-layout-2021', 'with-layout-2019', 'in-columns-2021'])(
  '%s: every figure, read by order, and the prose is prose',
  async (name) => {
    const taken = await take(name);
    expect(compare(taken)).toEqual({ wrong: [], missing: [] });
    const { report, filing } = taken.intake;
    expect(report.notFound).toEqual([]);
    expect(report.notUnderstood).toEqual([]);
    expect(new Set(report.notes.map((note) => note.code)).has('read-by-order')).toBe(true);
    expect(JSON.stringify(filing.narrative['otherMatters'])).not.toMatch(/"\d+"/u);
  },
);

test('in-columns-2019: two rows without a sum whose figures were mixed are left out and named', async () => {
  const taken = await take('in-columns-2019');
  const { wrong, missing } = compare(taken);
  expect(wrong).toEqual([]);
  expect(missing).toHaveLength(6);
  expect(taken.intake.report.notFound.map((each) => each.cell)).toEqual(missing);
});

test.each(['in-columns-with-blanks-2019', 'in-columns-lost-2021'])(
  '%s: what cannot be proven is named, and nothing is wrong',
  async (name) => {
    const taken = await take(name);
    const { wrong, missing } = compare(taken);
    expect(wrong).toEqual([]);
    const named = new Set<string>(taken.intake.report.notFound.map((each) => each.cell));
    expect(missing.filter((key) => !named.has(key))).toEqual([]);
    expect(missing.length).toBeGreaterThan(0);
  },
);
