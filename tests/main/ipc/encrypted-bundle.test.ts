/** An encrypted copy on its way: made at the county, named where it does not count, opened and answered at the superior. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { putQuickKey } from '../../fixtures/quick-key.ts';
import { passphrase, sampleFiling, unit } from '../bundle/sample.ts';
import { expectOk } from '../store/workspace-fixture.ts';
import { openOffice } from './office.ts';

const province = { unitCode: '460000', unitName: '海南省人民政府办公厅' };
const by = { officer: '李强', note: '电话核对' };
const from = new Date('2026-03-01T00:00:00Z');

it('an encrypted copy is named where it arrives, opens with its key alone, and goes on as the bundle inside; all that is received is accepted, and the receipt dropped in', async () => {
  let time = Date.parse('2026-03-01T08:00:00Z');
  const now = () => new Date((time += 60_000));
  const [county, superior] = [openOffice(now), openOffice(now)];
  await putQuickKey(county.identity, { unitCode: unit.code, unitName: unit.name, passphrase, from });
  await putQuickKey(superior.identity, { ...province, passphrase, from });
  await putQuickKey(superior.identity, { unitCode: '460200', unitName: '三亚市人民政府', passphrase, from });
  const id = expectOk(await county.workspace.addFiling(sampleFiling(), { actor: '王芳', action: 'filing/create', detail: {} }));

  // The county: a certificate of the superior is registered, and one of the copies is encrypted for it.
  county.chosen.files = [join(superior.identity, '460000.crt.pem')];
  const file = expectOk(await county.handlers['trust/choose'](undefined));
  expectOk(await county.handlers['trust/add']({ token: file?.token ?? '', ...by }));
  expectOk(await county.handlers['review/approve']({ id, reviewer: '王芳', signatory: '陈海', isOnePerson: true }));
  const { submission } = expectOk(await county.handlers['bundle/export']({ id, passphrase, reason: null }));
  const [recipient] = expectOk(await county.handlers['bundle/recipients'](undefined));
  const order = { id, submission: submission.id, recipient: recipient?.id ?? '' };
  const copy = expectOk(await county.handlers['bundle/encrypt'](order));
  expect(copy?.fileName).toBe(`${submission.fileName}.p7m`);
  const encrypted = join(county.usb, copy?.fileName ?? '');

  // The superior: a batch says what to do, the screen for verifying opens it.
  expectOk(await superior.handlers['reception/receive-dropped']({ year: 2020, paths: [encrypted] }));
  const overlooked = expectOk(await superior.handlers['reception/overlook']({ year: 2020 }));
  expect(JSON.stringify(overlooked)).toContain('envelope/open-first');
  const [shown] = expectOk(await superior.handlers['bundle/verify-dropped']({ paths: [encrypted] }));
  const digest = shown !== undefined && 'encrypted' in shown ? shown.encrypted : '';
  const openWith = (unitCode: string, words: string) => superior.handlers['bundle/open-encrypted']({ digest, unitCode, passphrase: words });
  expect(await openWith('460000', 'wrong')).toMatchObject({ problem: { code: 'key/wrong-passphrase' } });
  expect(await openWith('460200', passphrase)).toMatchObject({ problem: { code: 'envelope/not-for-key' } });
  const [opened] = expectOk(await openWith('460000', passphrase)) ?? [];
  if (opened === undefined || !('report' in opened)) throw new Error('no bundle was inside');
  expect(opened).toMatchObject({ fileName: submission.fileName, report: { verdict: 'untrusted', bundleDigest: submission.bundleDigest } });

  // What was inside is a bundle like any other.
  const { fingerprint = '' } = opened.report.signer ?? {};
  const dropped = join(superior.usb, submission.fileName);
  expectOk(await superior.handlers['reception/receive-dropped']({ year: 2020, paths: [dropped] }));
  // Whose signer nobody registered is left out, with whom to call; once registered, and judged anew, it can be accepted.
  expect(expectOk(await superior.handlers['receipt/targets']({ year: 2020 }))).toMatchObject({
    targets: [],
    unregistered: [{ unit: { code: unit.code }, signer: { unitCode: unit.code, fingerprint } }],
  });
  expectOk(await superior.handlers['trust/pin']({ fingerprint, unitCode: unit.code, unitName: unit.name, ...by }));
  expectOk(await superior.handlers['reception/check-again']({ year: 2020 }));
  const targets = async () => [...expectOk(await superior.handlers['receipt/targets']({ year: 2020 })).targets];
  const all = await targets();
  expect(all).toMatchObject([{ source: { kind: 'received' }, unit: { code: unit.code }, reportYear: 2020, revision: 1 }]);
  const answer = { verdict: 'accepted' as const, reason: null, cells: [], officer: '李强', unitCode: '460000', passphrase };
  const answered = expectOk(await superior.handlers['receipt/answer']({ targets: all, ...answer }));
  expect(await targets()).toEqual([]);
  const receipt = join(superior.usb, answered?.written[0]?.fileName ?? '');
  expect(expectOk(await county.handlers['receipt/take-dropped']({ paths: [receipt] }))).toMatchObject([
    { reasons: [], keptWith: { filingId: id } },
  ]);
  expect(await county.handlers['receipt/take-dropped']({ paths: [] })).toMatchObject({ problem: { code: 'reception/nothing-dropped' } });
});
