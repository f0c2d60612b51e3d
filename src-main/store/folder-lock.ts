/** The lock of a workspace folder (`nianbao.lock`): two running apps, on one computer or on two, never write one workspace. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import { judgeLock, lockFormat, type LockRecord } from '#core/workspace/lock-record.ts';
import { writeAtomicallyAsync } from '../files/atomic-write-async.ts';
import type { FileSystem } from '../files/file-system.ts';
import { createLockFile, readLockFile, removeLockFile, silenceOf, takeAway, type FoundLock } from './lock-file.ts';
import { localMinute } from './local-minute.ts';
import type { Locker } from './lock-witness.ts';

export const lockFileName = 'nianbao.lock';

export type LockPlace = { readonly fs: FileSystem; readonly folder: string; readonly now: () => Date; readonly locker: Locker };

export type FolderLock = {
  /**
   * Null while the folder is ours to write; otherwise workspace/taken-over { path, user, host, since } or
   * workspace/lock-gone { path }, for good. A lock that could not be made before is tried again.
   */
  readonly check: () => Problem | null;
  /** Says that we are still running; to be called every minute. */
  readonly beat: () => Promise<void>;
  /** Gives the folder free, if it is ours. */
  readonly release: () => void;
};

/**
 * Locks the folder, which has to be there. A lock whose app has certainly ended is taken over; one that nobody here can
 * judge only when the user has answered for it: `agreed` is the `lock` of the problem that was shown. Where no file can
 * be written the folder is opened without a lock: no edit can be saved there either.
 *
 * @returns workspace/in-use { path, user, host, since } or workspace/silent-lock { …, minutes, lock }.
 */
export function lockFolder(place: LockPlace, agreed: string | null = null): Outcome<FolderLock> {
  const path = join(place.folder, lockFileName);
  const own = recordOf(place);
  let isOurs = false;
  let isReleased = false;
  const isGivenFree = () => isReleased;
  /** Who once lost the folder does not know what was written there since, and must not write over it. */
  let loss: Problem | null = null;

  const lookAfter = (): Problem | null => {
    if (loss !== null) return loss;
    const found = readLockFile(place.fs, path);
    if (found.kind === 'unreadable' || (found.kind === 'found' && found.record.id === own.id)) return null;
    loss = found.kind === 'none' ? problem('workspace/lock-gone', { path: place.folder }) : takenOver(place, found);
    return loss;
  };
  const takeOrLookAfter = (): Problem | null => {
    if (isOurs) return lookAfter();
    const taken = take(place, path, own, agreed);
    if (!taken.ok) return taken.problem;
    isOurs = taken.value;
    return null;
  };

  const obstacle = takeOrLookAfter();
  if (obstacle !== null) return fail(obstacle);
  return ok({
    check: takeOrLookAfter,
    beat: async () => {
      if (isGivenFree() || takeOrLookAfter() !== null || !isOurs) return;
      const record = { ...own, beatAt: place.now().toISOString() };
      // One that fails is made good by the next; what matters is said by the saves.
      await writeAtomicallyAsync(place.fs.async, path, [new TextEncoder().encode(JSON.stringify(record))]);
      if (isGivenFree()) removeLockFile(place.fs, path, own.id);
    },
    release: () => {
      isReleased = true;
      if (isOurs) removeLockFile(place.fs, path, own.id);
    },
  });
}

/** Takes the lock: true when it is ours, false when no file can be made here; otherwise who stands in the way. */
function take(place: LockPlace, path: string, own: LockRecord, agreed: string | null): Outcome<boolean> {
  let obstacle: Problem | null = null;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const found = readLockFile(place.fs, path);
    if (found.kind === 'unreadable') return ok(false);
    if (found.kind === 'none') {
      const created = createLockFile(place.fs, path, { ...own, beatAt: place.now().toISOString() });
      if (created !== 'exists') return ok(created === 'made');
      continue;
    }
    obstacle = obstacleOf(place, path, found);
    if (obstacle !== null && (agreed === null || obstacle.details['lock'] !== agreed)) return fail(obstacle);
    takeAway(place.fs, path, found.kind === 'found' ? found.record.id : null);
  }
  // Others keep coming and going: whoever it is now has it.
  return fail(obstacle ?? problem('workspace/in-use', { path: place.folder, ...nobodyKnown, since: localMinute(place.now()) }));
}

function recordOf({ now, locker }: LockPlace): LockRecord {
  const { host, adapters, pid, user } = locker;
  const at = now().toISOString();
  return { format: lockFormat, id: randomUUID(), host, adapters, pid, user, startedAt: at, beatAt: at };
}

type StandingLock = Extract<FoundLock, { kind: 'found' | 'illegible' }>;

const nobodyKnown = { user: '—', host: '—' };

/** Why the lock must not be taken away without being asked about, or null when its app has certainly ended. */
function obstacleOf({ fs, folder, now, locker }: LockPlace, path: string, found: StandingLock): Problem | null {
  const at = now().getTime();
  const lastSign = found.kind === 'found' ? Date.parse(found.record.beatAt) : found.writtenAt.getTime();
  const silence = silenceOf(fs, path) ?? at - lastSign;
  const lock = found.kind === 'found' ? found.record.id : found.writtenAt.toISOString();
  const silent = () =>
    problem('workspace/silent-lock', { ...whoHas(folder, found), minutes: Math.max(0, Math.floor(silence / 60_000)), lock });
  if (found.kind === 'illegible') return silent();
  switch (judgeLock(found.record, { ...locker, bootedAt: new Date(at - locker.uptime() * 1_000), silence })) {
    case 'abandoned':
      return null;
    case 'held':
      return problem('workspace/in-use', whoHas(folder, found));
    case 'silent':
      return silent();
  }
}

function takenOver({ folder }: LockPlace, found: StandingLock): Problem {
  return problem('workspace/taken-over', whoHas(folder, found));
}

function whoHas(path: string, found: StandingLock) {
  if (found.kind === 'illegible') return { path, ...nobodyKnown, since: localMinute(found.writtenAt) };
  const { user, host, startedAt } = found.record;
  return { path, user, host, since: localMinute(new Date(startedAt)) };
}
