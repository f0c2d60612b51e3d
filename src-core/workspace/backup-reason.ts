/** Why a backup was made; the word stands in its file name and in its description. */
export const backupReasons = [
  'hourly',
  'daily',
  'before-migration',
  'before-intake',
  'before-seal',
  'before-restore',
  'before-update',
  'requested',
  /** No file of a backup has it: the workspace file as it was saved, kept beside it. */
  'generation',
] as const;

export type BackupReason = (typeof backupReasons)[number];

/** Made by the app before an operation that changes much at once. */
export const operationReasons: readonly BackupReason[] = [
  'before-migration',
  'before-intake',
  'before-seal',
  'before-restore',
  'before-update',
];

/** True for the backups that the app makes of itself, and may let go by its schedule. */
export function isAutomatic(reason: BackupReason): boolean {
  return reason !== 'requested' && reason !== 'generation';
}
