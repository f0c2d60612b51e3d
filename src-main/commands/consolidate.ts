/** `consolidate`: the reports of subordinate units become the superior's filing, with a report on where every figure is from. */
import { basename } from 'node:path';
import type { Roster } from '#core/consolidation/roster.ts';
import type { Source } from '#core/consolidation/source.ts';
import { compareSums, type MovedCell } from '#core/consolidation/delta.ts';
import { comparedSum, decodeEarlierSum } from '#core/consolidation/earlier-sum.ts';
import type { Language } from '#core/lib/bilingual.ts';
import { parseJson } from '#core/lib/decode.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { consolidationAbout } from '#core/text/consolidation.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readText } from '../files/read-file.ts';
import { readFiling } from '../filings/read-filing.ts';
import { sumReceived, type Sum } from '../reception/consolidate-files.ts';
import { listFiles, type ListedFile } from '../reception/list-files.ts';
import { readRoster } from '../reception/read-roster.ts';
import { receiveAll } from '../reception/receive-all.ts';
import { receiveFile, type ReceiveOrder } from '../reception/receive-file.ts';
import { sumReportHead, sumReportTexts } from './sum-report.ts';
import { isTrustFailure } from '../reception/trust-failures.ts';
import { writeStreamed } from '../reception/write-streamed.ts';
import { readTrust } from '../signing/trust-store.ts';
import { requireText, type Arguments, type Command, type CommandContext, type ExitStatus } from './command.ts';
import { describeSum } from './describe-sum.ts';
import { showProgress } from './progress.ts';
import { readUnit, readYear, unitOptions } from './unit-options.ts';
import { mayReplace, writeOutput } from './write-output.ts';

const reportLimitBytes = 400 * 1024 * 1024;

export const consolidateCommand: Command = {
  name: 'consolidate',
  usage:
    'consolidate BUNDLE|FILING|FOLDER… --unit CODE --name NAME [--level LEVEL] [--year Y] [--roster R.csv|R.xlsx] [--trust CERTS|DIR] [--own FILE] [--prior FILE|DIR]… [--against FILE] [--since R.json] -o OUT.filing.json [--report R.json]',
  about: consolidationAbout.consolidate,
  options: {
    ...unitOptions,
    roster: { type: 'string' },
    trust: { type: 'string', multiple: true },
    own: { type: 'string' },
    prior: { type: 'string', multiple: true },
    against: { type: 'string' },
    since: { type: 'string' },
    output: { type: 'string', short: 'o' },
    report: { type: 'string' },
  },
  files: { min: 1, max: Number.MAX_SAFE_INTEGER },
  run: async (args, context) => {
    const unit = readUnit(consolidateCommand, args);
    if (!unit.ok) return unit;
    const year = args.text('year') === undefined ? ok(null) : readYear(consolidateCommand, args);
    if (!year.ok) return year;
    const output = requireText(consolidateCommand, args, 'output');
    if (!output.ok) return output;
    const free = mayReplace([output.value, args.text('report')], inputsOf(args));
    if (!free.ok) return free;
    const roster = args.text('roster') === undefined ? ok(null) : await readRoster(args.text('roster') ?? '');
    if (!roster.ok) return roster;
    const order = await receiveOrderOf(args, roster.value, year.value, context);
    if (!order.ok) return order;
    const except = [output.value, ...otherFiles(args)];
    const files = listFiles(args.files, except);
    if (!files.ok) return files;
    const own = await readOwn(args, order.value);
    if (!own.ok) return own;
    const priors = await readPriors(args, order.value);
    if (!priors.ok) return priors;
    const stated = args.text('against') === undefined ? ok(null) : await readFiling(args.text('against') ?? '', context.editions);
    if (!stated.ok) return stated;
    const received = await receiveAll(files.value, order.value, showProgress(context.language));
    const sum = sumReceived({
      unit: unit.value,
      reportYear: year.value,
      editions: context.editions,
      roster: roster.value,
      received,
      own: own.value,
      priors: priors.value,
      stated: stated.value?.filing ?? null,
    });
    if (!sum.ok) return sum;
    const moved = readMovement(args, sum.value);
    if (!moved.ok) return moved;
    const json = `${JSON.stringify(sum.value.filing, null, 2)}\n`;
    const written = writeOutput(output.value, json);
    if (!written.ok) return written;
    const reportPath = args.text('report');
    if (reportPath !== undefined) {
      const reported = writeStreamed(nodeFileSystem, reportPath, sumReportTexts(sum.value, moved.value, context.language));
      if (!reported.ok) return reported;
    }
    const paths = { output: output.value, report: reportPath ?? null, since: args.text('since') ?? null };
    const say = (language: Language) =>
      describeSum(sum.value, { moved: moved.value, roster: roster.value, files: files.value.length, paths }, language);
    return ok({
      exit: statusOf(sum.value),
      text: { zh: say('zh'), en: say('en') },
      data: sumReportHead(sum.value, moved.value, context.language),
    });
  },
};

/** contracts.md 2: failed checks before everything else; then whatever keeps the sum from being used as it is. */
export function statusOf({ refusals, gaps, findings, consolidation }: Sum): ExitStatus {
  if (refusals.some(isTrustFailure)) return 3;
  const isRefused = refusals.length + consolidation.refused.length > 0;
  return isRefused || gaps.length > 0 || findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** What is read may not be written over. */
function inputsOf(args: Arguments): readonly string[] {
  return [...args.files, ...args.list('prior'), ...['roster', 'own', 'against'].flatMap((option) => args.text(option) ?? [])];
}

function otherFiles(args: Arguments): readonly string[] {
  const single = ['roster', 'report', 'own', 'against', 'since'].flatMap((option) => args.text(option) ?? []);
  return [...single, ...args.list('prior'), ...args.list('trust')];
}

async function receiveOrderOf(
  args: Arguments,
  roster: Roster | null,
  reportYear: number | null,
  { editions, now }: CommandContext,
): Promise<Outcome<ReceiveOrder>> {
  const trust = await readTrust(args.list('trust'));
  if (!trust.ok) return trust;
  const registered = new Map(
    (roster?.units ?? []).flatMap(({ code, fingerprint }) => (fingerprint === null ? [] : [[code, fingerprint] as const])),
  );
  const pins = [...registered].map(([unitCode, fingerprint]) => ({ fingerprint, unitCode, revokedFrom: null }));
  const isAsked = args.list('trust').length > 0;
  return ok({ editions, trust: { ...trust.value, pins: [...trust.value.pins, ...pins], isAsked }, registered, reportYear, now: now() });
}

async function readOwn(args: Arguments, order: ReceiveOrder): Promise<Outcome<Source | null>> {
  const path = args.text('own');
  return path === undefined ? ok(null) : readOne({ path, isNamed: true }, order);
}

/** Files that the command cannot do without: what is wrong with them ends it. */
async function readOne(file: ListedFile, order: ReceiveOrder): Promise<Outcome<Source>> {
  const received = await receiveFile(file, order);
  if (received.kind === 'source') return ok(received.source);
  if (received.kind === 'refused' && received.problem !== null) return fail(received.problem);
  const reason = received.kind === 'refused' ? (received.reasons[0]?.code ?? '') : '';
  return fail(problem('bundle/not-intact', { file: basename(file.path), reason }));
}

async function readPriors(args: Arguments, order: ReceiveOrder): Promise<Outcome<readonly Source[]>> {
  const files = listFiles(args.list('prior'), []);
  if (!files.ok) return files;
  const sources: Source[] = [];
  for (const file of files.value) {
    // Old bundles may be signed by keys of their time.
    const read = await readOne(file, { ...order, trust: { ...order.trust, isAsked: false }, registered: new Map(), reportYear: null });
    if (!read.ok) return read;
    sources.push(read.value);
  }
  return ok(sources);
}

function readMovement(args: Arguments, { consolidation }: Sum): Outcome<readonly MovedCell[] | null> {
  const path = args.text('since');
  if (path === undefined) return ok(null);
  const text = readText(nodeFileSystem, path, reportLimitBytes);
  if (!text.ok) return text;
  const json = parseJson(text.value, { file: path });
  if (!json.ok) return json;
  const earlier = decodeEarlierSum(json.value, consolidation, basename(path));
  return earlier.ok ? ok(compareSums(earlier.value, comparedSum(consolidation))) : earlier;
}
