/** What a restore would change within reports, as the history tells edits. */
import { changesBetween } from '#core/history/compare-filings.ts';
import type { FilingEdits } from '#core/ipc/backup-views.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { DifferingFiling } from '../store/backups/differing-filings.ts';
import { createDocumentDecoder } from '../store/read-filings.ts';

/** From what stands here to what the backup has; a report of an edition that is not installed is left out. */
export function restoreEdits(differing: readonly DifferingFiling[], editions: readonly LoadedEdition[]): readonly FilingEdits[] {
  const decode = createDocumentDecoder(editions, '');
  return differing.flatMap(({ unitCode, reportYear, here, there }) => {
    const [ours, theirs] = [decode(here.document), decode(there.document)];
    if (!ours.ok || !theirs.ok) return [];
    const changes = changesBetween({ filing: ours.value, pending: here.pending }, { filing: theirs.value, pending: there.pending });
    return [{ unitCode, reportYear, editionId: ours.value.edition.id, changes }];
  });
}
