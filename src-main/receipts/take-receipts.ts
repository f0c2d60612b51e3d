/** Takes in receipts for bundles that went out from here: checked offline, put to their revision, everything else named. */
import { basename, join } from 'node:path';
import { readdirSync, statSync } from 'node:fs';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { reason } from '#core/bundle/checked.ts';
import type { TakenFile } from '#core/ipc/receipt-views.ts';
import { errnoOf, nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { bundleLimitBytes } from '../filings/read-filing.ts';
import { hasReceipt, insertReceipt } from '../store/answers.ts';
import type { Workspace } from '../store/workspace.ts';
import { judgeReceipt, type Judging } from './judge-receipt.ts';

/** Containers of a stick: the files that are named, and those of the folders that are. Nothing below, and nothing hidden. */
export function containersAt(places: readonly string[], called: RegExp = /\.asice$/iu): readonly string[] {
  return places.flatMap((place) => {
    try {
      if (!statSync(place).isDirectory()) return [place];
      const names = readdirSync(place).filter((name) => called.test(name) && !name.startsWith('.'));
      return names.toSorted().map((name) => join(place, name));
    } catch (error) {
      errnoOf(error);
      return [place];
    }
  });
}

/**
 * A receipt is kept where it is intact and answers a bundle of ours, also when nobody registered its signer yet: it is
 * judged anew each time it is shown. The same one again is a replay, and is not kept twice.
 */
export async function takeReceipts(
  workspace: Pick<Workspace, 'tables'>,
  paths: readonly string[],
  judging: Omit<Judging, 'tables'>,
): Promise<Outcome<readonly TakenFile[]>> {
  const taken: TakenFile[] = [];
  for (const path of paths) {
    const fileName = basename(path);
    const bytes = readBytes(nodeFileSystem, path, bundleLimitBytes);
    if (!bytes.ok) {
      taken.push({ fileName, problem: bytes.problem });
      continue;
    }
    const { report, answers } = await judgeReceipt(bytes.value, { tables: workspace.tables, ...judging });
    const { receipt, receiptDigest, signer } = report;
    if (receipt === null || receiptDigest === null || answers === null) {
      taken.push({ fileName, reasons: report.reasons, receipt, signer, keptWith: null });
      continue;
    }
    const { filingId, revision, newest } = answers;
    const isKnown = hasReceipt(workspace.tables, receiptDigest);
    const notes = [
      ...(isKnown ? [reason('receipt/replayed', { time: receipt.time })] : []),
      ...(revision < newest ? [reason('receipt/old-revision', { revision, current: newest })] : []),
    ];
    // A receipt that is not whole is shown, and kept nowhere: it could hide the true one.
    const isWhole = report.verdict !== 'invalid';
    if (isWhole && !isKnown) {
      const { bundleDigest } = receipt;
      const kept = await workspace.tables.change((writer, at, note) => {
        insertReceipt(writer, { receiptDigest, bundleDigest, filingId, fileName, content: bytes.value, takenAt: at });
        const detail = { verdict: receipt.verdict, bundleDigest, revision, receipt: receiptDigest, office: receipt.office.name };
        note(filingId, { actor: receipt.officer, action: 'receipt/take', detail });
        return ok(null);
      });
      if (!kept.ok) return kept;
    }
    taken.push({ fileName, reasons: [...notes, ...report.reasons], receipt, signer, keptWith: isWhole ? { filingId, revision } : null });
  }
  return ok(taken);
}
