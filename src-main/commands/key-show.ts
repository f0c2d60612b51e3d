/** `key show`: what a key file, a certificate, a request or a revocation list says. */
import { basename } from 'node:path';
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { groupFingerprint } from '#core/text/fingerprint.ts';
import { keyWords } from '#core/text/keys.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { authorityOf } from '../signing/authority.ts';
import { describeCertificate, isSelfSigned, readCertificates } from '../signing/certificate-file.ts';
import { nameText, publicKeyOf, x509Of, type Certificate } from '../signing/certificate.ts';
import { keyLimitBytes } from '../signing/limits.ts';
import { commonName } from '../signing/oids.ts';
import { keyFingerprint, readRequest, type CertificateRequest } from '../signing/request.ts';
import { decodeRevocationList, serialOf, type RevocationList } from '../signing/revocation-list.ts';
import { readPem } from '../signing/pem.ts';
import type { Command, CommandContext, CommandResult } from './command.ts';
import { localTime } from './local-time.ts';
import { openKeyFile } from './open-key.ts';

export const keyShowCommand: Command = {
  name: 'key show',
  usage: 'key show K.p12|CERT|REQUEST|LIST.crl',
  about: keyWords.aboutShow,
  options: {},
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const path = args.files[0] ?? '';
    const bytes = readBytes(nodeFileSystem, path, keyLimitBytes);
    if (!bytes.ok) return bytes;
    const blocks = readPem(bytes.value, ['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST', 'X509 CRL']);
    const request = await readRequest(blocks[0] ?? bytes.value);
    if (request !== null) return ok(showRequest(request));
    const list = decodeRevocationList(blocks[0] ?? bytes.value);
    if (list !== null) return ok(showList(list));
    const certificates = readCertificates(bytes.value, basename(path));
    const first = certificates.ok ? certificates.value[0] : undefined;
    return first === undefined ? showKey(path, context) : ok(showCertificate(first, null));
  },
};

async function showKey(path: string, context: CommandContext): Promise<Outcome<CommandResult>> {
  const opened = await openKeyFile(path, context);
  return opened.ok ? ok(showCertificate(opened.value.certificate, authorityOf(opened.value)?.certificate ?? null)) : opened;
}

function showCertificate(certificate: Certificate, authority: Certificate | null): CommandResult {
  const x509 = x509Of(certificate);
  const identity = describeCertificate(certificate);
  const key = publicKeyOf(x509);
  const algorithm = key?.scheme ?? '?';
  const issuer = nameText(x509.issuer, commonName);
  const isOwn = isSelfSigned(certificate);
  const say = (language: Language) =>
    fillPlaces(keyWords.facts[language], {
      unit: `${identity.unitName} (${identity.unitCode})`,
      fingerprint: groupFingerprint(identity.fingerprint),
      algorithm,
      notBefore: localTime(identity.notBefore),
      notAfter: localTime(identity.notAfter),
      issuer: isOwn ? keyWords.selfIssued[language] : issuer,
    });
  return {
    exit: 0,
    text: { zh: say('zh'), en: say('en') },
    data: {
      ...identity,
      fingerprintGroups: groupFingerprint(identity.fingerprint),
      algorithm,
      serial: serialOf(certificate),
      issuer: isOwn ? null : issuer,
      publicKeyFingerprint: key === null ? null : keyFingerprint(key),
      authorityFingerprint: authority?.fingerprint ?? null,
    },
  };
}

function showRequest({ unitCode, unitName, fingerprint, publicKey }: CertificateRequest): CommandResult {
  const places = { unit: `${unitName} (${unitCode})`, fingerprint: groupFingerprint(fingerprint), algorithm: publicKey.scheme };
  return {
    exit: 0,
    text: { zh: fillPlaces(keyWords.requestFacts.zh, places), en: fillPlaces(keyWords.requestFacts.en, places) },
    data: { unitCode, unitName, publicKeyFingerprint: fingerprint, algorithm: publicKey.scheme },
  };
}

function showList({ number, thisUpdate, nextUpdate, revocations }: RevocationList): CommandResult {
  const next = nextUpdate === null ? '—' : localTime(nextUpdate);
  const places = { number, thisUpdate: localTime(thisUpdate), nextUpdate: next, count: revocations.length };
  return {
    exit: 0,
    text: { zh: fillPlaces(keyWords.listFacts.zh, places), en: fillPlaces(keyWords.listFacts.en, places) },
    data: { number, thisUpdate, nextUpdate, revocations },
  };
}
