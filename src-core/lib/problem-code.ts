/** The closed set of problems; `src-core/text/problems/` must word every one of them in both languages. */
export const problemCodes = [
  // the caller's words
  'usage/unknown-command',
  'usage/missing-argument',
  'usage/unknown-option',
  'usage/bad-value',
  'usage/no-passphrase',
  'usage/passphrases-differ',
  // files of any kind
  'file/not-found',
  'file/not-readable',
  'file/not-writable',
  'file/exists',
  'file/read-only',
  'file/disk-full',
  'file/locked',
  'file/too-large',
  'file/unsupported-kind',
  'file/not-utf8',
  'file/not-json',
  // form editions and rule books
  'edition/malformed',
  'edition/inconsistent',
  'edition/unknown',
  'edition/none-for-year',
  'edition/wrong-for-year',
  'edition/digest-mismatch',
  // filings
  'filing/malformed',
  'filing/unknown-format',
  'filing/unknown-cell',
  'filing/bad-value',
  'filing/not-found',
  'filing/exists',
  'filing/computed-cell',
  'filing/not-prior',
  // intake of published reports
  'intake/not-a-report',
  'intake/other-year',
  // workspace
  'workspace/newer',
  'workspace/damaged',
  'workspace/migration-failed',
  'workspace/not-writable',
  // keys and certificates
  'key/wrong-passphrase',
  'key/malformed',
  'key/unsupported',
  'key/missing',
  'key/exists',
  'key/weak-passphrase',
  'key/other-unit',
  'key/bad-unit',
  'key/not-yet-valid',
  'key/expired',
  'certificate/malformed',
  // bundles
  'bundle/blocking-findings',
  'bundle/reason-required',
  'bundle/pending-text',
  'bundle/not-intact',
  'bundle/read-back-differs',
  'bundle/cancelled',
  // messages between the processes
  'ipc/bad-input',
  'ipc/refused-sender',
  'app/bug',
] as const;

export type ProblemCode = (typeof problemCodes)[number];
