/** The closed sets of words about keys and trust that tables, screens and catalogues share. */

export const trustKinds = ['certificate', 'authority', 'pin', 'list'] as const;
export type TrustKind = (typeof trustKinds)[number];

/** `removed`: a mistake, or no longer needed; `revoked`: not to be believed from a time on; `replaced`: by a newer list. */
export const trustEndings = ['removed', 'revoked', 'replaced'] as const;
export type TrustEnding = (typeof trustEndings)[number];

export const keySchemes = ['ecdsa-p256', 'rsa', 'sm2'] as const;
export type KeyScheme = (typeof keySchemes)[number];

/** The kinds of keys that the app makes. */
export const newKeyKinds = ['p256', 'sm2'] as const;
export type NewKeyKind = (typeof newKeyKinds)[number];

/** Whether the system can keep a passphrase; `weak`: it would hide nothing; `none`: it has no store. */
export const memoryStates = ['ready', 'weak', 'none'] as const;
export type MemoryState = (typeof memoryStates)[number];

/** Why a certificate is revoked (RFC 5280, 5.3.1), as far as it concerns offices. */
export const revocationWords = ['unspecified', 'keyCompromise', 'affiliationChanged', 'superseded', 'cessationOfOperation'] as const;
export type RevocationWord = (typeof revocationWords)[number];

/** A bundle's file where it was written: `gone`: none of that name is there; `changed`: it is not the one that was written. */
export type FileState = 'there' | 'gone' | 'changed';
