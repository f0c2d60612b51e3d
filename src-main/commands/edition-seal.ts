/** `edition seal`: an edition folder becomes a signed file. */
import { basename, resolve } from 'node:path';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { ok } from '#core/lib/outcome.ts';
import { editionWords } from '#core/text/editions.ts';
import { writeAndReadBack } from '../bundles/write-bundle.ts';
import { readEditionFolder } from '../editions/edition-folder.ts';
import { sealEdition } from '../editions/seal-edition.ts';
import { requireText, type Command } from './command.ts';
import { openKeyFile } from './open-key.ts';
import { refuseTaken } from './write-output.ts';

export const editionSealCommand: Command = {
  name: 'edition seal',
  usage: 'edition seal FOLDER --key K.p12 -o OUT.asice',
  about: editionWords.aboutSeal,
  options: { key: { type: 'string' }, output: { type: 'string', short: 'o' } },
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const key = requireText(editionSealCommand, args, 'key');
    if (!key.ok) return key;
    const output = requireText(editionSealCommand, args, 'output');
    if (!output.ok) return output;
    const free = refuseTaken([output.value]);
    if (!free.ok) return free;
    const folder = resolve(args.files[0] ?? '');
    const read = readEditionFolder(folder, basename(folder));
    if (!read.ok) return read;
    const opened = await openKeyFile(key.value, context);
    if (!opened.ok) return opened;
    const sealed = sealEdition(read.value, opened.value, context.now());
    if (!sealed.ok) return sealed;
    const written = writeAndReadBack(resolve(output.value), sealed.value);
    if (!written.ok) return written;
    const { id, digest } = read.value.loaded;
    const places = { id, digest, path: output.value };
    const text = { zh: fillPlaces(editionWords.sealed.zh, places), en: fillPlaces(editionWords.sealed.en, places) };
    return ok({ exit: 0, text, data: { path: output.value, id, digest } });
  },
};
