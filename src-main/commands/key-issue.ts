/** `key issue`: a superior's certificate for the request of a unit. */
import { basename } from 'node:path';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { groupFingerprint } from '#core/text/fingerprint.ts';
import { keyWords } from '#core/text/keys.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { issueAll, usualIssuedYears, withAuthority } from '../signing/authority.ts';
import { certificatePem, describeCertificate } from '../signing/certificate-file.ts';
import { keyLimitBytes } from '../signing/limits.ts';
import { readPem } from '../signing/pem.ts';
import { writePkcs12 } from '../signing/pkcs12-write.ts';
import { readRequest } from '../signing/request.ts';
import { serialOf } from '../signing/revocation-list.ts';
import { wholeSecond } from '../signing/time.ts';
import { clockBehind } from '../trust/check-clock.ts';
import { requireText, type Command } from './command.ts';
import { yearsOf } from './key-new.ts';
import { localTime } from './local-time.ts';
import { openKeyFile } from './open-key.ts';
import { beside, refuseTaken, writeOutput } from './write-output.ts';

export const keyIssueCommand: Command = {
  name: 'key issue',
  usage: 'key issue REQUEST.csr --key CA.p12 [--years N] [--authority] [--clock-checked] -o CERT.pem',
  about: keyWords.aboutIssue,
  options: {
    key: { type: 'string' },
    years: { type: 'string' },
    authority: { type: 'boolean' },
    'clock-checked': { type: 'boolean' },
    output: { type: 'string', short: 'o' },
  },
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const path = requireText(keyIssueCommand, args, 'key');
    if (!path.ok) return path;
    const output = requireText(keyIssueCommand, args, 'output');
    if (!output.ok) return output;
    const years = yearsOf(args.text('years'));
    if (!years.ok) return years;
    const free = refuseTaken([output.value]);
    if (!free.ok) return free;
    const file = args.files[0] ?? '';
    const bytes = readBytes(nodeFileSystem, file, keyLimitBytes);
    if (!bytes.ok) return bytes;
    const request = await readRequest(readPem(bytes.value, ['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'])[0] ?? bytes.value);
    if (request === null || request.unitCode === '') return fail(problem('request/malformed', { file: basename(file) }));
    const opened = await openKeyFile(path.value, context);
    if (!opened.ok) return opened;
    const at = wholeSecond(context.now());
    const key = withAuthority(opened.value, at);
    const behind = args.has('clock-checked') ? null : clockBehind(key.authority.certificate.notBefore, at);
    if (behind !== null) return fail(behind);
    const terms = { at, years: years.value ?? usualIssuedYears, isAuthority: args.has('authority') };
    const issued = issueAll(key.authority, request, terms);
    if (!issued.ok) return issued;
    const authorityPath = beside(path.value, '.ca.crt.pem');
    // A new CA certificate is kept before anything is issued under it: without it nobody could check what was.
    if (key.chain.length !== opened.value.chain.length) {
      const kept = writeOutput(path.value, await writePkcs12(key, opened.value.passphrase), 'owner');
      if (!kept.ok) return kept;
    }
    const authority = writeOutput(authorityPath, certificatePem(key.authority.certificate));
    if (!authority.ok) return authority;
    // The CA's certificate follows, for the unit's signatures to carry.
    const written = writeOutput(output.value, [...issued.value, key.authority.certificate].map(certificatePem).join(''));
    if (!written.ok) return written;
    const [certificate] = issued.value;
    const identity = describeCertificate(certificate);
    const places = {
      path: output.value,
      unit: `${identity.unitName} (${identity.unitCode})`,
      request: groupFingerprint(request.fingerprint),
      fingerprint: groupFingerprint(identity.fingerprint),
      notAfter: localTime(identity.notAfter),
      authority: authorityPath,
    };
    const text = { zh: fillPlaces(keyWords.issued.zh, places), en: fillPlaces(keyWords.issued.en, places) };
    const data = {
      path: output.value,
      authority: authorityPath,
      serial: serialOf(certificate),
      publicKeyFingerprint: request.fingerprint,
    };
    return ok({ exit: 0, text, data: { ...data, ...identity } });
  },
};
