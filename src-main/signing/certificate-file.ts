/** Certificate files: PEM (RFC 7468) with one or several certificates, or a single one in DER. */
import { X509Certificate } from 'node:crypto';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { decodeCertificate, type Certificate } from './certificate.ts';
import { keyLimitBytes } from './limits.ts';

const pemBlock = /-----BEGIN (?:X509 )?CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END (?:X509 )?CERTIFICATE-----/gu;

/** All certificates of a file; `file` names it in problems. One that cannot be read fails the whole file. */
export function readCertificates(bytes: Uint8Array, file: string): Outcome<readonly Certificate[]> {
  const malformed = (reason: string) => fail(problem('certificate/malformed', { file, reason }));
  if (bytes.length > keyLimitBytes) return malformed('the file is too large');
  const text = Buffer.from(bytes).toString('latin1');
  const blocks = [...text.matchAll(pemBlock)].map((match) => Buffer.from(match[1] ?? '', 'base64'));
  const certificates: Certificate[] = [];
  for (const [index, der] of (blocks.length === 0 ? [bytes] : blocks).entries()) {
    const certificate = decodeCertificate(der);
    if (certificate === null) return malformed(blocks.length === 0 ? 'neither PEM nor DER' : `certificate ${String(index + 1)} is damaged`);
    certificates.push(certificate);
  }
  return ok(certificates);
}

/** Whether a certificate is as its own key signed it: those that this app makes are, and one of a CA is not. */
export function isSelfSigned({ der }: Certificate): boolean {
  try {
    const certificate = new X509Certificate(der);
    return certificate.verify(certificate.publicKey);
  } catch {
    return false;
  }
}

export function certificatePem(certificate: Certificate): string {
  const lines =
    Buffer.from(certificate.der)
      .toString('base64')
      .match(/.{1,64}/gu) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

export type Identity = Pick<Certificate, 'unitCode' | 'unitName' | 'fingerprint' | 'notBefore' | 'notAfter'>;

/** What is shown of a certificate: all but its bytes. */
export function describeCertificate({ unitCode, unitName, fingerprint, notBefore, notAfter }: Certificate): Identity {
  return { unitCode, unitName, fingerprint, notBefore, notAfter };
}
