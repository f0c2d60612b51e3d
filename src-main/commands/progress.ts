/** Progress of long batches on standard error, where a person is looking. */
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { consolidationWords } from '#core/text/consolidation.ts';
import type { Progress } from '../reception/receive-all.ts';

const longBatch = 30;
const milliseconds = 200;

/** Silent for short batches and where standard error is a file or pipe. */
export function showProgress(language: Language, stream: NodeJS.WriteStream = process.stderr): Progress {
  let last = 0;
  return (done, total) => {
    const now = performance.now();
    if (!stream.isTTY || total < longBatch || (done < total && now - last < milliseconds)) return;
    last = now;
    const text = fillPlaces(consolidationWords.progress[language], { done, total });
    stream.write(`\r${text}${done === total ? '\n' : ''}`);
  };
}
