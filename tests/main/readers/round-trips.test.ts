/** Any figures, in any layout of any kind of file, come back as they were. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Form, FormCell } from '#core/form/form.ts';
import { parseCell } from '#core/form/parse-cell.ts';
import { asMarkdown, pipeStyles } from '../../fixtures/layouts/pipes.ts';
import { printReport, type PrintedBlock } from '../../fixtures/layouts/printed.ts';
import { asWebPage, pageStyles } from '../../fixtures/layouts/web-pages.ts';
import { asWordFile, wordStyles } from '../../fixtures/layouts/word-files.ts';
import { asWorkbook, bookStyles } from '../../fixtures/layouts/workbooks.ts';
import { editionIds, shippedEdition } from '../../fixtures/editions.ts';
import { differences, takeHere } from './read-here.ts';

type Layout = {
  readonly name: string;
  readonly extension: string;
  readonly render: (blocks: readonly PrintedBlock[]) => Uint8Array | string;
};

const layouts: readonly Layout[] = [
  ...Object.entries(pipeStyles).map(([name, style]) => ({
    name,
    extension: '.md',
    render: (blocks: readonly PrintedBlock[]) => asMarkdown(blocks, style),
  })),
  ...Object.entries(pageStyles).map(([name, style]) => ({
    name,
    extension: '.html',
    render: (blocks: readonly PrintedBlock[]) => asWebPage(blocks, style),
  })),
  ...Object.entries(wordStyles).map(([name, style]) => ({
    name,
    extension: '.docx',
    render: (blocks: readonly PrintedBlock[]) => asWordFile(blocks, style),
  })),
  ...Object.entries(bookStyles).map(([name, style]) => ({
    name,
    extension: `.${style.type}`,
    render: (blocks: readonly PrintedBlock[]) => asWorkbook(blocks, style),
  })),
];

/** Mostly noughts, as in real reports; no blanks where a layout has no way to show them. */
function figure(cell: FormCell): fc.Arbitrary<string> {
  const count = fc.oneof(
    { weight: 3, arbitrary: fc.constant('0') },
    fc.nat({ max: 99_999 }).map(String),
    fc.nat({ max: 9_999_999 }).map(String),
  );
  if (cell.value === 'change') return fc.integer({ min: -999, max: 999 }).map(String);
  if (cell.value === 'amount')
    return fc.tuple(fc.nat({ max: 999_999 }), fc.nat({ max: 9_999 })).map(([whole, part]) => `${String(whole)}.${String(part + 1)}`);
  return count;
}

function figures(form: Form): fc.Arbitrary<Readonly<Record<string, string>>> {
  return fc
    .tuple(...form.cells.map(figure))
    .map((texts) => Object.fromEntries(form.cells.map((cell, index) => [cell.key, texts[index] ?? ''])));
}

describe.each(editionIds)('the form of %s', (id) => {
  const { form } = shippedEdition(id);
  const year = id === '2019' ? 2020 : 2023;

  test.each(layouts)('$extension with $name', async ({ extension, render }) => {
    await fc.assert(
      fc.asyncProperty(figures(form), async (texts) => {
        const blocks = printReport(
          { title: `海口市商务局${String(year)}年政府信息公开工作年度报告`, textOf: (key) => texts[key] ?? '' },
          form,
        );
        const intake = await takeHere(render(blocks), extension, { edition: id, name: '海口市商务局', year });
        const expected = form.cells.map((cell) => {
          const parsed = parseCell(texts[cell.key] ?? '', cell.value);
          return [cell.key, parsed.kind === 'value' ? parsed.value : null] as const;
        });
        expect(differences(intake, Object.fromEntries(expected), form)).toEqual([]);
        expect(intake.report.notFound).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });
});
