/** Entry of the thread in which foreign files are parsed: one order at a time, one answer each. */
import { parentPort } from 'node:worker_threads';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { packParsed, type PackedParsed } from './pack-document.ts';
import { parseDocument, type ParseOrder } from './parse-document.ts';

/** An error that is nobody's refusal is a bug; its words go back to whoever asked. */
export type ParseAnswer =
  { readonly kind: 'parsed'; readonly outcome: Outcome<PackedParsed> } | { readonly kind: 'bug'; readonly message: string };

async function answer(order: ParseOrder): Promise<ParseAnswer> {
  try {
    const parsed = await parseDocument(order);
    return { kind: 'parsed', outcome: parsed.ok ? ok(packParsed(parsed.value)) : parsed };
  } catch (error) {
    return { kind: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (order: ParseOrder) => {
  void answer(order).then((each) => {
    parentPort?.postMessage(each);
  });
});
