/** PEM (RFC 7468): named blocks of base64 among other text. */

/** The bytes of all blocks with one of the labels, in their order; none where the file is something else. */
export function readPem(bytes: Uint8Array, labels: readonly string[]): readonly Uint8Array[] {
  const text = Buffer.from(bytes).toString('latin1');
  const block = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/gu;
  return [...text.matchAll(block)].filter((match) => labels.includes(match[1] ?? '')).map((match) => Buffer.from(match[2] ?? '', 'base64'));
}

export function writePem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/gu) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
