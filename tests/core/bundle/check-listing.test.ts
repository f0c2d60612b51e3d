import { expect, test } from 'vitest';
import { checkDigests, checkListing } from '#core/bundle/check-listing.ts';

const object = (name: string, digest = 'x') => ({ name, mediaType: 'application/json', digest });
const unlisted = ['mimetype', 'META-INF/ASiCManifest.xml', 'META-INF/signature.p7s'];

test('mimetype, manifest and signature are the only files that need not be listed', () => {
  expect(checkListing([...unlisted, 'filing.json'], [object('filing.json')])).toEqual([]);
});

test('every listed file that is missing and every file that nobody listed is named', () => {
  expect(checkListing([...unlisted, 'virus.exe', 'META-INF/other.p7s'], [object('filing.json')])).toEqual([
    { code: 'manifest/absent-file', details: { name: 'filing.json' } },
    { code: 'manifest/unlisted-file', details: { name: 'virus.exe' } },
    { code: 'manifest/unlisted-file', details: { name: 'META-INF/other.p7s' } },
  ]);
});

test('names are compared exactly: another case is another file', () => {
  expect(checkListing(['Filing.json'], [object('filing.json')]).map((each) => each.code)).toEqual([
    'manifest/absent-file',
    'manifest/unlisted-file',
  ]);
});

test('every digest that differs is named, absent files are not repeated', () => {
  const digests = new Map([
    ['a', '1'],
    ['b', '2'],
  ]);
  const objects = [object('a', '1'), object('b', '3'), object('c', '4')];
  expect(checkDigests(digests, objects)).toEqual([{ code: 'digest/mismatch', details: { name: 'b' } }]);
});
