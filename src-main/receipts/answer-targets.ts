/** Which bundles of a year can be accepted, and which only once their signer is registered. */
import { answerableOf } from '#core/consolidation/answerable.ts';
import type { Subordinate } from '#core/consolidation/subordinates.ts';
import type { AnswerTarget, AnswerTargets } from '#core/ipc/receipt-views.ts';
import type { Desk } from '../filings/change-filing.ts';

/** Of units that were not answered and of which nothing is wrong. */
export function answerTargets({ workspace }: Desk, year: number, units: readonly Subordinate[]): AnswerTargets {
  const targets: AnswerTarget[] = [];
  const unregistered: AnswerTargets['unregistered'][number][] = [];
  for (const each of units) {
    const file = each.state === 'received' ? answerableOf(each) : null;
    if (file === null) continue;
    const { digest, revision } = file;
    const unit = { code: each.unit.code, name: each.unit.name };
    const target: AnswerTarget = { source: { kind: 'received', digest }, unit, reportYear: year, revision };
    if (file.verdict === 'valid') targets.push(target);
    const source = file.verdict === 'untrusted' ? workspace.reception.source(digest) : null;
    if (source?.ok !== true || source.value.signerFingerprint === null) continue;
    // As the certificate says, which may be from before a renaming.
    const { unit: stated, signerFingerprint: fingerprint } = source.value;
    unregistered.push({ ...target, signer: { unitCode: stated.code, unitName: stated.name, fingerprint } });
  }
  return { targets, unregistered };
}
