import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intakeText } from '#core/intake/intake-text.ts';
import { edition2019, seedText } from '../../fixtures/editions.ts';
import { asMarkdown, pipeStyles } from '../../fixtures/layouts/pipes.ts';
import { printable, printReport } from '../../fixtures/layouts/printed.ts';
import { layouts, publishedReport, renderPublished, valuesOf } from '../../fixtures/published-report.ts';

const edition = edition2019();
const { form } = edition;
const hainan = publishedReport('hainan-province-2020');
const shanghai = publishedReport('shanghai-govoffice-2019');
const texts = [
  { report: hainan, text: seedText() },
  ...Object.values(layouts).flatMap((layout) =>
    [hainan, shanghai].map((report) => ({ report, text: renderPublished(report, form, layout) })),
  ),
  ...Object.values(pipeStyles).flatMap((style) =>
    [hainan, shanghai].map((report) => ({ report, text: asMarkdown(printReport(printable(report, form), form), style) })),
  ),
];

type Damage = (lines: readonly string[], at: number) => readonly string[];
const damages: readonly Damage[] = [
  (lines, at) => lines.toSpliced(at, 1),
  (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  (lines, at) => lines.toSpliced(at, 1, '\t？？'),
  (lines, at) => lines.toSpliced(at, 2, `${lines[at] ?? ''}${(lines[at + 1] ?? '').trim()}`),
  ...['\t5', '5', '\t', '', '\t附加说明', '— 3 —'].map(
    (extra): Damage =>
      (lines, at) =>
        lines.toSpliced(at, 0, extra),
  ),
];

test('whichever single line is lost, doubled, garbled, joined or added, no figure comes out wrong and none is lost unsaid', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.constantFrom(...damages), fc.nat(), ({ report, text }, damage, place) => {
      const lines = text.split('\n');
      const damaged = damage(lines, place % lines.length).join('\n');
      const unit = { code: '1', name: report.unit, creditCode: null, level: 'county' } as const;
      const taken = intakeText({ text: damaged, edition, unit, reportYear: report.year, fileName: 'x' });
      if (!taken.ok) throw new Error(JSON.stringify(taken.problem));
      const truth = valuesOf(report, form);
      const missing = new Set<string>(taken.value.report.notFound.map((each) => each.cell));
      const wrong = form.cells.filter(({ key }) => taken.value.filing.cells[key] !== (missing.has(key) ? null : truth[key]));
      expect(wrong.map(({ key }) => key)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
