/** Certificate files: PEM (RFC 7468) with one or several certificates, or a single one in DER. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { decodeCertificate, publicKeyOf, x509Of, type Certificate } from './certificate.ts';
import { keyLimitBytes } from './limits.ts';
import { readPem, writePem } from './pem.ts';

/** All certificates of a file; `file` names it in problems. One that cannot be read fails the whole file. */
export function readCertificates(bytes: Uint8Array, file: string): Outcome<readonly Certificate[]> {
  const malformed = (reason: string) => fail(problem('certificate/malformed', { file, reason }));
  if (bytes.length > keyLimitBytes) return malformed('the file is too large');
  const blocks = readPem(bytes, ['CERTIFICATE', 'X509 CERTIFICATE']);
  const certificates: Certificate[] = [];
  for (const [index, der] of (blocks.length === 0 ? [bytes] : blocks).entries()) {
    const certificate = decodeCertificate(der);
    if (certificate === null) return malformed(blocks.length === 0 ? 'neither PEM nor DER' : `certificate ${String(index + 1)} is damaged`);
    certificates.push(certificate);
  }
  return ok(certificates);
}

/** Whether a certificate is as its own key signed it: those that this app makes are, and one of a CA is not. */
export function isSelfSigned(certificate: Certificate): boolean {
  const x509 = x509Of(certificate);
  const key = publicKeyOf(x509);
  return key?.verifies(x509.tbsView, x509.signatureValue.valueBlock.valueHexView) === true;
}

/** Whether it names itself as its issuer. */
export function isSelfIssued(certificate: Certificate): boolean {
  const x509 = x509Of(certificate);
  return x509.issuer.isEqual(x509.subject);
}

export function certificatePem(certificate: Certificate): string {
  return writePem('CERTIFICATE', certificate.der);
}

export type Identity = Pick<Certificate, 'unitCode' | 'unitName' | 'fingerprint' | 'notBefore' | 'notAfter'>;

/** What is shown of a certificate: all but its bytes. */
export function describeCertificate({ unitCode, unitName, fingerprint, notBefore, notAfter }: Certificate): Identity {
  return { unitCode, unitName, fingerprint, notBefore, notAfter };
}
