/** Certificates and lists by command, on a computer whose clock was set back. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyIssueCommand } from '#main/commands/key-issue.ts';
import { keyNewCommand } from '#main/commands/key-new.ts';
import { keyRequestCommand } from '#main/commands/key-request.ts';
import { keyRevokeCommand } from '#main/commands/key-revoke.ts';
import type { Command } from '#main/commands/command.ts';
import { runHere } from './run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-时钟-'));
const at = (name: string) => join(folder, name);
const run = (command: Command, day: string, ...words: string[]) =>
  runHere(command, words, new Date(`2026-${day}T08:00:00Z`), '椰风海韵 2020');

describe('on a computer whose clock is behind what was issued', () => {
  it('nothing is issued and no list is replaced, unless somebody says that the clock was checked', { timeout: 60_000 }, async () => {
    const key = ['--key', at('office.p12')];
    for (const [name, code] of [
      ['office', '460000'],
      ['unit', '469001'],
    ] as const) {
      expect(await run(keyNewCommand, '03-01', '--unit', code, '--name', name, '-o', at(`${name}.p12`))).toMatchObject({ ok: true });
    }
    expect(await run(keyRequestCommand, '03-01', at('unit.p12'), '-o', at('unit.csr'))).toMatchObject({ ok: true });
    expect(await run(keyIssueCommand, '03-02', at('unit.csr'), ...key, '-o', at('first.pem'))).toMatchObject({ ok: true });
    const behind = { ok: false, problem: { code: 'authority/clock-behind' } };
    expect(await run(keyIssueCommand, '02-01', at('unit.csr'), ...key, '-o', at('second.pem'))).toMatchObject(behind);
    expect(await run(keyRevokeCommand, '03-05', at('first.pem'), ...key, '-o', at('list.crl'))).toMatchObject({ ok: true });
    const list = readFileSync(at('list.crl'));
    expect(await run(keyRevokeCommand, '03-04', ...key, '-o', at('list.crl'))).toMatchObject(behind);
    expect(readFileSync(at('list.crl'))).toEqual(list);
    expect(await run(keyRevokeCommand, '03-04', ...key, '--clock-checked', '-o', at('list.crl'))).toMatchObject({
      ok: true,
      value: { data: { number: 2 } },
    });
    expect(await run(keyIssueCommand, '02-01', at('unit.csr'), ...key, '--clock-checked', '-o', at('second.pem'))).toMatchObject({
      ok: true,
    });
  });
});
