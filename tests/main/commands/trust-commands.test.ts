/** Keys, certificates, receipts and editions by command: files in, files out, and the exit status of contracts.md 2. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { nianbao, newFolder, passphrase, root, sampleText } from './run-cli.ts';

const folder = newFolder();
const at = (name: string) => join(folder, name);
const data = at('data');
// Each command opens keys, which is slow on purpose.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

type Json = Record<string, unknown>;
type Coded = { readonly code: string };

/** The status and the codes of the reasons, or of the problem. */
function codes(words: readonly string[]): string {
  const { status, stdout } = nianbao([...words, '--json']);
  const parsed = JSON.parse(stdout) as { problem: Coded } | readonly { reasons: readonly Coded[] }[];
  const found = 'problem' in parsed ? [parsed.problem] : parsed.flatMap((each) => each.reasons);
  return [String(status), ...found.map((each) => each.code)].join(' ');
}

function run(...words: string[]): void {
  expect(nianbao(words), words.join(' ')).toMatchObject({ status: 0, stderr: '' });
}

beforeAll(() => {
  run('intake', sampleText, '--unit', '460000', '--name', '海南省', '--year', '2020', '-o', at('f.filing.json'));
  run('key', 'new', '--unit', '460000', '--name', '海南省', '-o', at('unit.p12'));
  run('key', 'new', '--unit', '460000', '--name', '海南省政务公开办', '-o', at('office.p12'));
});

describe('a certificate from the superior', () => {
  it('goes from request to bundle, is revoked, and counts from then on', () => {
    run('key', 'request', at('unit.p12'), '-o', at('unit.csr'));
    run('key', 'issue', at('unit.csr'), '--key', at('office.p12'), '-o', at('issued.pem'));
    run('key', 'import', at('issued.pem'), '--key', at('unit.p12'));
    run('seal', at('f.filing.json'), '--key', at('unit.p12'), '-o', at('b.asice'));
    mkdirSync(at('trust'));
    cpSync(at('office.ca.crt.pem'), at('trust/office.pem'));
    expect(codes(['verify', at('b.asice'), '--trust', at('trust')])).toBe('0');
    expect(codes(['verify', at('b.asice')])).toBe('3 certificate/unknown-issuer');
    run('key', 'revoke', at('issued.pem'), '--key', at('office.p12'), '--from', '2026-01-01T00:00:00Z', '-o', at('trust/list.crl'));
    expect(codes(['verify', at('b.asice'), '--trust', at('trust')])).toBe('3 certificate/revoked');
    expect(codes(['key', 'revoke', at('issued.pem'), '--key', at('office.p12'), '-o', at('trust/list.crl')])).toBe(
      '2 authority/already-revoked',
    );
    expect(codes(['key', 'revoke', at('unit.p12'), '--key', at('office.p12'), '-o', at('x.crl')])).toBe('2 certificate/malformed');
    expect(codes(['key', 'import', at('office.crt.pem'), '--key', at('unit.p12')])).toBe('2 certificate/not-for-key');
    expect(codes(['key', 'issue', at('issued.pem'), '--key', at('office.p12'), '-o', at('y.pem')])).toBe('2 request/malformed');
  });

  it('or a fingerprint in a text file is trust as well; a list that nobody trusted signed is refused', () => {
    const shown = JSON.parse(nianbao(['key', 'show', at('issued.pem'), '--json']).stdout) as { fingerprintGroups: string };
    expect(shown.fingerprintGroups).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/u);
    writeFileSync(at('pins.txt'), `${shown.fingerprintGroups} 460000 海南省\n`);
    expect(codes(['verify', at('b.asice'), '--trust', at('pins.txt')])).toBe('0');
    expect(codes(['verify', at('b.asice'), '--trust', at('trust/list.crl')])).toBe('3 trust/unverified-list');
    writeFileSync(at('slip.txt'), `${shown.fingerprintGroups}\nabc\n`);
    expect(codes(['verify', at('b.asice'), '--trust', at('slip.txt')])).toBe('2 trust/malformed-pin');
  });
});

describe('receipts', () => {
  it('accept or return a bundle, and are checked against it', () => {
    run('receipt', at('b.asice'), '--key', at('office.p12'), '--accept', '-o', at('r.asice'));
    const check = (...more: string[]) => codes(['receipt', 'check', ...more, '--bundle', at('b.asice'), '--trust', at('office.crt.pem')]);
    expect(check(at('r.asice'))).toBe('0');
    expect(check(at('r.asice'), at('r.asice'))).toBe('3 receipt/replayed');
    expect(check(at('r.asice'), '--previous', at('r.asice'))).toBe('3 receipt/replayed');
    expect(codes(['receipt', 'check', at('r.asice'), '--bundle', at('b.asice')])).toBe('3 receipt/wrong-issuer certificate/untrusted');
    run('key', 'new', '--unit', '100000', '--name', '国务院办公厅', '-o', at('state.p12'));
    run('receipt', at('b.asice'), '--key', at('state.p12'), '--accept', '-o', at('state.asice'));
    expect(codes(['receipt', 'check', at('state.asice'), '--bundle', at('b.asice')])).toBe('0 certificate/untrusted');
    expect(codes(['receipt', 'check', at('state.asice'), '--bundle', at('b.asice'), '--trust', at('office.crt.pem')])).toBe(
      '3 certificate/untrusted',
    );
    run(
      'receipt',
      at('b.asice'),
      '--key',
      at('office.p12'),
      '--return',
      '请核对',
      '--cell',
      'remedies.reconsideration.upheld=偏大',
      '-o',
      at('r2.asice'),
    );
    const { receipt } = (
      JSON.parse(
        nianbao(['receipt', 'check', at('r2.asice'), '--bundle', at('b.asice'), '--trust', at('office.crt.pem'), '--json']).stdout,
      ) as [{ receipt: Json }]
    )[0];
    expect(receipt).toMatchObject({
      verdict: 'returned',
      reason: '请核对',
      cells: [{ cell: 'remedies.reconsideration.upheld', reason: '偏大' }],
    });
  });

  it('need one answer, and a bundle that deserves it', () => {
    const receipt = (...more: string[]) => codes(['receipt', at('b.asice'), '--key', at('office.p12'), '-o', at('n.asice'), ...more]);
    expect(receipt()).toBe('2 usage/missing-argument');
    expect(receipt('--accept', '--return', 'x')).toBe('2 usage/missing-argument');
    expect(receipt('--accept', '--trust', at('office.crt.pem'))).toBe('3 receipt/not-answerable');
    const changed = readFileSync(at('b.asice'));
    changed.writeUInt8(changed.readUInt8(2000) ^ 1, 2000);
    writeFileSync(at('changed.asice'), changed);
    expect(codes(['receipt', at('changed.asice'), '--key', at('office.p12'), '--return', 'x', '-o', at('n.asice')])).toBe(
      '3 receipt/not-answerable',
    );
    expect(existsSync(at('n.asice'))).toBe(false);
  });
});

describe('editions', () => {
  it('are sealed, verified, installed and used by the other commands', () => {
    cpSync(join(root, 'resources/editions/2021'), at('2027'), { recursive: true });
    for (const [file, from, to] of [
      ['edition.json', /"id": "2021"/u, '"id": "2027"'],
      ['edition.json', /"from": 2021/u, '"from": 2027'],
      ['rules.json', /"edition": "2021"/u, '"edition": "2027"'],
    ] as const) {
      writeFileSync(at(`2027/${file}`), readFileSync(at(`2027/${file}`), 'utf8').replace(from, to));
    }
    run('edition', 'seal', at('2027'), '--key', at('office.p12'), '-o', at('e.asice'));
    expect(nianbao(['edition', 'verify', at('e.asice'), '--trust', at('office.crt.pem')]).status).toBe(0);
    expect(codes(['edition', 'install', at('e.asice'), '--data', data])).toBe('3 edition/not-verified');
    run('edition', 'install', at('e.asice'), '--trust', at('office.crt.pem'), '--data', data);
    expect(nianbao(['edition', 'list', '--data', data]).stdout).toContain('2027');
    run('template', '--edition', '2027', '--unit', '460000', '--name', '海南省', '--year', '2027', '-o', at('t.xlsx'), '--data', data);
    writeFileSync(at('2027/rules.json'), readFileSync(at('2027/rules.json'), 'utf8').replace('"kind": "linear"', '"kind": "script"'));
    expect(codes(['edition', 'seal', at('2027'), '--key', at('office.p12'), '-o', at('bad.asice')])).toBe('2 edition/malformed');
  });
});

describe('a passphrase', () => {
  it('is changed, and the old one opens nothing any more', () => {
    cpSync(at('unit.p12'), at('copy.p12'));
    expect(codes(['key', 'passphrase', at('copy.p12')])).toBe('2 key/same-passphrase');
    process.env['NIANBAO_NEW_PASSPHRASE'] = '五指山下的新口令2026';
    run('key', 'passphrase', at('copy.p12'));
    delete process.env['NIANBAO_NEW_PASSPHRASE'];
    expect(codes(['key', 'show', at('copy.p12')])).toBe('2 key/wrong-passphrase');
    expect(nianbao(['key', 'show', at('copy.p12')], '五指山下的新口令2026').status).toBe(0);
    expect(passphrase).not.toBe('五指山下的新口令2026');
  });

  it.each([
    ['1234567', 'key/weak-passphrase'],
    ['12345678', 'key/guessable-passphrase'],
    ['88888888', 'key/guessable-passphrase'],
    ['Password1', 'key/guessable-passphrase'],
    ['海南省460000', 'key/guessable-passphrase'],
  ])('like %s is refused: %s', (weak, code) => {
    const { status, stdout } = nianbao(['key', 'new', '--unit', '460000', '--name', '海南省', '-o', at('weak.p12'), '--json'], weak);
    expect([status, (JSON.parse(stdout) as { problem: Json }).problem['code']]).toEqual([2, code]);
  });
});
