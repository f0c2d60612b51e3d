/** What the screens are shown of whom this office trusts. */
import type { TrustCandidate, TrustEntryView, TrustView } from '#core/ipc/trust-views.ts';
import { trustEntriesOf, type TrustEntry } from '../store/trust-entries.ts';
import type { Workspace } from '../store/workspace.ts';
import { viewList, type Offered } from './read-trust-file.ts';
import { certificateOf, listOf } from './trust-store-of.ts';

export function viewTrust(workspace: Pick<Workspace, 'tables' | 'readSetting'>, now: Date): TrustView {
  const entries = trustEntriesOf(workspace.tables).map((each) => viewEntry(each, now));
  return { entries: entries.toReversed(), officer: officerOf(workspace) };
}

function viewEntry(entry: TrustEntry, now: Date): TrustEntryView {
  const { content, ...shown } = entry;
  const hasDates = content !== null && entry.kind !== 'list';
  return {
    ...shown,
    notAfter: hasDates ? certificateOf(entry).notAfter : null,
    list: entry.kind === 'list' ? viewList(listOf(entry), now) : null,
  };
}

/** What a file offers, as it is shown before it is registered. */
export function viewOffered({ tables }: Pick<Workspace, 'tables'>, offered: readonly Offered[]): readonly TrustCandidate[] {
  const active = new Set(trustEntriesOf(tables).flatMap((each) => (each.end === null ? [each.fingerprint] : [])));
  return offered.map(({ content: _content, revokedFrom: _revoked, ...shown }) => ({ ...shown, isKnown: active.has(shown.fingerprint) }));
}

const officerSetting = 'officer';

/** Who registered, issued or answered something here last. */
export function officerOf({ readSetting }: Pick<Workspace, 'readSetting'>): string | null {
  return readSetting(officerSetting);
}

export async function rememberOfficer(workspace: Pick<Workspace, 'readSetting' | 'writeSetting'>, officer: string): Promise<void> {
  if (officerOf(workspace) !== officer) await workspace.writeSetting(officerSetting, officer);
}
