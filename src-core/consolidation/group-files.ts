/** Files that are of no unit, gathered by what is wrong with them: three hundred with one reason are one line. */
import type { RoledFile } from './file-roles.ts';

export type FileGroup = { readonly reason: string; readonly files: readonly RoledFile[] };

/** In the order of the first file of each; `reason` only tells groups apart. */
export function groupFiles(files: readonly RoledFile[]): readonly FileGroup[] {
  const groups = new Map<string, RoledFile[]>();
  for (const each of files) {
    const reason = reasonOf(each);
    const group = groups.get(reason);
    if (group === undefined) groups.set(reason, [each]);
    else group.push(each);
  }
  return [...groups].map(([reason, group]) => ({ reason, files: group }));
}

function reasonOf({ file: { refusal }, role }: RoledFile): string {
  if (role.kind === 'left-out') return `${role.kind} ${role.problem.code}`;
  if (role.kind !== 'refused' || refusal === null) return role.kind;
  const codes = refusal.problem === null ? refusal.reasons.map(({ code }) => code) : [refusal.problem.code];
  return [role.kind, ...codes].join(' ');
}
