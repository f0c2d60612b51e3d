/** Which reports were accepted into the sum of a year, kept as a setting of the workspace: movements are told against them. */
import { decodeAccepted, type AcceptedSum } from '#core/consolidation/accepted-sum.ts';
import type { AcceptedSources } from '#core/consolidation/movements.ts';
import type { SaveState } from '#core/ipc/views.ts';
import type { Workspace } from '../store/workspace.ts';

function settingOf(year: number): string {
  return `accepted-sum-${String(year)}`;
}

/** Null where none was accepted, and when what stands there is none of ours. */
export function readAccepted(workspace: Workspace, year: number): AcceptedSum | null {
  const file = settingOf(year);
  const text = workspace.readSetting(file);
  const accepted = text === null ? null : decodeAccepted(text, file);
  return accepted?.ok === true ? accepted.value : null;
}

/** `units` are those that were accepted just now; the journal has their digests. */
export function writeAccepted(workspace: Workspace, year: number, units: AcceptedSources, changed: AcceptedSources): Promise<SaveState> {
  const accepted: AcceptedSum = { at: workspace.now().toISOString(), units };
  return workspace.writeSetting(settingOf(year), JSON.stringify(accepted), {
    actor: '汇总人',
    action: 'consolidation/accept',
    detail: { year, units: changed },
  });
}
