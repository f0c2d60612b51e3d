/** What the form checks read fast is what the plain definition says, for any text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RuleBook } from '#core/rules/rule.ts';
import { passageOf } from '#core/figures/passage.ts';
import { plainOf } from '#core/validation/completeness/plain-words.ts';
import { anyOf, matchesIn, rangesIn } from '#core/validation/word-pattern.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { findingsOf, quoted } from './form-checks.ts';

const pieces = [
  '政',
  '府',
  '问题',
  '八',
  '几',
  '增长',
  '，',
  '。',
  '（',
  ')',
  '%',
  '％',
  '1',
  '２',
  ' ',
  '\u3000',
  'a',
  'é',
  '\u0301',
  '𠮷',
  '😀',
  '\ud842',
  '+',
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((each) => each.join(''));

describe('the words of a passage', () => {
  test('are matched as `matchAll` does', () => {
    const words = fc.subarray(['', '政', '政府', '府问题', '%', '+', '增长', 'a'], { minLength: 1 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), words, (texts, listed) => {
        const pattern = new RegExp(anyOf(listed), 'gu');
        for (const each of texts) {
          const expected = Array.from(each.matchAll(pattern));
          expect(matchesIn(each, pattern).map((found) => [...found])).toEqual(expected.map((found) => [...found]));
          expect(rangesIn(each, pattern)).toEqual(expected.map(({ index, 0: said }) => ({ start: index, end: index + said.length })));
        }
      }),
    );
  });

  test('are letters and figures from the beginning of the first blocks, as many as are asked for', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.integer({ min: 0, max: 90 }), (texts, enough) => {
        const length = Math.max(40, enough);
        const whole = texts.map((each) =>
          passageOf(each)
            .text.slice(0, 4 * length)
            .replace(/[\s\p{P}\p{S}]/gu, ''),
        );
        const blocks = texts.map((each, index) => ({ section: 'overview', index, kind: 'paragraph', passage: passageOf(each) }) as const);
        const plain = plainOf(blocks, enough);
        expect(whole.join('').startsWith(plain)).toBe(true);
        expect(plain.length).toBeGreaterThanOrEqual(Math.min(length, whole.join('').length));
      }),
    );
  });

  test('lack a number where a percent sign stands behind a Chinese letter that is no numeral', () => {
    fc.assert(
      fc.property(text, (prose) => {
        const read = passageOf(prose.trim()).text;
        const isWord = (each: string) => /^\p{Script=Han}/u.test(each) && !/^[一二三四五六七八九十百几余多两]/u.test(each);
        const isLost = Array.from(read.matchAll(/[^%]%/gu)).some(({ index }) => isWord(read.slice(index)));
        expect(quoted({ prose: { overview: prose.replaceAll('\n', '') } }, 'C-13').length > 0).toBe(isLost);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the topics of a section', () => {
  const { book } = shippedEdition('2021');
  const topics = topicsOf(book, 'C-2');
  const words = fc.constantFrom(...topics.flatMap((topic) => topic.words), ...pieces);
  const paragraphs = fc.array(
    fc.array(words, { minLength: 1, maxLength: 4 }).map((each) => `本局${each.join('')}`),
    { minLength: 1, maxLength: 4 },
  );

  test('are missing where none of their words stands in any paragraph', () => {
    fc.assert(
      fc.property(paragraphs, (lines) => {
        const read = lines.map((line) => passageOf(line).text);
        const missing = topics.filter((topic) => !topic.words.some((word) => read.some((each) => each.includes(word))));
        const [finding] = findingsOf({ prose: { overview: lines.join('\n') } }, 'C-2');
        const said = missing.length === 0 ? undefined : `“一、总体情况”没有写到：${missing.map(({ name }) => name.zh).join('、')}`;
        expect(finding?.message.zh).toBe(said);
      }),
      { numRuns: 300 },
    );
  });
});

function topicsOf({ rules }: RuleBook, code: string) {
  return rules.flatMap((rule) => (rule.kind === 'completeness' && rule.asks === 'topics' && rule.code === code ? rule.topics : []));
}
