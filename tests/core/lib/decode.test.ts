import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { decode, parseJson } from '#core/lib/decode.ts';
import { problemCodes } from '#core/lib/problem-code.ts';

describe('decode', () => {
  const schema = v.strictObject({ list: v.array(v.strictObject({ year: v.number() })) });

  test('names the place, what was expected and what was found', () => {
    expect(decode(schema, { list: [{ year: 1 }, { year: '2020' }] }, 'filing/malformed', { file: 'a.json' })).toEqual({
      ok: false,
      problem: { code: 'filing/malformed', details: { file: 'a.json', place: 'list.1.year', expected: 'number', received: '"2020"' } },
    });
  });

  test('refuses keys that it does not know, by their name', () => {
    const refused = decode(schema, { list: [], extra: 1 }, 'filing/malformed');
    expect(refused.ok ? null : refused.problem.details).toMatchObject({ place: 'extra', expected: 'no such key' });
  });

  test('names the whole when the input is no object at all', () => {
    const refused = decode(schema, null, 'filing/malformed');
    expect(refused.ok ? null : refused.problem.details['place']).toBe('(root)');
  });
});

test('parseJson returns text that is no JSON as a problem with the parser’s reason', () => {
  const refused = parseJson('{"a":', { file: 'a.json' });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'file/not-json', details: { file: 'a.json' } } });
});

test('canonical JSON does not depend on the order of keys', () => {
  expect(canonicalJson({ b: 1, a: { d: null, c: 'é' } })).toBe('{"a":{"c":"é","d":null},"b":1}');
  expect(() => canonicalJson(undefined)).toThrow();
});

test('a place without a value stays visible', () => {
  expect(fillPlaces('{a}、{b}', { a: 1 })).toBe('1、{b}');
});

test('problem codes are told apart', () => {
  expect(new Set(problemCodes).size).toBe(problemCodes.length);
});
