/** `receipt check`: what receipts say, who signed them, and whether they answer the bundle at hand. */
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import type { AnsweredBundle } from '#core/bundle/check-receipt.ts';
import { checkOrder, type ReceivedReceipt } from '#core/bundle/receipt-order.ts';
import { verdictOf, type ReasonCode } from '#core/bundle/verdict.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { describeReason } from '#core/text/describe-reason.ts';
import { answeredBy, receiptWords } from '#core/text/receipts.ts';
import { verifyBundle } from '../bundles/verify-bundle.ts';
import { answeredBundle, verifyReceipt, type ReceiptReport } from '../bundles/verify-receipt.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { bundleLimitBytes } from '../filings/read-filing.ts';
import { noTrust, type TrustStore } from '../signing/trust-store.ts';
import type { Command, CommandContext, ExitStatus } from './command.ts';
import { localTime } from './local-time.ts';
import { graver, statusOfReasons, trustOf, trustOption, trustUsage } from './trust-option.ts';
import { verdictWords } from './verdict-words.ts';

type Checked = { readonly file: string } & ({ readonly report: ReceiptReport } | { readonly problem: Problem });

export const receiptCheckCommand: Command = {
  name: 'receipt check',
  usage: `receipt check RECEIPT… --bundle B… [--previous RECEIPT]… ${trustUsage} [--json]`,
  about: receiptWords.aboutCheck,
  options: { ...trustOption, bundle: { type: 'string', multiple: true }, previous: { type: 'string', multiple: true } },
  files: { min: 1, max: Number.MAX_SAFE_INTEGER },
  run: async (args, context) => {
    const { usage } = receiptCheckCommand;
    if (args.list('bundle').length === 0) {
      return fail(problem('usage/missing-argument', { command: 'receipt check', argument: '--bundle', usage }));
    }
    const trust = await trustOf(args);
    if (!trust.ok) return trust;
    const bundles: AnsweredBundle[] = [];
    for (const path of args.list('bundle')) {
      const bundle = await readBundle(path, context);
      if (!bundle.ok) return bundle;
      bundles.push(bundle.value);
    }
    const known = await Promise.all(args.list('previous').map((file) => check(file, null, noTrust, context)));
    const lost = known.find((each) => 'problem' in each);
    if (lost !== undefined && 'problem' in lost) return fail(lost.problem);
    const checked: Checked[] = [];
    for (const file of args.files) checked.push(await check(file, bundles, trust.value, context));
    const ordered = withOrder(checked, known.flatMap(received));
    const say = (language: Language) => ordered.map((each) => describe(each, language)).join('\n');
    const isTrustAsked = args.list('trust').length > 0;
    return ok({
      exit: ordered.reduce<ExitStatus>((worst, each) => graver(worst, statusOf(each, isTrustAsked)), 0),
      text: { zh: say('zh'), en: say('en') },
      data: ordered.map((each) => forMachines(each, context.language)),
    });
  },
};

/** Without `--trust` it is only said that nobody registered the signer: the seal and the binding are what was to be checked. */
function statusOf(checked: Checked, isTrustAsked: boolean): ExitStatus {
  if ('problem' in checked) return 2;
  const { reasons } = checked.report;
  return statusOfReasons(isTrustAsked ? reasons : reasons.filter(({ code }) => !unknownSigner.has(code)));
}

const unknownSigner: ReadonlySet<ReasonCode> = new Set(['certificate/untrusted', 'certificate/unknown-issuer']);

/** The bundle itself has to be intact; whether its signer is known here does not matter. */
async function readBundle(path: string, { editions, now }: CommandContext): Promise<Outcome<AnsweredBundle>> {
  const bytes = readBytes(nodeFileSystem, path, bundleLimitBytes);
  if (!bytes.ok) return bytes;
  const report = await verifyBundle({ bytes: bytes.value, trusted: [], editions, now: now() });
  const bundle = answeredBundle(report);
  if (bundle !== null) return ok(bundle);
  return fail(problem('bundle/not-intact', { file: path, reason: report.reasons.map((each) => each.code).join(', ') }));
}

/** Held against the bundle that it names, or else against the newest of its unit and year, or the first. */
async function check(
  file: string,
  bundles: readonly AnsweredBundle[] | null,
  trust: TrustStore,
  context: CommandContext,
): Promise<Checked> {
  const bytes = readBytes(nodeFileSystem, file, bundleLimitBytes);
  if (!bytes.ok) return { file, problem: bytes.problem };
  const order = { bytes: bytes.value, ...trust, now: context.now() };
  const alone = await verifyReceipt({ ...order, bundle: null });
  const { receipt } = alone;
  if (bundles === null || receipt === null) return { file, report: alone };
  const ofUnit = bundles.filter(({ unit, reportYear }) => unit.code === receipt.unit.code && reportYear === receipt.reportYear);
  const newest = ofUnit.toSorted((one, other) => other.revision - one.revision)[0];
  const bundle = bundles.find((each) => each.digest === receipt.bundleDigest) ?? newest ?? bundles[0] ?? null;
  return { file, report: await verifyReceipt({ ...order, bundle }) };
}

function withOrder(checked: readonly Checked[], known: readonly ReceivedReceipt[]): readonly Checked[] {
  const places = checked.flatMap((each, index) => (received(each).length > 0 ? [index] : []));
  const order = checkOrder(checked.flatMap(received), known);
  return checked.map((each, index) => {
    const more = order[places.indexOf(index)] ?? [];
    if ('problem' in each || more.length === 0) return each;
    const reasons = [...each.report.reasons, ...more];
    return { file: each.file, report: { ...each.report, reasons, verdict: verdictOf(reasons) } };
  });
}

function received(checked: Checked): readonly ReceivedReceipt[] {
  if ('problem' in checked) return [];
  const { receipt, receiptDigest } = checked.report;
  return receipt === null || receiptDigest === null ? [] : [{ digest: receiptDigest, receipt }];
}

function describe(checked: Checked, language: Language): string {
  if ('problem' in checked) return describeProblem(checked.problem, language);
  const { file, report } = checked;
  const { verdict, reasons, receipt } = report;
  const lines = [fillPlaces(receiptWords.checked[language], { file, verdict: verdictWords[verdict][language] })];
  lines.push(...reasons.map((each) => `  ${each.code} ${describeReason(each, language)}`));
  if (receipt === null) return lines.join('\n');
  const { unit, reportYear: year, revision, office, officer, time, cells } = receipt;
  const places = {
    unit: unit.name,
    year,
    revision,
    by: answeredBy(office.name, officer, language),
    time: localTime(time),
    reason: receipt.reason ?? '',
  };
  const says = receipt.verdict === 'accepted' ? receiptWords.saysAccepted : receiptWords.saysReturned;
  lines.push(fillPlaces(says[language], places), ...cells.map((each) => fillPlaces(receiptWords.cell[language], each)));
  return lines.join('\n');
}

function forMachines(checked: Checked, language: Language) {
  const { file } = checked;
  if ('problem' in checked) {
    const { code, details } = checked.problem;
    return { file, verdict: 'invalid', reasons: [{ code, details, message: describeProblem(checked.problem, language) }] };
  }
  const { reasons, ...rest } = checked.report;
  return { file, ...rest, reasons: reasons.map((each) => ({ ...each, message: describeReason(each, language) })) };
}
