/** docs/verify-without-nianbao.md: an auditor who types its commands gets what it says. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasOpenssl } from '../signing/openssl.ts';
import { makeKey, root, seal } from './sample.ts';

const page = readFileSync(join(root, 'docs/verify-without-nianbao.md'), 'utf8');
const commands = [...page.matchAll(/```sh\n([\s\S]*?)```/gu)].map((match) => match[1] ?? '').join('\n');
const hasTools = hasOpenssl && ['unzip', 'xxd', 'sha256sum'].every((tool) => spawnSync('which', [tool]).status === 0);

describe.skipIf(!hasTools)('the page for auditors', async () => {
  // Sealed now: openssl checks certificates against today.
  const now = new Date();
  const key = await makeKey('460100', '海口市人民政府', now);
  const sealed = await seal(key, { now });

  function follow(bytes: Uint8Array): { readonly out: string; readonly words: string } {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
    writeFileSync(join(folder, 'bundle.asice'), bytes);
    writeFileSync(join(folder, 'trusted.pem'), key.pem);
    const { stdout, stderr } = spawnSync('sh', ['-c', commands], { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    return { out: stdout, words: stderr };
  }

  test('tells an intact bundle, its signer, its files and its digest', () => {
    const { out, words } = follow(sealed.bytes);
    expect(words).toContain('CAdES Verification successful');
    expect(out).toContain('filing.json intact');
    expect(out).not.toContain('CHANGED');
    expect(out).toContain('signingTime');
    expect(out).toContain(sealed.bundleDigest);
  });
});
