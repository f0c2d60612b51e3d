/** `key new`: a key pair with its own certificate. */
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { groupFingerprint } from '#core/text/fingerprint.ts';
import { keyWords } from '#core/text/keys.ts';
import { createKey } from '../signing/create-key.ts';
import { keyAlgorithms } from '../signing/make-key-pair.ts';
import { requireText, type Command } from './command.ts';
import { localTime } from './local-time.ts';
import { beside, refuseTaken, writeOutput } from './write-output.ts';

export const keyNewCommand: Command = {
  name: 'key new',
  usage: 'key new --unit CODE --name NAME [--algorithm p256|rsa3072|sm2] [--years N] -o K.p12',
  about: keyWords.aboutNew,
  options: {
    unit: { type: 'string' },
    name: { type: 'string' },
    algorithm: { type: 'string' },
    years: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  files: { min: 0, max: 0 },
  run: async (args, context) => {
    const unitCode = requireText(keyNewCommand, args, 'unit');
    if (!unitCode.ok) return unitCode;
    const unitName = requireText(keyNewCommand, args, 'name');
    if (!unitName.ok) return unitName;
    const output = requireText(keyNewCommand, args, 'output');
    if (!output.ok) return output;
    const asked = args.text('algorithm') ?? 'p256';
    const algorithm = keyAlgorithms.find((each) => each === asked);
    if (algorithm === undefined) {
      return fail(problem('usage/bad-value', { argument: '--algorithm', value: asked, expected: keyAlgorithms.join(', ') }));
    }
    const years = yearsOf(args.text('years'));
    if (!years.ok) return years;
    const certificatePath = beside(output.value, '.crt.pem');
    const free = refuseTaken([output.value, certificatePath]);
    if (!free.ok) return free;
    const passphrase = await context.askPassphrase(true);
    if (!passphrase.ok) return passphrase;
    const order = { unitCode: unitCode.value, unitName: unitName.value, passphrase: passphrase.value, now: context.now(), algorithm };
    const made = await createKey(years.value === null ? order : { ...order, yearsValid: years.value });
    if (!made.ok) return made;
    const { p12, certificatePem, identity } = made.value;
    const key = writeOutput(output.value, p12, 'owner');
    if (!key.ok) return key;
    const certificate = writeOutput(certificatePath, certificatePem);
    if (!certificate.ok) return certificate;
    const say = (language: Language) =>
      fillPlaces(keyWords.made[language], {
        path: output.value,
        certificate: certificatePath,
        unit: `${identity.unitName} (${identity.unitCode})`,
        fingerprint: groupFingerprint(identity.fingerprint),
        notAfter: localTime(identity.notAfter),
      });
    return ok({
      exit: 0,
      text: { zh: say('zh'), en: say('en') },
      data: { path: output.value, certificate: certificatePath, algorithm, ...identity },
    });
  },
};

/** Null where nobody says; one to twenty years otherwise. */
export function yearsOf(text: string | undefined) {
  if (text === undefined) return ok(null);
  const years = Number(text);
  const isFine = /^\d{1,2}$/u.test(text) && years >= 1 && years <= 20;
  return isFine ? ok(years) : fail(problem('usage/bad-value', { argument: '--years', value: text, expected: '1–20' }));
}
