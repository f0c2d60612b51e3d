/** Every reason for which a key or a certificate file is refused has Chinese words. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { problem } from '#core/lib/problem.ts';
import { describeProblem } from '#core/text/describe-problem.ts';

const files = ['pkcs12-read', 'pkcs12-bags', 'pbes2', 'check-key', 'certificate-file', 'identity-folder'];

/** The literals that the code gives as reasons, with something in the place of what differs. */
const reasons = files.flatMap((name) => {
  const text = readFileSync(resolve(import.meta.dirname, `../../../src-main/signing/${name}.ts`), 'utf8');
  const literals = text.matchAll(
    /(?:unsupported\(|malformed\(|reason: |return |null : |\? |: )(['`])((?:its|no|not|the|a|several|it|neither|certificate|\$\{).*?)\1/gu,
  );
  return [...literals].map((match) => (match[2] ?? '').replaceAll(/\$\{[^}]*\}/gu, '1')).filter((each) => each.includes(' '));
});

test('a refused key or certificate says why in Chinese', () => {
  expect(reasons).toEqual(expect.arrayContaining(['no private key', 'the cipher 1', '1 iterations', 'certificate 1 is damaged']));
  const unworded = reasons.filter((reason) => describeProblem(problem('key/unsupported', { reason }), 'zh').includes(reason));
  expect(unworded).toEqual([]);
});
