/** Opens a key of this computer, with the passphrase that was typed or the one that the system remembers. */
import { fail, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { openKey, type ShownKey } from '../signing/create-key.ts';
import type { HandlerContext } from './context.ts';

export type OwnKey = ShownKey & { readonly passphrase: string };

/** key/missing, key/wrong-passphrase …; key/not-remembered where none was typed and none is kept. */
export async function openOwnKey(context: HandlerContext, unitCode: string, typed: string | null): Promise<Outcome<OwnKey>> {
  const p12 = context.identities.readKey(unitCode);
  if (!p12.ok) return p12;
  const passphrase = typed ?? (await context.memory.recall(unitCode));
  if (passphrase === null) return fail(problem('key/not-remembered'));
  const opened = await openKey({ p12: p12.value, passphrase });
  return opened.ok ? { ok: true, value: { ...opened.value, passphrase } } : opened;
}
