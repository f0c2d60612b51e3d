/** Whom an encrypted file is for, as far as it says so: by issuer and serial number of the recipients' certificates. */
import { IssuerAndSerialNumber, KeyAgreeRecipientIdentifier, KeyAgreeRecipientInfo, KeyTransRecipientInfo } from 'pkijs';
import { x509Of, type Certificate } from './certificate.ts';
import { readEnvelope } from './envelope.ts';

/** `own`: for a key of this computer; `no-key`: there is no key here that it could be for; `malformed`: no encrypted file. */
export type EnvelopeRecipient = 'own' | 'other' | 'no-key' | 'malformed';

/** A recipient that is named in another way than the usual one may be anybody: the file counts as `own`, so that somebody tries. */
export function recipientAmong(bytes: Uint8Array, own: readonly Certificate[]): EnvelopeRecipient {
  const enveloped = readEnvelope(bytes);
  if (enveloped === null) return 'malformed';
  if (own.length === 0) return 'no-key';
  const named = enveloped.recipientInfos.flatMap(({ value }) => namesIn(value));
  const ours = own.map((certificate) => {
    const { issuer, serialNumber } = x509Of(certificate);
    return nameOf(new IssuerAndSerialNumber({ issuer, serialNumber }));
  });
  return named.every((name) => name !== null && !ours.includes(name)) ? 'other' : 'own';
}

/** Null for a recipient that is not named by its certificate. */
function namesIn(info: unknown): readonly (string | null)[] {
  if (info instanceof KeyTransRecipientInfo) return [info.rid instanceof IssuerAndSerialNumber ? nameOf(info.rid) : null];
  if (!(info instanceof KeyAgreeRecipientInfo)) return [null];
  return info.recipientEncryptedKeys.encryptedKeys.map(({ rid }) => {
    const name: unknown = rid instanceof KeyAgreeRecipientIdentifier && rid.variant === 1 ? rid.value : null;
    return name instanceof IssuerAndSerialNumber ? nameOf(name) : null;
  });
}

function nameOf({ issuer, serialNumber }: IssuerAndSerialNumber): string {
  const number = Buffer.from(serialNumber.valueBlock.valueHexView).toString('hex');
  return `${Buffer.from(issuer.toSchema().toBER()).toString('hex')} ${number}`;
}
