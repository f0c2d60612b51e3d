/** `update seal`: the installers of a version become an update that an app without a network can verify. */
import { resolve } from 'node:path';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { ok } from '#core/lib/outcome.ts';
import { updateWords } from '#core/text/update.ts';
import { writeAndReadBack } from '../bundles/write-bundle.ts';
import { sealUpdate } from '../updates/seal-update.ts';
import { requireText, type Command } from './command.ts';
import { openKeyFile } from './open-key.ts';
import { refuseTaken } from './write-output.ts';

export const updateSealCommand: Command = {
  name: 'update seal',
  usage: 'update seal INSTALLER… --key PUBLISHER.p12 -o OUT.nianbao-update [--version V]',
  about: updateWords.aboutSeal,
  options: { key: { type: 'string' }, output: { type: 'string', short: 'o' }, version: { type: 'string' } },
  files: { min: 1, max: 100 },
  run: async (args, context) => {
    const key = requireText(updateSealCommand, args, 'key');
    if (!key.ok) return key;
    const output = requireText(updateSealCommand, args, 'output');
    if (!output.ok) return output;
    const free = refuseTaken([output.value]);
    if (!free.ok) return free;
    const opened = await openKeyFile(key.value, context);
    if (!opened.ok) return opened;
    const version = args.text('version') ?? context.app.running.version;
    const paths = args.files.map((file) => resolve(file));
    const sealed = await sealUpdate(version, paths, opened.value, context.now());
    if (!sealed.ok) return sealed;
    const written = writeAndReadBack(resolve(output.value), sealed.value);
    if (!written.ok) return written;
    const places = { path: output.value, count: paths.length };
    const text = { zh: fillPlaces(updateWords.sealed.zh, places), en: fillPlaces(updateWords.sealed.en, places) };
    return ok({ exit: 0, text, data: { path: output.value, version, installers: paths.length } });
  },
};
