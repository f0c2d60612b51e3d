/** Object identifiers, each with the document that defines it. */

// CMS (RFC 5652)
export const dataContent = '1.2.840.113549.1.7.1';
export const signedDataContent = '1.2.840.113549.1.7.2';
export const envelopedDataContent = '1.2.840.113549.1.7.3';
export const encryptedDataContent = '1.2.840.113549.1.7.6';
export const contentTypeAttribute = '1.2.840.113549.1.9.3';
export const messageDigestAttribute = '1.2.840.113549.1.9.4';
export const signingTimeAttribute = '1.2.840.113549.1.9.5';
// Enhanced Security Services (RFC 5035)
export const signingCertificateV2Attribute = '1.2.840.113549.1.9.16.2.47';

// Algorithms (RFC 5754, RFC 5758, RFC 8017)
export const sha256 = '2.16.840.1.101.3.4.2.1';
export const ecdsaWithSha256 = '1.2.840.10045.4.3.2';
export const rsaEncryption = '1.2.840.113549.1.1.1';
export const rsaWithSha256 = '1.2.840.113549.1.1.11';
export const ecPublicKey = '1.2.840.10045.2.1';
// National algorithms (GM/T 0006-2012)
export const sm2Curve = '1.2.156.10197.1.301';
export const sm3 = '1.2.156.10197.1.401';
export const sm2WithSm3 = '1.2.156.10197.1.501';

// Names and extensions of certificates (X.520, RFC 5280)
export const commonName = '2.5.4.3';
export const serialNumberInName = '2.5.4.5';
export const organizationName = '2.5.4.10';
export const subjectKeyIdentifier = '2.5.29.14';
export const keyUsage = '2.5.29.15';
export const basicConstraints = '2.5.29.19';
export const crlNumber = '2.5.29.20';
export const crlReason = '2.5.29.21';
export const nameConstraints = '2.5.29.30';
export const authorityKeyIdentifier = '2.5.29.35';
export const countryName = '2.5.4.6';
export const organizationalUnit = '2.5.4.11';

// PKCS #12 (RFC 7292) and PKCS #5 (RFC 8018)
export const shroudedKeyBag = '1.2.840.113549.1.12.10.1.2';
export const keyBag = '1.2.840.113549.1.12.10.1.1';
export const certificateBag = '1.2.840.113549.1.12.10.1.3';
export const friendlyName = '1.2.840.113549.1.9.20';
export const localKeyId = '1.2.840.113549.1.9.21';
export const pbes2 = '1.2.840.113549.1.5.13';
export const pbkdf2 = '1.2.840.113549.1.5.12';
