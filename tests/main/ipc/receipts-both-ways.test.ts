/** County and province at their desks: registering each other, answering bundles, taking in the answers, an amendment. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnswerTarget, TakenFile } from '#core/ipc/receipt-views.ts';
import type { VerifiedFile } from '#core/ipc/views.ts';
import { expectOk } from '../store/workspace-fixture.ts';
import { passphrase, sampleFiling, unit } from '../bundle/sample.ts';
import { putQuickKey } from '../../fixtures/quick-key.ts';
import { openOffice } from './office.ts';

const province = { unitCode: '460000', unitName: '海南省人民政府办公厅' };
const countyPassphrase = '琼州海峡的浪很高';
const by = { officer: '李强', note: '电话核对' };

async function meet() {
  let time = Date.parse('2026-03-01T08:00:00Z');
  const now = () => new Date((time += 60_000));
  const [county, superior] = [openOffice(now), openOffice(now)];
  const from = new Date('2026-03-01T08:00:00Z');
  await putQuickKey(county.identity, { unitCode: unit.code, unitName: unit.name, passphrase: countyPassphrase, from });
  await putQuickKey(superior.identity, { ...province, passphrase, from });
  const id = expectOk(await county.workspace.addFiling(sampleFiling(), { actor: '王芳', action: 'filing/create', detail: {} }));
  const exportNow = async (reason: string | null) => {
    const order = { id, passphrase: countyPassphrase, reason };
    expect(await county.handlers['bundle/export'](order)).toMatchObject({ problem: { code: 'bundle/not-approved' } });
    expectOk(await county.handlers['review/approve']({ id, reviewer: '王芳', signatory: '陈海', isOnePerson: true }));
    const done = expectOk(await county.handlers['bundle/export'](order));
    return join(county.usb, done.submission.fileName);
  };
  const verify = async (path: string): Promise<VerifiedFile> => {
    superior.chosen.files = [path];
    const [file] = expectOk(await superior.handlers['bundle/verify'](undefined));
    if (file === undefined) throw new Error('nothing was verified');
    return file;
  };
  const answer = async (targets: readonly AnswerTarget[], why: string | null, cells: readonly { cell: never; reason: string }[] = []) =>
    superior.handlers['receipt/answer']({
      targets: [...targets],
      verdict: why === null ? 'accepted' : 'returned',
      reason: why,
      cells: [...cells],
      officer: '李强',
      unitCode: province.unitCode,
      passphrase,
    });
  const take = async (...files: readonly string[]) => {
    county.chosen.files = files;
    return expectOk(await county.handlers['receipt/take']({ from: 'files' })) ?? [];
  };
  const trustCounty = async (file: VerifiedFile) => {
    const signer = 'report' in file ? file.report.signer : null;
    if (signer === null) throw new Error('no signer');
    const { fingerprint, unitCode, unitName } = signer;
    return expectOk(await superior.handlers['trust/pin']({ fingerprint, unitCode, unitName, ...by }));
  };
  return { county, superior, id, exportNow, verify, answer, take, trustCounty };
}

const targetOf = (file: VerifiedFile): AnswerTarget => {
  const report = 'report' in file ? file.report : null;
  if (report?.filing === null || report?.filing === undefined || report.bundleDigest === null) throw new Error('no bundle');
  const { unit: of, reportYear, revision } = report.filing;
  return { source: { kind: 'verified', bundleDigest: report.bundleDigest }, unit: of, reportYear, revision: revision.number };
};
const said = (files: readonly TakenFile[]) =>
  files.map((each) => ('reasons' in each ? each.reasons.map(({ code }) => code) : each.problem.code));

describe('county and province', () => {
  it('register each other, return, amend, see the differences, accept and revoke; wrong receipts are named', async () => {
    const { county, superior, id, exportNow, verify, answer, take, trustCounty } = await meet();
    const bundle = await exportNow(null);
    const untrusted = await verify(bundle);
    expect('report' in untrusted && untrusted.report.verdict).toBe('untrusted');
    expect(expectOk(await answer([targetOf(untrusted)], null))?.refused[0]?.problem.code).toBe('receipt/not-answerable');

    const { entries, officer } = await trustCounty(untrusted);
    expect([entries[0]?.kind, entries[0]?.unitCode, entries[0]?.addedBy, officer]).toEqual(['pin', unit.code, '李强', '李强']);
    const [valid] = expectOk(await superior.handlers['bundle/verify-again'](undefined));
    if (valid === undefined) throw new Error('nothing');
    expect('report' in valid && valid.report.verdict).toBe('valid');

    const cell = 'applications.receivedThisYear.naturalPerson' as never;
    const returned = expectOk(await answer([targetOf(valid)], '请核对新收数', [{ cell, reason: '与去年相差太大' }]));
    expect(returned).toMatchObject({ refused: [], written: [{ verdict: 'returned' }] });
    const [returnFile = ''] = readdirSync(superior.usb).map((name) => join(superior.usb, name));

    // Nobody registered the superior at the county yet: kept, and judged again when somebody has.
    expect(said(await take(returnFile))).toEqual([['certificate/untrusted']]);
    const [before] = expectOk(await county.handlers['receipt/submissions']({ id }));
    expect([before?.file, before?.answer, before?.receipts.length]).toEqual(['there', null, 1]);
    expect(before?.contents.map(({ name }) => name)).toContain('filing.json');
    county.chosen.files = [join(superior.identity, '460000.crt.pem')];
    const file = expectOk(await county.handlers['trust/choose'](undefined));
    expect(file?.candidates).toMatchObject([{ kind: 'certificate', unitCode: '460000', isKnown: false }]);
    expectOk(await county.handlers['trust/add']({ token: file?.token ?? '', ...by }));
    const [after] = expectOk(await county.handlers['receipt/submissions']({ id }));
    expect(after?.answer?.receipt).toMatchObject({ verdict: 'returned', reason: '请核对新收数', cells: [{ cell }] });
    expect(said(await take(returnFile))).toEqual([['receipt/replayed']]);

    // What went out stays locked; why it is opened again is offered as the reason for the amendment.
    const change = { id, texts: [{ cell, text: '0' }], goesOn: false };
    expect(await county.handlers['filing/enter-cells'](change)).toMatchObject({ problem: { code: 'filing/approved' } });
    expectOk(await county.handlers['review/unlock']({ id, reason: '按退回意见更正' }));
    expectOk(await county.handlers['filing/enter-cells'](change));
    const people = { preparer: '王芳', reviewer: null, signatory: null, phone: null };
    expectOk(await county.handlers['filing/name-people']({ id, people }));
    const texts = [cell, 'applications.carriedForward.naturalPerson' as never].map((each) => ({ cell: each, text: '3' }));
    expectOk(await county.handlers['filing/enter-cells']({ id, texts, goesOn: false }));
    const exported = expectOk(await county.handlers['review/exported']({ id }));
    const amended = await exportNow(exported?.reasons[0] ?? null);
    const second = await verify(amended);
    const preview = expectOk(await superior.handlers['receipt/preview']({ target: targetOf(second) }));
    expect(preview.canAccept).toBe(true);
    expect(preview.differences.basis).toBe('compared');
    expect(preview.differences.cells.find((each) => each.cell === cell)).toMatchObject({ from: 0, to: 3, reason: '按退回意见更正' });
    expectOk(await answer([targetOf(second)], null));

    // The old answer again, on the same stick as the new one.
    county.chosen.folder = superior.usb;
    const folder = expectOk(await county.handlers['receipt/take']({ from: 'folder' })) ?? [];
    expect(said(folder).toSorted()).toEqual([[], ['receipt/replayed', 'receipt/old-revision']]);
    const [newest, older] = expectOk(await county.handlers['receipt/submissions']({ id }));
    expect([newest?.answer?.receipt.verdict, older?.answer?.receipt.verdict]).toEqual(['accepted', 'returned']);

    // What is no receipt is named and kept nowhere; a signer that was revoked is believed no more from then on.
    const damaged = join(superior.usb, '坏.asice');
    writeFileSync(damaged, 'not a receipt');
    expect(said(await take(damaged, '/没有/这个.asice'))).toEqual([['container/not-a-zip'], 'file/not-found']);
    const entry = expectOk(await superior.handlers['trust/list'](undefined)).entries.find((each) => each.end === null);
    const from = '2026-02-01T00:00:00.000Z';
    expectOk(await superior.handlers['trust/end']({ id: entry?.id ?? '', kind: 'revoked', from, reason: '私钥遗失', officer: '李强' }));
    const revoked = await verify(amended);
    expect('report' in revoked && revoked.report.reasons.map(({ code }) => code)).toEqual(['certificate/revoked']);
    const { fingerprint = '' } = entry ?? {};
    const again = await superior.handlers['trust/pin']({ fingerprint, unitCode: unit.code, unitName: unit.name, ...by });
    expect(again).toMatchObject({ problem: { code: 'trust/revoked-before' } });
    expect(county.workspace.verifyJournal().kind).toBe('intact');
    expect(superior.workspace.verifyJournal().kind).toBe('intact');
  });
});
