/**
 * `verify`: one verdict for every bundle, with a code for every reason; one bad file never stops the others. Of several
 * bundles it also says which units repeat each other's prose; that is for people to judge and no verdict.
 */
import { extname, join } from 'node:path';
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { checkChain } from '#core/bundle/check-chain.ts';
import { verdictOf } from '#core/bundle/verdict.ts';
import { commandWords } from '#core/text/commands.ts';
import type { StaleList } from '#core/ipc/trust-views.ts';
import { trustWords } from '#core/text/screens/trust.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { describeReason } from '#core/text/describe-reason.ts';
import { verifyEach, type VerifiedPath } from '../bundles/verify-each.ts';
import type { ListedFile } from '../reception/list-files.ts';
import { staleLists } from '../trust/stale-lists.ts';
import { alikeForMachines, describeAlike, findAlikeBundles } from './alike-bundles.ts';
import { archiveProblem } from './archive-problem.ts';
import { bundlesAt } from './bundles-at.ts';
import type { Command, ExitStatus } from './command.ts';
import { localTime } from './local-time.ts';
import { graver, statusOfReasons, trustOf, trustOption, trustUsage } from './trust-option.ts';
import { findingForMachines } from './validate.ts';
import { verdictWords } from './verdict-words.ts';

export const verifyCommand: Command = {
  name: 'verify',
  usage: `verify BUNDLE|FOLDER… ${trustUsage} [--json]`,
  about: commandWords.verify,
  options: trustOption,
  files: { min: 1, max: Number.MAX_SAFE_INTEGER },
  run: async (args, context) => {
    const trust = await trustOf(args);
    if (!trust.ok) return trust;
    const listed = bundlesAt(args.files);
    if (!listed.ok) return listed;
    const { files, archives } = await withoutArchives(listed.value);
    if (files.length + archives.length === 0) return fail(problem('file/not-found', { path: join(args.files[0] ?? '', '*.asice') }));
    const order = { ...trust.value, editions: context.editions, now: context.now() };
    const all = await verifyEach(
      files.map(({ path }) => path),
      order,
    );
    const verified = withChain([...all.filter((each, at) => files[at]?.isNamed === true || !isOfOtherKind(each)), ...archives]);
    const alike = findAlikeBundles(
      verified.map((each) => ({ file: each.path, filing: 'report' in each ? each.report.filing : null })),
      context.editions,
    );
    const stale = staleLists(trust.value.lists, context.now());
    const say = (language: Language) =>
      [
        ...verified.flatMap((each, at) => [describe(each, language), ...describeAlike(alike.get(at), language)]),
        ...stale.map((each) => describeStale(each, language)),
      ].join('\n');
    return ok({
      exit: verified.reduce<ExitStatus>((worst, each) => graver(worst, statusOf(each)), 0),
      text: { zh: say('zh'), en: say('en') },
      data: verified.map((each, at) => ({
        ...forMachines(each, context.language),
        similarity: alikeForMachines(alike.get(at), context.language),
        staleLists: stale,
      })),
    });
  },
};

/** Nobody may think that what is in an archive was verified. */
async function withoutArchives(listed: readonly ListedFile[]) {
  const files: ListedFile[] = [];
  const archives: VerifiedPath[] = [];
  for (const file of listed) {
    const archive = await archiveProblem(file);
    if (archive !== null) archives.push({ path: file.path, problem: archive });
    else if (file.isNamed || extname(file.path).toLowerCase() === '.asice') files.push(file);
  }
  return { files, archives };
}

/** Overdue revocation lists change no verdict, but nobody may think that nothing was revoked since. */
function describeStale({ issuer: unit, number, nextUpdate }: StaleList, language: Language): string {
  return fillPlaces(trustWords.stale[language], { unit, number, time: localTime(nextUpdate) });
}

/** Receipts and form editions lie beside bundles; who names one is told what it is. */
function isOfOtherKind(verified: VerifiedPath): boolean {
  return 'report' in verified && verified.report.reasons.some(({ code }) => code === 'container/wrong-kind');
}

/** Revisions of one unit and year that are given together have to follow each other. */
function withChain(verified: readonly VerifiedPath[]): readonly VerifiedPath[] {
  const chain = checkChain(verified.map((each) => ('report' in each ? each.report : { bundleDigest: null, filing: null })));
  return verified.map((each, at) => {
    const more = chain[at] ?? [];
    if (!('report' in each) || more.length === 0) return each;
    const reasons = [...each.report.reasons, ...more];
    return { path: each.path, report: { ...each.report, reasons, verdict: verdictOf(reasons) } };
  });
}

function statusOf(verified: VerifiedPath): ExitStatus {
  return 'problem' in verified ? 2 : statusOfReasons(verified.report.reasons);
}

function describe(verified: VerifiedPath, language: Language): string {
  const { path: file } = verified;
  if ('problem' in verified) return describeProblem(verified.problem, language);
  const { verdict, reasons, filing, signer } = verified.report;
  const lines = [fillPlaces(commandWords.verdictLine[language], { file, verdict: verdictWords[verdict][language] })];
  lines.push(...reasons.map((reason) => `  ${reason.code} ${describeReason(reason, language)}`));
  if (filing !== null && signer !== null) {
    const places = {
      unit: filing.unit.name,
      year: filing.reportYear,
      revision: filing.revision.number,
      signer: signer.unitName,
      time: signer.claimedSigningTime === null ? '—' : localTime(signer.claimedSigningTime),
      fingerprint: signer.fingerprint,
    };
    lines.push(fillPlaces(commandWords.signedBy[language], places));
  }
  return lines.join('\n');
}

function forMachines(verified: VerifiedPath, language: Language) {
  const { path: file } = verified;
  if ('problem' in verified) {
    const { code, details } = verified.problem;
    return { file, verdict: 'invalid', reasons: [{ code, details, message: describeProblem(verified.problem, language) }] };
  }
  const { verdict, reasons, bundleDigest, signer, filing, findings } = verified.report;
  return {
    file,
    verdict,
    reasons: reasons.map((each) => ({ ...each, message: describeReason(each, language) })),
    bundleDigest,
    signer,
    unit: filing?.unit ?? null,
    reportYear: filing?.reportYear ?? null,
    revision: filing?.revision.number ?? null,
    findings: filing === null ? [] : findings.map((each) => findingForMachines(each, filing, language)),
  };
}
