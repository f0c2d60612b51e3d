/** `receipt`: answers a bundle with a signed receipt. */
import { resolve } from 'node:path';
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { isAboutTrust, type BundleReport } from '#core/bundle/verdict.ts';
import { receiptWords } from '#core/text/receipts.ts';
import { sealReceipt, type Answer } from '../bundles/seal-receipt.ts';
import { verifyBundle } from '../bundles/verify-bundle.ts';
import { writeAndReadBack } from '../bundles/write-bundle.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { bundleLimitBytes } from '../filings/read-filing.ts';
import { requireText, type Arguments, type Command } from './command.ts';
import { openKeyFile } from './open-key.ts';
import { refuseTaken } from './write-output.ts';
import { trustOf, trustOption, trustUsage } from './trust-option.ts';

export const receiptCommand: Command = {
  name: 'receipt',
  usage: `receipt BUNDLE --key K.p12 --accept | --return REASON [--cell KEY=REASON]… [--officer NAME] ${trustUsage} -o OUT.asice`,
  about: receiptWords.about,
  options: {
    ...trustOption,
    key: { type: 'string' },
    accept: { type: 'boolean' },
    return: { type: 'string' },
    cell: { type: 'string', multiple: true },
    officer: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const answer = answerOf(args);
    if (!answer.ok) return answer;
    const key = requireText(receiptCommand, args, 'key');
    if (!key.ok) return key;
    const output = requireText(receiptCommand, args, 'output');
    if (!output.ok) return output;
    const free = refuseTaken([output.value]);
    if (!free.ok) return free;
    const trust = await trustOf(args);
    if (!trust.ok) return trust;
    const file = args.files[0] ?? '';
    const bytes = readBytes(nodeFileSystem, file, bundleLimitBytes);
    if (!bytes.ok) return bytes;
    const now = context.now();
    const report = await verifyBundle({ bytes: bytes.value, ...trust.value, editions: context.editions, now });
    const obstacle = obstacleTo(answer.value, report, file, args.list('trust').length > 0);
    if (!obstacle.ok) return obstacle;
    const opened = await openKeyFile(key.value, context);
    if (!opened.ok) return opened;
    const sealed = await sealReceipt({ report, file, answer: answer.value, key: opened.value, now });
    if (!sealed.ok) return sealed;
    const written = writeAndReadBack(resolve(output.value), sealed.value.bytes);
    if (!written.ok) return written;
    const { receipt } = sealed.value;
    const say = (language: Language) =>
      fillPlaces((receipt.verdict === 'accepted' ? receiptWords.accepted : receiptWords.returned)[language], {
        path: output.value,
        unit: receipt.unit.name,
        year: receipt.reportYear,
        revision: receipt.revision,
        digest: receipt.bundleDigest,
      });
    return ok({ exit: 0, text: { zh: say('zh'), en: say('en') }, data: { path: output.value, receipt } });
  },
};

/** Acceptance says that all is well, and says it of a unit that is known where the caller said who is. */
function obstacleTo(answer: Answer, report: BundleReport, file: string, isTrustGiven: boolean): Outcome<null> {
  if (answer.verdict === 'returned') return ok(null);
  const [first] = report.reasons;
  if (first?.code === 'revalidation/blocking' && report.reasons.length === 1)
    return fail(problem('bundle/blocking-findings', first.details));
  const wrong = report.reasons.filter((each) => isTrustGiven || !isAboutTrust(each));
  if (wrong.length === 0) return ok(null);
  return fail(problem('receipt/not-answerable', { file, reason: wrong.map((each) => each.code).join(', ') }));
}

function answerOf(args: Arguments): Outcome<Answer> {
  const { usage } = receiptCommand;
  const why = args.text('return')?.trim();
  const officer = args.text('officer')?.trim() ?? null;
  const isAccepted = args.has('accept');
  if (isAccepted === (why !== undefined)) {
    return fail(problem('usage/missing-argument', { command: 'receipt', argument: '--accept | --return REASON', usage }));
  }
  const cells: { readonly cell: string; readonly reason: string }[] = [];
  for (const word of args.list('cell')) {
    const at = word.indexOf('=');
    const [cell, reason] = [word.slice(0, at).trim(), word.slice(at + 1).trim()];
    if (at < 1 || reason === '') return badValue('--cell', word, 'KEY=REASON');
    cells.push({ cell, reason });
  }
  if (isAccepted)
    return cells.length === 0 ? ok({ verdict: 'accepted', reason: null, cells, officer }) : badValue('--cell', '', '--return');
  if (why === undefined || why === '') return badValue('--return', '', 'REASON');
  return ok({ verdict: 'returned', reason: why, cells, officer });
}

function badValue(argument: string, value: string, expected: string) {
  return fail(problem('usage/bad-value', { argument, value, expected }));
}
