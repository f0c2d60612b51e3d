/** The attachments that a stored report names, read from its document without taking all of it apart. */
import * as v from 'valibot';
import { decode, parseJson } from '../lib/decode.ts';
import { ok, type Outcome } from '../lib/outcome.ts';
import type { AbsentAttachment } from './inspected-backup.ts';

export type NamedAttachment = AbsentAttachment & { readonly digest: string };

const naming = v.object({
  unit: v.object({ name: v.string() }),
  reportYear: v.number(),
  attachments: v.array(v.object({ digest: v.string(), name: v.string() })),
});

/** What the canonical JSON of a filing names; file/not-json or filing/malformed when it is none. */
export function namedAttachments(text: string): Outcome<readonly NamedAttachment[]> {
  // Most have none, and need not be parsed.
  if (!text.includes('"attachments":[{')) return ok([]);
  const parsed = parseJson(text);
  const filing = parsed.ok ? decode(naming, parsed.value, 'filing/malformed') : parsed;
  if (!filing.ok) return filing;
  const { unit, reportYear, attachments } = filing.value;
  return ok(attachments.map(({ digest, name }) => ({ digest, name, unitName: unit.name, reportYear })));
}
