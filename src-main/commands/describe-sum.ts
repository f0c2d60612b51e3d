/** What `consolidate` tells people: who is in the sum, who is not and why, and what is wrong with it. */
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { isUnchained } from '#core/consolidation/choose-sources.ts';
import type { MovedCell } from '#core/consolidation/delta.ts';
import type { Roster } from '#core/consolidation/roster.ts';
import { contributionsTo } from '#core/consolidation/sum-cells.ts';
import { cellLabel } from '#core/rules/labels.ts';
import { cellOf } from '#core/form/form.ts';
import { formatExact } from '#core/lib/exact.ts';
import { chainWords, conflictWords, consolidationWords as words, describeGaps } from '#core/text/consolidation.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { describeRefusal } from '#core/text/describe-refusal.ts';
import type { Sum } from '../reception/consolidate-files.ts';
import { severityWords } from './validate.ts';

export type SumContext = {
  readonly moved: readonly MovedCell[] | null;
  readonly roster: Roster | null;
  readonly files: number;
  readonly paths: { readonly output: string; readonly report: string | null; readonly since: string | null };
};

/** Of each list so many lines are shown; the report has them all. */
const mostLines = 20;
/** Of files that were refused for one reason so many are named. */
const mostOfOneReason = 3;

export function describeSum(sum: Sum, context: SumContext, language: Language): string {
  const { consolidation, gaps, findings } = sum;
  const { contributors } = consolidation;
  const done = { unit: consolidation.unit.name, year: consolidation.reportYear, path: context.paths.output };
  return [
    fillPlaces(words.done[language], { ...done, summed: contributors.length, files: context.files }),
    gaps.length === 0 ? words.complete[language] : fillPlaces(words.incomplete[language], { gaps: describeGaps(gaps, language) }),
    ...rosterLines(sum, context, language),
    ...capped(refusedLines(sum, language)),
    ...capped(stateLines(sum, language)),
    ...capped(cellLines(sum, language)),
    ...findings.map((each) => `${severityWords[each.severity][language]} ${each.code} ${each.message[language]}`),
    ...movedLines(sum, context, language),
    ...(context.paths.report === null ? [] : [fillPlaces(words.reportWritten[language], { path: context.paths.report })]),
  ].join('\n');
}

function rosterLines({ consolidation: { expected, excluded } }: Sum, { roster }: SumContext, language: Language): readonly string[] {
  if (roster === null) return [];
  const count = (state: string) => expected.filter((each) => each.state === state).length;
  const counts = { summed: count('summed'), missing: count('missing'), refused: count('refused'), conflict: count('conflict') };
  const missing = expected.flatMap(({ unit, state }) => (state === 'missing' ? [unit] : []));
  const ignored = roster.ignoredColumns;
  return [
    fillPlaces(words.expected[language], { expected: expected.length, ...counts }),
    ...capped(
      missing.map(({ name, code, contact, phone }) =>
        fillPlaces(words.missing[language], {
          unit: name,
          code,
          contact: [contact, phone].filter((each) => each !== null).join(' '),
        }).trimEnd(),
      ),
    ),
    ...excluded.map(({ unit }) => fillPlaces(words.excluded[language], { unit: unit.name, why: unit.excluded ?? '' })),
    ...(ignored.length === 0 ? [] : [fillPlaces(words.ignoredColumns[language], { columns: ignored.join('、') })]),
  ];
}

function refusedLines({ refusals, consolidation }: Sum, language: Language): readonly string[] {
  const all: readonly { readonly file: string; readonly code: string; readonly message: string }[] = [
    ...refusals.map((each) => ({ file: each.file, ...describeRefusal(each, language) })),
    ...consolidation.refused.map(({ source, problem }) => ({
      file: source.file,
      code: problem.code,
      message: describeProblem(problem, language),
    })),
  ];
  const groups = new Map<string, (typeof all)[number][]>();
  for (const each of all) groups.set(each.code, [...(groups.get(each.code) ?? []), each]);
  return [...groups.values()].flatMap((same) => [
    ...same.slice(0, mostOfOneReason).map(({ file, code, message }) => fillPlaces(words.refused[language], { file, code, message })),
    ...(same.length <= mostOfOneReason
      ? []
      : [fillPlaces(words.refusedMore[language], { count: same.length - mostOfOneReason, code: same[0]?.code ?? '' })]),
  ]);
}

function stateLines({ consolidation }: Sum, language: Language): readonly string[] {
  const { contributors, conflicts, duplicates, superseded } = consolidation;
  const untrusted = contributors.filter(({ source }) => source.signature === 'untrusted').map(({ name }) => name);
  return [
    ...conflicts.map(({ name, why, sources }) => {
      const files = sources.map(({ file }) => file).join('、');
      return fillPlaces(words.conflict[language], {
        unit: name,
        revision: sources[0]?.revision.number ?? 1,
        why: conflictWords[why][language],
        files,
      });
    }),
    ...contributors.flatMap(({ name, source }) => {
      const places = { unit: name, file: source.file, count: source.notUnderstood.length };
      const findings = source.wrong.map((each) => `  ${each.code} ${each.message[language]}`);
      const wrong = findings.length === 0 ? [] : [[fillPlaces(words.wrong[language], places), ...findings.slice(0, 3)].join('\n')];
      return [...wrong, ...(places.count === 0 ? [] : [fillPlaces(words.notUnderstood[language], places)])];
    }),
    ...contributors
      .filter(({ chain, source }) => isUnchained(chain, source))
      .map(({ name, chain, source }) =>
        fillPlaces(words.chain[language], { unit: name, revision: source.revision.number, chain: chainWords[chain][language] }),
      ),
    ...superseded.map(({ source, by }) =>
      fillPlaces(words.superseded[language], {
        file: source.file,
        revision: source.revision.number,
        unit: source.unit.name,
        by: by.file,
        newest: by.revision.number,
      }),
    ),
    ...duplicates.map(({ source, sameAs }) =>
      fillPlaces(words.duplicate[language], { file: source.file, sameAs: sameAs.file, unit: source.unit.name }),
    ),
    ...(untrusted.length === 0
      ? []
      : [fillPlaces(words.untrusted[language], { count: untrusted.length, units: untrusted.slice(0, mostLines).join('、') })]),
  ];
}

function cellLines({ consolidation: { sums, contributors } }: Sum, language: Language): readonly string[] {
  const blanks = sums.filter(({ blank, counted }) => blank > 0 && counted > 0).length;
  const leftOut = sums
    .filter((each) => each.leftOut > 0)
    .flatMap(({ plan }) =>
      contributionsTo(plan, contributors).flatMap(({ by, part, stated }) => {
        if (stated === null || stated === 0 || (part !== 'other-level' && part !== 'no-unit')) return [];
        const places = { cell: cellLabel(plan.cell)[language], unit: by.name, value: formatExact(stated) };
        return [fillPlaces(words[part === 'no-unit' ? 'noUnit' : 'otherLevel'][language], places)];
      }),
    );
  return [...(blanks === 0 ? [] : [fillPlaces(words.blanks[language], { count: blanks })]), ...leftOut];
}

function movedLines({ consolidation }: Sum, { moved, paths }: SumContext, language: Language): readonly string[] {
  if (moved === null) return [];
  const names = new Map(consolidation.contributors.map(({ code, name }) => [code, name]));
  const file = paths.since ?? '';
  if (moved.length === 0) return [fillPlaces(words.unmoved[language], { file })];
  const lines = moved.map(({ cell, from, to, difference, through }) =>
    fillPlaces(words.movedCell[language], {
      cell: cellLabel(cellOf(consolidation.edition.form, cell))[language],
      from: formatExact(from, '—'),
      to: formatExact(to, '—'),
      difference: signed(formatExact(difference, '0')),
      through: through.map((each) => `${names.get(each.unit) ?? each.unit} ${signed(formatExact(each.difference, '0'))}`).join('、'),
    }),
  );
  return [fillPlaces(words.moved[language], { file, count: moved.length }), ...capped(lines)];
}

function signed(text: string): string {
  return /^[−0]/u.test(text) ? text : `+${text}`;
}

function capped(lines: readonly string[]): readonly string[] {
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines), `… +${String(lines.length - mostLines)}`];
}
