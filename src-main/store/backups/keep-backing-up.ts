/** Makes the hourly and daily backups while the app is open. */
import type { BackupRhythm } from '#core/workspace/settings.ts';
import type { Backups } from './backups.ts';

/** What the user set; `place` is the folder of the further copies. */
export type WantedBackups = { readonly rhythm: BackupRhythm; readonly place: string | null };

/** How often it is asked whether one is due, and how long after the start first: the window comes up before. */
const minutesBetweenLooks = 5;
const secondsBeforeFirst = 30;

/** Looks soon and then every few minutes; what is returned ends it. `onBug` is told of an error where none is expected. */
export function keepBackingUp(backups: Backups, wanted: () => WantedBackups, onBug: (error: unknown) => void): () => void {
  const look = (): void => {
    const { rhythm, place } = wanted();
    backups.makeDue(rhythm).catch(onBug);
    if (place !== null) backups.copyDue(place).catch(onBug);
  };
  const first = setTimeout(look, secondsBeforeFirst * 1_000);
  first.unref();
  const timer = setInterval(look, minutesBetweenLooks * 60_000);
  timer.unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}
