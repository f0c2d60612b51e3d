/** What may wait until the eye has what it waits for. */

/** Runs `work` once, after the next frame is painted; asked for again before, it still runs once. */
export function afterPaint(work: () => void): () => void {
  let isAsked = false;
  const channel = new MessageChannel();
  // The frame's callback runs before it is painted; the message that it sends, after.
  channel.port1.onmessage = () => {
    isAsked = false;
    work();
  };
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      channel.port2.postMessage(null);
    });
  };
}
