/** Reads PKCS#12 files: our own, OpenSSL 3's, and whatever else keeps to PBES2 with AES. */
import { AuthenticatedSafe, EncryptedData, PFX, SafeContents, type ContentInfo, type SafeBag } from 'pkijs';
import { OctetString } from 'asn1js';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { attempt, toArrayBuffer } from './der.ts';
import { engine } from './engine.ts';
import { keyLimitBytes } from './limits.ts';
import * as oid from './oids.ts';
import { utf8Passphrase } from './passphrase.ts';
import { unsupportedIn } from './pbes2.ts';
import { openBags, type OpenedKey } from './pkcs12-bags.ts';
import { checkMac } from './pkcs12-mac.ts';

/** Opens a key file. Problems: `key/malformed`, `key/wrong-passphrase`, `key/unsupported`. */
export async function readPkcs12(p12: Uint8Array, passphrase: string): Promise<Outcome<OpenedKey>> {
  const pfx = p12.length > keyLimitBytes ? null : attempt(() => PFX.fromBER(toArrayBuffer(p12)));
  if (pfx === null) return malformed('not PKCS#12');
  if (pfx.authSafe.contentType !== oid.dataContent || pfx.macData === undefined) return unsupported('it has no MAC made with a passphrase');
  const content = octetsOf(pfx.authSafe);
  const safe = content === null ? null : attempt(() => AuthenticatedSafe.fromBER(content));
  if (content === null || safe === null) return malformed('no authenticated safe');
  const mac = await checkMac(pfx.macData, new Uint8Array(content), passphrase);
  if (mac === 'unsupported') return unsupported('the digest or the iterations of its MAC');
  if (mac === 'wrong') return fail(problem('key/wrong-passphrase'));
  const bags: SafeBag[] = [];
  for (const each of safe.safeContents) {
    const opened = await openSafe(each, passphrase);
    if (!opened.ok) return opened;
    bags.push(...opened.value);
  }
  return openBags(bags, passphrase);
}

/** The bags of one safe, which is in clear or encrypted with the passphrase. */
async function openSafe(safe: ContentInfo, passphrase: string): Promise<Outcome<readonly SafeBag[]>> {
  const content = safe.contentType === oid.dataContent ? ok(octetsOf(safe)) : await decryptSafe(safe, passphrase);
  if (!content.ok) return content;
  const octets = content.value;
  const contents = octets === null ? null : attempt(() => SafeContents.fromBER(octets));
  return contents === null ? malformed('a damaged safe') : ok(contents.safeBags);
}

async function decryptSafe(safe: ContentInfo, passphrase: string): Promise<Outcome<ArrayBuffer>> {
  if (safe.contentType !== oid.encryptedDataContent) return unsupported(`a safe of the type ${safe.contentType}`);
  const encrypted = attempt(() => new EncryptedData({ schema: safe.content }));
  if (encrypted === null) return malformed('a damaged safe');
  const reason = unsupportedIn(encrypted.encryptedContentInfo.contentEncryptionAlgorithm);
  if (reason !== null) return unsupported(reason);
  try {
    return ok(await encrypted.decrypt({ password: utf8Passphrase(passphrase) }, engine));
  } catch {
    // The MAC was right: the file has one passphrase for it and another for its safes.
    return fail(problem('key/wrong-passphrase'));
  }
}

function octetsOf(info: ContentInfo): ArrayBuffer | null {
  const content: unknown = info.content;
  return content instanceof OctetString ? content.getValue() : null;
}

function malformed(reason: string) {
  return fail(problem('key/malformed', { reason }));
}

function unsupported(reason: string) {
  return fail(problem('key/unsupported', { reason }));
}
