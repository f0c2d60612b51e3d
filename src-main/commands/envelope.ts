/** `encrypt` and `decrypt`: a file for one recipient's certificate, which is not the signature. */
import { basename, resolve } from 'node:path';
import { fillPlaces, type Bilingual } from '#core/lib/bilingual.ts';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { envelopeWords } from '#core/text/envelope.ts';
import { groupFingerprint } from '#core/text/fingerprint.ts';
import { writeAndReadBack } from '../bundles/write-bundle.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { bundleLimitBytes } from '../filings/read-filing.ts';
import { readCertificates } from '../signing/certificate-file.ts';
import { decryptWith, encryptFor } from '../signing/envelope.ts';
import { keyLimitBytes } from '../signing/limits.ts';
import { requireText, type Command } from './command.ts';
import { openKeyFile } from './open-key.ts';
import { refuseTaken } from './write-output.ts';

/** An encrypted file is a little longer than what is in it. */
const limitBytes = bundleLimitBytes + keyLimitBytes;

export const encryptCommand: Command = {
  name: 'encrypt',
  usage: 'encrypt FILE --to CERT.pem -o OUT.p7m',
  about: envelopeWords.aboutEncrypt,
  options: { to: { type: 'string' }, output: { type: 'string', short: 'o' } },
  files: { min: 1, max: 1 },
  run: async (args) => {
    const to = requireText(encryptCommand, args, 'to');
    if (!to.ok) return to;
    const output = requireText(encryptCommand, args, 'output');
    if (!output.ok) return output;
    const free = refuseTaken([output.value]);
    if (!free.ok) return free;
    const bytes = readBytes(nodeFileSystem, args.files[0] ?? '', bundleLimitBytes);
    if (!bytes.ok) return bytes;
    const file = readBytes(nodeFileSystem, to.value, keyLimitBytes);
    if (!file.ok) return file;
    const certificates = readCertificates(file.value, basename(to.value));
    if (!certificates.ok) return certificates;
    const [recipient] = certificates.value;
    if (recipient === undefined) return fail(problem('certificate/malformed', { file: basename(to.value), reason: 'no certificate' }));
    const encrypted = await encryptFor(bytes.value, recipient);
    if (!encrypted.ok) return encrypted;
    const written = writeAndReadBack(resolve(output.value), encrypted.value);
    if (!written.ok) return written;
    const { unitName, unitCode, fingerprint } = recipient;
    const places = { path: output.value, unit: unitName, fingerprint: groupFingerprint(fingerprint) };
    return ok({ exit: 0, text: inBoth(envelopeWords.encrypted, places), data: { path: output.value, unitCode, unitName, fingerprint } });
  },
};

export const decryptCommand: Command = {
  name: 'decrypt',
  usage: 'decrypt FILE.p7m --key K.p12 -o OUT.asice',
  about: envelopeWords.aboutDecrypt,
  options: { key: { type: 'string' }, output: { type: 'string', short: 'o' } },
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const key = requireText(decryptCommand, args, 'key');
    if (!key.ok) return key;
    const output = requireText(decryptCommand, args, 'output');
    if (!output.ok) return output;
    const free = refuseTaken([output.value]);
    if (!free.ok) return free;
    const file = args.files[0] ?? '';
    const bytes = readBytes(nodeFileSystem, file, limitBytes);
    if (!bytes.ok) return bytes;
    const opened = await openKeyFile(key.value, context);
    if (!opened.ok) return opened;
    const content = await decryptWith(bytes.value, opened.value, basename(file));
    if (!content.ok) return content;
    const written = writeAndReadBack(resolve(output.value), content.value);
    if (!written.ok) return written;
    return ok({ exit: 0, text: inBoth(envelopeWords.decrypted, { path: output.value }), data: { path: output.value } });
  },
};

function inBoth({ zh, en }: Bilingual, places: Readonly<Record<string, string>>): Bilingual {
  return { zh: fillPlaces(zh, places), en: fillPlaces(en, places) };
}
