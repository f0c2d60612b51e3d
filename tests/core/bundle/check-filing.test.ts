import { expect, test } from 'vitest';
import { checkFiling, pinOf } from '#core/bundle/check-filing.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { edition, sampleFiling, uncheckedWithoutLastYear } from '../../main/bundle/sample.ts';

const filing = sampleFiling();
const [firstCell] = edition.form.cells;
const reasonOf = (text: string) => String(checkFiling(text, [edition]).reasons[0]?.details['reason']);
const codes = (text: string) => checkFiling(text, [edition]).reasons.map((each) => each.code);

test('a sound filing is returned and nothing is said against it, only what last year’s figures would tell', () => {
  const checked = checkFiling(canonicalJson(filing), [edition]);
  expect(checked).toMatchObject({ filing, reasons: [] });
  expect(checked.findings.map(({ code, severity }) => [code, severity])).toEqual(uncheckedWithoutLastYear);
});

test('text that is no JSON or no filing is unreadable', () => {
  for (const text of ['', '{', '[]', 'null', '{"format":"nianbao.filing/2"}', canonicalJson({ ...filing, surprise: 1 })]) {
    expect(codes(text), text).toEqual(['filing/unreadable']);
  }
});

test('RFC 8785: a spelling that another program could read differently is unreadable', () => {
  const text = canonicalJson(filing);
  for (const other of [` ${text}`, `${text}\n`, `\uFEFF${text}`, text.replace('{', '{"reportYear":2019,'), JSON.stringify(filing)]) {
    expect(checkFiling(other, [edition])).toMatchObject({ filing: null, findings: [], reasons: [{ code: 'filing/unreadable' }] });
  }
  expect(checkFiling(` ${text}`, [edition]).reasons).toEqual([
    {
      code: 'filing/unreadable',
      details: { file: 'filing.json', problem: 'filing/malformed', reason: 'filing/malformed not canonical JSON' },
    },
  ]);
});

test('text that is no JSON is named as such, with its file, and not as a matter of spelling', () => {
  const [reason] = checkFiling('{', [edition]).reasons;
  expect(reason?.details['file']).toBe('filing.json');
  expect(reason?.details['reason']).not.toContain('canonical');
});

test('RFC 8785, 3.2.3: names of digits are in the order of their characters, which is not that of JavaScript', () => {
  expect(reasonOf('{"10":1,"9":1}')).not.toContain('canonical');
  expect(reasonOf('{"9":1,"10":1}')).toContain('not canonical JSON');
});

test('RFC 8785, 3.2.3: what lies in an array or an object is in order, too', () => {
  expect(reasonOf('{"inner":{"a":1,"b":1}}')).not.toContain('canonical');
  expect(reasonOf('{"inner":{"b":1,"a":1}}')).toContain('not canonical JSON');
  expect(reasonOf('{"list":[{},{"a":1,"b":1}]}')).not.toContain('canonical');
  expect(reasonOf('{"list":[{},{"b":1,"a":1}]}')).toContain('not canonical JSON');
});

test('RFC 8785, 3.2.2.3: a number without end has no canonical form', () => {
  expect(checkFiling('{"reportYear":1e999}', [edition]).reasons[0]?.details['reason']).toContain('not canonical JSON');
});

test('RFC 8785, 3.2.2.2: half a character has no canonical form', () => {
  for (const half of ['\\uD800', '\\ud800']) {
    const text = canonicalJson(filing).replace(`"${filing.title}"`, `"${half}"`);
    expect(checkFiling(text, [edition])).toMatchObject({ filing: null, reasons: [{ code: 'filing/unreadable' }] });
  }
});

test('a filing of other rules than ours is shown, but not validated', () => {
  const other = { ...filing, edition: { id: edition.id, digest: '0'.repeat(64) } };
  expect(checkFiling(canonicalJson(other), [edition])).toEqual({
    filing: other,
    findings: [],
    reasons: [{ code: 'edition/unknown-digest', details: { edition: edition.id, digest: '0'.repeat(12) } }],
  });
});

test('a filing of an edition nobody here has ever seen is only named', () => {
  const other = { ...filing, edition: { id: '1999', digest: '0'.repeat(64) } };
  expect(checkFiling(canonicalJson(other), [edition])).toMatchObject({
    filing: null,
    findings: [],
    reasons: [{ code: 'edition/unknown-digest' }],
  });
});

test('the sender’s word is not taken: our own rules are applied again', () => {
  const checked = checkFiling(canonicalJson({ ...filing, cells: { ...filing.cells, [firstCell?.key ?? '']: -1 } }), [edition]);
  const errors = checked.findings.filter((finding) => finding.severity === 'error');
  expect(errors.map(({ code }) => code)).toEqual(['T2-1']);
  expect(checked.reasons).toMatchObject([{ code: 'revalidation/blocking', details: { errors: 1, warnings: 0 } }]);
  expect(checked.reasons[0]?.details['zh']).toContain(errors[0]?.message.zh);
});

test('of two editions with one name, the one whose digest the filing bears reads it', () => {
  const namesake = { ...shippedEdition(edition.id === '2019' ? '2021' : '2019'), id: edition.id };
  expect(checkFiling(canonicalJson(filing), [namesake, edition])).toMatchObject({ filing, reasons: [] });
});

test('the pin of an edition is read of any JSON, as text and not without end', () => {
  for (const json of ['text', 5, null, [], {}, { edition: null }, { edition: 'text' }, { edition: { id: 1, digest: [] } }]) {
    expect(pinOf(json)).toEqual({ id: '', digest: '' });
  }
  expect(pinOf({ edition: { id: 'x'.repeat(101), digest: 'y'.repeat(100) } })).toEqual({ id: 'x'.repeat(100), digest: 'y'.repeat(100) });
});
