/** `key request`: asks the superior for a certificate. */
import { fillPlaces } from '#core/lib/bilingual.ts';
import { ok } from '#core/lib/outcome.ts';
import { groupFingerprint } from '#core/text/fingerprint.ts';
import { keyWords } from '#core/text/keys.ts';
import { writePem } from '../signing/pem.ts';
import { keyFingerprint, writeRequest } from '../signing/request.ts';
import { requireText, type Command } from './command.ts';
import { keyPath, openKeyFile } from './open-key.ts';
import { refuseTaken, writeOutput } from './write-output.ts';

export const keyRequestCommand: Command = {
  name: 'key request',
  usage: 'key request K.p12 -o REQUEST.csr',
  about: keyWords.aboutRequest,
  options: { key: { type: 'string' }, output: { type: 'string', short: 'o' } },
  files: { min: 0, max: 1 },
  run: async (args, context) => {
    const path = keyPath(keyRequestCommand, args);
    if (!path.ok) return path;
    const output = requireText(keyRequestCommand, args, 'output');
    if (!output.ok) return output;
    const free = refuseTaken([output.value]);
    if (!free.ok) return free;
    const opened = await openKeyFile(path.value, context);
    if (!opened.ok) return opened;
    const { privateKey, certificate } = opened.value;
    const { unitCode, unitName } = certificate;
    const written = writeOutput(output.value, writePem('CERTIFICATE REQUEST', writeRequest({ unitCode, unitName }, privateKey)));
    if (!written.ok) return written;
    const publicKeyFingerprint = keyFingerprint(privateKey.publicKey);
    const places = { path: output.value, unit: `${unitName} (${unitCode})`, fingerprint: groupFingerprint(publicKeyFingerprint) };
    const text = { zh: fillPlaces(keyWords.requestWritten.zh, places), en: fillPlaces(keyWords.requestWritten.en, places) };
    return ok({ exit: 0, text, data: { path: output.value, unitCode, unitName, publicKeyFingerprint } });
  },
};
