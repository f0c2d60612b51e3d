/** The versions of a report: the one that stands, and the one that the next export makes. */
import type { FilingView } from '#core/ipc/views.ts';

export type Revisions = {
  /** What is shown. Unlocking what went out begins the next version, before anything is changed. */
  readonly shown: number;
  /** The number that the next export will have. */
  readonly next: number;
  /** It went out, and somebody unlocked it and has changed nothing yet. */
  readonly isReopened: boolean;
};

export function revisionsOf({ filing, submissions, review }: FilingView): Revisions {
  const last = submissions.at(-1);
  const next = last === undefined ? filing.revision.number : last.revision + 1;
  const isReopened = last !== undefined && review.state === 'open' && review.reason !== null;
  return { shown: isReopened ? next : filing.revision.number, next, isReopened };
}
