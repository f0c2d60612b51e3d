/** SHA-256 as a port: the core computes no digests itself. */

/** SHA-256 of the UTF-8 bytes of `text`, as 64 lower-case hexadecimal digits. */
export type DigestText = (text: string) => string;
