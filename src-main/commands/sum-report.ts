/** The report on a consolidation as JSON (`nianbao.consolidation/1`): what was counted, what was not, and why. */
import type { MovedCell } from '#core/consolidation/delta.ts';
import { contributionsTo, type Contribution } from '#core/consolidation/sum-cells.ts';
import type { SummedUnit } from '#core/consolidation/consolidate.ts';
import type { RosterUnit } from '#core/consolidation/roster.ts';
import type { Source } from '#core/consolidation/source.ts';
import { sumReportFormat } from '#core/consolidation/earlier-sum.ts';
import type { Language } from '#core/lib/bilingual.ts';
import { conflictWords } from '#core/text/consolidation.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { remindersOf } from './reminders.ts';
import { findingForMachines } from './validate.ts';
import type { Sum } from '../reception/consolidate-files.ts';
import { describeRefusal } from '#core/text/describe-refusal.ts';

/** Everything but the figures of each cell, which are long: see `sumReportTexts`. */
export function sumReportHead(sum: Sum, moved: readonly MovedCell[] | null, language: Language) {
  const { consolidation, filing, findings, gaps, refusals, ignored } = sum;
  const { contributors, expected, conflicts, duplicates, superseded, excluded, refused } = consolidation;
  const missing = expected.filter(({ state }) => state === 'missing').map(({ unit }) => forMachines(unit));
  const allRefused = [
    ...refusals.map((each) => ({ file: each.file, unit: each.claimedUnit, ...describeRefusal(each, language) })),
    ...refused.map(({ source, problem }) => ({
      file: source.file,
      unit: source.unit.code,
      code: problem.code,
      message: describeProblem(problem, language),
      reasons: [{ code: problem.code, message: describeProblem(problem, language) }],
    })),
  ];
  return {
    format: sumReportFormat,
    unit: consolidation.unit,
    reportYear: consolidation.reportYear,
    edition: { id: consolidation.edition.id, digest: consolidation.edition.digest },
    complete: gaps.length === 0,
    gaps,
    counts: {
      expected: expected.length,
      summed: contributors.length,
      missing: missing.length,
      refused: allRefused.length,
      conflicts: conflicts.length,
      wrong: contributors.filter(({ source }) => source.wrong.length > 0).length,
      duplicates: duplicates.length,
      superseded: superseded.length,
      excluded: excluded.length,
      ignored: ignored.length,
    },
    units: expected.map(({ unit, state }) => ({ ...forMachines(unit), state })),
    sources: contributors.map((each) => sourceForMachines(each, language)),
    missing,
    refused: allRefused,
    conflicts: conflicts.map(({ code, name, why, sources }) => ({
      unit: code,
      name,
      why,
      message: conflictWords[why][language],
      files: sources.map(fileForMachines),
    })),
    wrong: contributors
      .filter(({ source }) => source.wrong.length > 0)
      .map(({ code, name, source }) => ({
        unit: code,
        name,
        file: source.file,
        findings: source.wrong.map((each) => ({
          code: each.code,
          severity: each.severity,
          cells: each.cells,
          message: each.message[language],
        })),
      })),
    duplicates: duplicates.map(({ source, sameAs }) => ({ unit: source.unit.code, ...fileForMachines(source), sameAs: sameAs.file })),
    superseded: superseded.map(({ source, by }) => ({ unit: source.unit.code, ...fileForMachines(source), by: fileForMachines(by) })),
    excluded: excluded.map(({ unit, source }) => ({ unit: unit.code, name: unit.name, reason: unit.excluded, file: source.file })),
    ignored: ignored.map(({ file, why }) => ({ file, why })),
    reminders: remindersOf(sum, language),
    findings: findings.map((each) => findingForMachines(each, filing, language)),
    moved,
  };
}

function forMachines({ code, name, level, contact, phone }: RosterUnit) {
  return { code, name, level, contact, phone };
}

function fileForMachines({ file, kind, revision, sourceDigest, bundleDigest, signature }: Source) {
  return { file, kind, revision: revision.number, sourceDigest, bundleDigest, signature };
}

function sourceForMachines({ code, name, level, chain, of, source }: SummedUnit, language: Language) {
  return {
    unit: code,
    name,
    level,
    countsFor: of === null || of.code === code ? null : of.code,
    ...fileForMachines(source),
    contentDigest: source.contentDigest,
    previousBundleDigest: source.revision.previousBundleDigest,
    chain,
    signer: source.signerFingerprint,
    notUnderstood: source.notUnderstood,
    wrong: source.wrong.map((each) => `${each.code} ${each.message[language]}`),
    justifications: source.justifications.map(({ rule, section, values, text }) => ({ rule, section, cells: Object.keys(values), text })),
  };
}

/** The whole report piece by piece: the head, then per cell the total, every contribution, and what was blank or left out. */
export function* sumReportTexts(sum: Sum, moved: readonly MovedCell[] | null, language: Language): Generator<string> {
  const { sums, contributors } = sum.consolidation;
  yield JSON.stringify(sumReportHead(sum, moved, language), null, 2).replace(/\n\}$/u, '');
  const totals = sums.map(({ plan, value, amountUnit, counted, blank, leftOut }) => {
    const unit = amountUnit === null ? {} : { amountUnit };
    return `    ${JSON.stringify(plan.cell.key)}: ${JSON.stringify({ value, ...unit, counted, blank, leftOut })}`;
  });
  yield `,\n  "totals": {\n${totals.join(',\n')}\n  },\n  "contributions": {\n`;
  const parts = (at: number) => {
    const plan = sums[at]?.plan;
    return plan === undefined ? [] : contributionsTo(plan, contributors);
  };
  const everyCell = function* (lineOf: (each: Contribution) => string | null): Generator<string> {
    let isFirst = true;
    for (const [at, { plan }] of sums.entries()) {
      const lines = parts(at).flatMap((each) => lineOf(each) ?? []);
      if (lines.length === 0) continue;
      yield `${isFirst ? '' : ',\n'}    ${JSON.stringify(plan.cell.key)}: [\n      ${lines.join(',\n      ')}\n    ]`;
      isFirst = false;
    }
  };
  yield* everyCell((each) => (each.part === 'counted' ? contributionLine(each) : null));
  yield '\n  },\n  "blanks": {\n';
  yield* everyCell(({ by, part }) => (part === 'blank' ? JSON.stringify(by.code) : null));
  yield '\n  },\n  "leftOut": {\n';
  yield* everyCell(({ by, part, stated }) => {
    const isLeftOut = part === 'no-unit' || (part === 'other-level' && stated !== null && stated !== 0);
    return isLeftOut ? JSON.stringify({ unit: by.code, name: by.name, value: stated, why: part }) : null;
  });
  yield '\n  }\n}\n';
}

function contributionLine({ by: { code, name, source }, stated, counted }: Contribution): string {
  return JSON.stringify({
    unit: code,
    name,
    value: counted,
    ...(stated === counted ? {} : { stated }),
    revision: source.revision.number,
    source: source.sourceDigest,
    signature: source.signature,
  });
}
