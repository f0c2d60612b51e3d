/** `key export`: the certificate of a key file, without the key. */
import { fillPlaces } from '#core/lib/bilingual.ts';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { keyWords } from '#core/text/keys.ts';
import { authorityOf } from '../signing/authority.ts';
import { certificatePem, describeCertificate } from '../signing/certificate-file.ts';
import { requireText, type Command } from './command.ts';
import { openKeyFile } from './open-key.ts';
import { refuseTaken, writeOutput } from './write-output.ts';

export const keyExportCommand: Command = {
  name: 'key export',
  usage: 'key export K.p12 [--authority] -o CERT.pem',
  about: keyWords.aboutExport,
  options: { authority: { type: 'boolean' }, output: { type: 'string', short: 'o' } },
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const output = requireText(keyExportCommand, args, 'output');
    if (!output.ok) return output;
    const free = refuseTaken([output.value]);
    if (!free.ok) return free;
    const opened = await openKeyFile(args.files[0] ?? '', context);
    if (!opened.ok) return opened;
    const certificate = args.has('authority') ? authorityOf(opened.value)?.certificate : opened.value.certificate;
    if (certificate === undefined) {
      const { unitCode } = opened.value.certificate;
      return fail(problem('certificate/not-for-key', { file: args.files[0] ?? '', unitCode }));
    }
    const written = writeOutput(output.value, certificatePem(certificate));
    if (!written.ok) return written;
    const places = { path: output.value };
    const text = { zh: fillPlaces(keyWords.certificateWritten.zh, places), en: fillPlaces(keyWords.certificateWritten.en, places) };
    return ok({ exit: 0, text, data: { path: output.value, ...describeCertificate(certificate) } });
  },
};
