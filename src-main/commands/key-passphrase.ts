/** `key passphrase`: encrypts a key file with another passphrase. */
import { fillPlaces } from '#core/lib/bilingual.ts';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { keyWords } from '#core/text/keys.ts';
import { checkPassphrase } from '../signing/passphrase.ts';
import { writePkcs12 } from '../signing/pkcs12-write.ts';
import type { Command } from './command.ts';
import { keyPath, openKeyFile } from './open-key.ts';
import { refuseTaken, writeOutput } from './write-output.ts';

export const keyPassphraseCommand: Command = {
  name: 'key passphrase',
  usage: 'key passphrase K.p12 [-o NEW.p12]',
  about: keyWords.aboutPassphrase,
  options: { key: { type: 'string' }, output: { type: 'string', short: 'o' } },
  files: { min: 0, max: 1 },
  run: async (args, context) => {
    const path = keyPath(keyPassphraseCommand, args);
    if (!path.ok) return path;
    const output = args.text('output');
    const free = refuseTaken(output === undefined ? [] : [output]);
    if (!free.ok) return free;
    const opened = await openKeyFile(path.value, context);
    if (!opened.ok) return opened;
    const passphrase = await context.askPassphrase(true);
    if (!passphrase.ok) return passphrase;
    if (passphrase.value.normalize('NFC') === opened.value.passphrase.normalize('NFC')) return fail(problem('key/same-passphrase'));
    const quality = checkPassphrase(passphrase.value, opened.value.certificate);
    if (!quality.ok) return quality;
    const target = output ?? path.value;
    const written = writeOutput(target, await writePkcs12(opened.value, passphrase.value), 'owner');
    if (!written.ok) return written;
    const places = { path: target };
    const text = { zh: fillPlaces(keyWords.passphraseChanged.zh, places), en: fillPlaces(keyWords.passphraseChanged.en, places) };
    return ok({ exit: 0, text, data: { path: target } });
  },
};
