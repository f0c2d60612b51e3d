/** The small CA of an office at its desk: authorities below it, numbers that never go back, and lists that are overdue. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trustWords } from '#core/text/screens/trust.ts';
import { keyIssueCommand } from '#main/commands/key-issue.ts';
import { verifyCommand } from '#main/commands/verify.ts';
import { readCertificates } from '#main/signing/certificate-file.ts';
import { isCa, x509Of } from '#main/signing/certificate.ts';
import { decodeRevocationList } from '#main/signing/revocation-list.ts';
import { readPem } from '#main/signing/pem.ts';
import { putQuickKey } from '../../fixtures/quick-key.ts';
import { passphrase } from '../bundle/sample.ts';
import { runHere } from '../commands/run-here.ts';
import { expectOk } from '../store/workspace-fixture.ts';
import { openOffice } from './office.ts';

const province = { unitCode: '460000', unitName: '海南省人民政府办公厅' };
const city = { unitCode: '460100', unitName: '海口市人民政府' };
const from = new Date('2026-03-01T00:00:00Z');
const signing = { unitCode: province.unitCode, passphrase, officer: '李强' };

async function openDesk() {
  const clock = { time: Date.parse('2026-03-01T08:00:00Z') };
  const desk = openOffice(() => new Date((clock.time += 1000)));
  await putQuickKey(desk.identity, { ...province, passphrase, from, isAuthority: true });
  await putQuickKey(desk.identity, { ...city, passphrase, from });
  const request = expectOk(await desk.handlers['identity/request']({ unitCode: city.unitCode, passphrase }));
  const csr = join(desk.usb, request?.fileName ?? '');
  const issue = async (isAuthority: boolean) => {
    desk.chosen.files = [csr];
    const read = expectOk(await desk.handlers['authority/read-request'](undefined));
    return desk.handlers['authority/issue']({ ...signing, token: read?.token ?? '', years: 3, isAuthority });
  };
  const nextList = async (serial: string | null) => {
    const revoke = serial === null ? null : { serial, from: '2026-03-01T00:00:00.000Z', reason: 'keyCompromise' as const };
    const { fileName } = expectOk(await desk.handlers['authority/write-list']({ ...signing, revoke })) ?? { fileName: '' };
    const list = decodeRevocationList(readPem(readFileSync(join(desk.usb, fileName)), ['X509 CRL'])[0] ?? new Uint8Array());
    return { path: join(desk.usb, fileName), number: list?.number, serials: list?.revocations.map((each) => each.serial) };
  };
  return { ...desk, clock, csr, issue, nextList };
}

/** Who is in a file, and whether as a CA. */
const namesIn = (path: string) =>
  expectOk(readCertificates(readFileSync(path), 'x')).map((each) => [each.unitCode, isCa(x509Of(each))] as const);

describe('an office that issues certificates', () => {
  it('makes its subordinate an authority for the units below, in the window and by command alike, and only within its region', async () => {
    const { usb, identity, csr, issue, handlers } = await openDesk();
    const chain = [
      [city.unitCode, false],
      [city.unitCode, true],
      [province.unitCode, true],
    ];
    const made = expectOk(await issue(true));
    expect(namesIn(join(usb, made?.fileName ?? ''))).toEqual(chain);
    expect(expectOk(await handlers['authority/issued'](undefined)).map((each) => each.isAuthority)).toEqual([true, false]);
    const key = join(identity, '460000.p12');
    const output = join(usb, 'by-command.pem');
    expectOk(await runHere(keyIssueCommand, [csr, '--key', key, '--authority', '-o', output], from, passphrase));
    expect(namesIn(output)).toEqual(chain);
    expectOk(await runHere(keyIssueCommand, [csr, '--key', key, '-o', `${output}.2`], from, passphrase));
    expect(namesIn(`${output}.2`)).toEqual([chain[0], chain[2]]);
    const { keys } = expectOk(await handlers['identity/keys'](undefined));
    expect(keys.map((each) => [each.unitCode, each.region])).toEqual([
      ['460000', '46'],
      ['460100', '4601'],
    ]);
  });

  it('never gives a number twice nor forgets a revocation, also when a backup from before the last list is restored', async () => {
    const { handlers, issue, nextList, identity } = await openDesk();
    const { issued } = expectOk(await issue(false)) ?? {};
    const before = expectOk(await handlers['backup/create']({ where: 'beside' }));
    const revoked = await nextList(issued?.serial ?? '');
    expect(revoked).toMatchObject({ number: 1, serials: [issued?.serial] });
    expect((await nextList(null)).number).toBe(2);
    const source = { kind: 'own', name: before.fileName } as const;
    expectOk(await handlers['backup/restore']({ source, sha256: before.sha256 }));
    expect(expectOk(await handlers['authority/issued'](undefined))[0]?.revoked).toBeNull();
    expect(await nextList(null)).toMatchObject({ number: 3, serials: [issued?.serial] });
    expect(expectOk(await handlers['authority/issued'](undefined))[0]?.revoked).not.toBeNull();
    expect(readdirSync(identity).filter((name) => name.endsWith('.crl'))).toHaveLength(1);
  });

  it('issues nothing while the clock is behind what is on record, unless somebody says that it is right', async () => {
    const { handlers, issue, clock } = await openDesk();
    expectOk(await issue(false));
    clock.time -= 40 * 24 * 60 * 60_000;
    const problem = { code: 'authority/clock-behind', details: { latest: expect.stringMatching(/^2026-03-01T08/u) as string } };
    expect(await issue(false)).toMatchObject({ ok: false, problem });
    const list = { ...signing, revoke: null };
    expect(await handlers['authority/write-list'](list)).toMatchObject({ ok: false, problem });
    expectOk(await handlers['authority/write-list']({ ...list, isClockRight: true }));
    clock.time = Date.parse('2026-03-02T00:00:00Z');
    expectOk(await handlers['authority/write-list'](list));
  });

  it('is told in the window and by verify that a list is overdue, with its number and day', async () => {
    const { handlers, nextList, clock, identity } = await openDesk();
    const { path } = await nextList(null);
    const isStale = async () =>
      expectOk(await handlers['trust/list'](undefined)).entries.find((each) => each.kind === 'list')?.list?.isStale;
    expect(await isStale()).toBe(false);
    clock.time = Date.parse('2027-04-01T00:00:00Z');
    expect(await isStale()).toBe(true);
    const trust = ['--trust', join(identity, '460000.crt.pem'), '--trust', path];
    const said = async (at: string) => expectOk(await runHere(verifyCommand, [path, ...trust], new Date(at)));
    expect((await said('2026-04-01T00:00:00Z')).data).toMatchObject([{ staleLists: [] }]);
    const late = await said('2027-04-01T00:00:00Z');
    expect(late.data).toMatchObject([{ staleLists: [{ number: 1, nextUpdate: expect.stringMatching(/^2027-03-01T08:00/u) as string }] }]);
    expect(late.text.zh).toContain(trustWords.stale.zh.split('{')[0]);
  });
});
