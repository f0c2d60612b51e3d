/** Makes a form edition and its rules one signed file that can be handed on. */
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { editionName } from '#core/bundle/entry-names.ts';
import { writeSignedContainer } from '../bundles/signed-container.ts';
import { problemWithTime } from '../signing/check-key.ts';
import type { OpenedKey } from '../signing/pkcs12-bags.ts';
import { wholeSecond } from '../signing/time.ts';
import type { EditionFolder } from './edition-folder.ts';

export const rulesName = 'rules.json';

/** The file's bytes: both as canonical JSON, of which the edition's digest is made too. Problems: key/…. */
export function sealEdition({ edition, rules }: EditionFolder, key: OpenedKey, now: Date): Outcome<Uint8Array> {
  const at = wholeSecond(now);
  const wrong = problemWithTime(key.certificate, at);
  if (wrong !== null) return fail(wrong);
  const entries = [
    { name: editionName, value: edition },
    { name: rulesName, value: rules },
  ].map(({ name, value }) => ({ name, mediaType: 'application/json', bytes: new TextEncoder().encode(canonicalJson(value)) }));
  return ok(writeSignedContainer(entries, key, at));
}
