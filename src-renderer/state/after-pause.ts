/** What may wait until the typing rests, so that no key waits for it. */

/** In milliseconds: shorter than a glance at what follows, longer than the time between two keys. */
const rest = 150;

/** Runs `work` once nobody has asked for it for that long. */
export function afterPause(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, rest);
  };
}
