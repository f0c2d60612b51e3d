/** `key import`: takes the certificate that the superior issued into the key file. */
import { basename } from 'node:path';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { ok } from '#core/lib/outcome.ts';
import { keyWords } from '#core/text/keys.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { certificatePem, describeCertificate, readCertificates } from '../signing/certificate-file.ts';
import { nameText, x509Of } from '../signing/certificate.ts';
import { takeCertificate } from '../signing/take-certificate.ts';
import { keyLimitBytes } from '../signing/limits.ts';
import { commonName } from '../signing/oids.ts';
import { writePkcs12 } from '../signing/pkcs12-write.ts';
import { requireText, type Command } from './command.ts';
import { localTime } from './local-time.ts';
import { openKeyFile } from './open-key.ts';
import { beside, refuseTaken, writeOutput } from './write-output.ts';

export const keyImportCommand: Command = {
  name: 'key import',
  usage: 'key import CERT.pem --key K.p12 [-o NEW.p12]',
  about: keyWords.aboutImport,
  options: { key: { type: 'string' }, output: { type: 'string', short: 'o' } },
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const path = requireText(keyImportCommand, args, 'key');
    if (!path.ok) return path;
    const output = args.text('output');
    const free = refuseTaken(output === undefined ? [] : [output]);
    if (!free.ok) return free;
    const file = args.files[0] ?? '';
    const bytes = readBytes(nodeFileSystem, file, keyLimitBytes);
    if (!bytes.ok) return bytes;
    const certificates = readCertificates(bytes.value, basename(file));
    if (!certificates.ok) return certificates;
    const opened = await openKeyFile(path.value, context);
    if (!opened.ok) return opened;
    const taken = takeCertificate(opened.value, certificates.value, basename(file));
    if (!taken.ok) return taken;
    const target = output ?? path.value;
    const kept = writeOutput(target, await writePkcs12(taken.value, opened.value.passphrase), 'owner');
    if (!kept.ok) return kept;
    const certificatePath = beside(target, '.crt.pem');
    const { certificate } = taken.value;
    const written = writeOutput(certificatePath, certificatePem(certificate));
    if (!written.ok) return written;
    const identity = describeCertificate(certificate);
    const issuer = nameText(x509Of(certificate).issuer, commonName);
    const unit = `${identity.unitName} (${identity.unitCode})`;
    const places = { path: target, certificate: certificatePath, unit, issuer, notAfter: localTime(identity.notAfter) };
    const text = { zh: fillPlaces(keyWords.imported.zh, places), en: fillPlaces(keyWords.imported.en, places) };
    return ok({ exit: 0, text, data: { path: target, certificate: certificatePath, issuer, ...identity } });
  },
};
