/** The unit that works with this app, kept with the workspace. */
import { decode, parseJson } from '#core/lib/decode.ts';
import { unitSchema } from '#core/filing/decode-filing.ts';
import type { ReportingUnit } from '#core/filing/filing.ts';
import type { Workspace } from '../store/workspace.ts';

const ownUnitSetting = 'own-unit';

/** Null until somebody has said, and when what stands there is none of ours. */
export function ownUnitOf(workspace: Workspace): ReportingUnit | null {
  const text = workspace.readSetting(ownUnitSetting);
  if (text === null) return null;
  const parsed = parseJson(text, { file: ownUnitSetting });
  if (!parsed.ok) return null;
  const unit = decode(unitSchema, parsed.value, 'filing/malformed', { file: ownUnitSetting });
  return unit.ok ? unit.value : null;
}

export async function nameOwnUnit(workspace: Workspace, unit: ReportingUnit): Promise<void> {
  await workspace.writeSetting(ownUnitSetting, JSON.stringify(unit));
}
