/** Compares the attachments that a filing names with those that the bundle holds: neither more nor others. */
import { sortedByName, type Attachment } from '../filing/attachment.ts';
import { reason } from './checked.ts';
import { attachmentsPrefix } from './entry-names.ts';
import type { Reason } from './verdict.ts';

/** `digests` are those of the attachments inside (SHA-256, hexadecimal) by their names in the bundle. */
export function checkAttachments(named: readonly Attachment[], digests: ReadonlyMap<string, string>): readonly Reason[] {
  const differing = sortedByName(named).filter((each) => digests.get(`${attachmentsPrefix}${each.name}`) !== each.digest);
  const inside = [...digests.keys()].map((name) => name.slice(attachmentsPrefix.length));
  const unlisted = inside.filter((name) => !named.some((each) => each.name === name)).toSorted();
  return [
    ...differing.map(({ name }) => reason('attachment/differs', { name })),
    ...unlisted.map((name) => reason('attachment/unlisted', { name })),
  ];
}
