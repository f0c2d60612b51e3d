/** `key new`, `key show`, `key export`: identities as files. */
import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { commandWords } from '#core/text/commands.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem, type Readers } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { keyLimitBytes } from '../signing/limits.ts';
import { createKey, openKey } from '../signing/create-key.ts';
import { localTime } from './local-time.ts';
import { requireText, type Command, type CommandContext } from './command.ts';

const keyNewUsage = 'key new --unit CODE --name NAME -o K.p12';

export const keyNewCommand: Command = {
  name: 'key new',
  usage: keyNewUsage,
  about: commandWords.keyNew,
  options: { unit: { type: 'string' }, name: { type: 'string' }, output: { type: 'string', short: 'o' } },
  files: { min: 0, max: 0 },
  run: async (args, context) => {
    const unitCode = requireText(keyNewCommand, args, 'unit');
    if (!unitCode.ok) return unitCode;
    const unitName = requireText(keyNewCommand, args, 'name');
    if (!unitName.ok) return unitName;
    const output = requireText(keyNewCommand, args, 'output');
    if (!output.ok) return output;
    const certificatePath = certificateBeside(output.value);
    const taken = [output.value, certificatePath].find((path) => existsSync(path));
    if (taken !== undefined) return fail(problem('file/exists', { path: taken }));
    const passphrase = await context.askPassphrase(true);
    if (!passphrase.ok) return passphrase;
    const made = await createKey({ unitCode: unitCode.value, unitName: unitName.value, passphrase: passphrase.value, now: context.now() });
    if (!made.ok) return made;
    const { p12, certificatePem, identity } = made.value;
    const key = write(output.value, p12, 'owner');
    if (!key.ok) return key;
    const certificate = write(certificatePath, new TextEncoder().encode(certificatePem));
    if (!certificate.ok) return certificate;
    const places = {
      path: output.value,
      certificate: certificatePath,
      unit: `${identity.unitName} (${identity.unitCode})`,
      fingerprint: identity.fingerprint,
      notAfter: localTime(identity.notAfter),
    };
    return ok({
      exit: 0,
      text: { zh: fillPlaces(commandWords.keyMade.zh, places), en: fillPlaces(commandWords.keyMade.en, places) },
      data: { path: output.value, certificate: certificatePath, ...identity },
    });
  },
};

export const keyShowCommand: Command = {
  name: 'key show',
  usage: 'key show K.p12',
  about: commandWords.keyShow,
  options: {},
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const opened = await open(args.files[0] ?? '', context);
    if (!opened.ok) return opened;
    const { identity } = opened.value;
    const times = { notBefore: localTime(identity.notBefore), notAfter: localTime(identity.notAfter) };
    const places = { ...identity, ...times, unit: `${identity.unitName} (${identity.unitCode})` };
    const text = { zh: fillPlaces(commandWords.keyFacts.zh, places), en: fillPlaces(commandWords.keyFacts.en, places) };
    return ok({ exit: 0, text, data: identity });
  },
};

export const keyExportCommand: Command = {
  name: 'key export',
  usage: 'key export K.p12 -o CERT.pem',
  about: commandWords.keyExport,
  options: { output: { type: 'string', short: 'o' } },
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const output = requireText(keyExportCommand, args, 'output');
    if (!output.ok) return output;
    if (existsSync(output.value)) return fail(problem('file/exists', { path: output.value }));
    const opened = await open(args.files[0] ?? '', context);
    if (!opened.ok) return opened;
    const written = write(output.value, new TextEncoder().encode(opened.value.certificatePem));
    if (!written.ok) return written;
    const places = { path: output.value };
    const text = { zh: fillPlaces(commandWords.certificateWritten.zh, places), en: fillPlaces(commandWords.certificateWritten.en, places) };
    return ok({ exit: 0, text, data: { path: output.value, ...opened.value.identity } });
  },
};

/** `sample-key.p12` has its certificate in `sample-key.crt.pem`. */
function certificateBeside(path: string): string {
  const extension = extname(path);
  return `${extension === '' ? path : path.slice(0, -extension.length)}.crt.pem`;
}

async function open(path: string, context: CommandContext): ReturnType<typeof openKey> {
  const p12 = readBytes(nodeFileSystem, path, keyLimitBytes);
  if (!p12.ok) return p12;
  const passphrase = await context.askPassphrase();
  if (!passphrase.ok) return passphrase;
  return openKey({ p12: p12.value, passphrase: passphrase.value });
}

function write(path: string, bytes: Uint8Array, readers: Readers = 'everyone'): Outcome<null> {
  return writeAtomically(nodeFileSystem, resolve(path), bytes, readers);
}
