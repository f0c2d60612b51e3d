/** 核对纸质件: codes as scanners and people give them, held against what went out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPaper, readPaperMark, type PaperSource } from '#core/documents/check-paper.ts';
import { paperMark, spacedDigest } from '#core/documents/paper-copy.ts';
import { tellPaperCheck } from '#core/text/paper.ts';
import { fullFiling } from '../../fixtures/full-filing.ts';

const filing = fullFiling('2021');
const digestOf = (number: number) => number.toString(16).padStart(2, '0').repeat(32);
const source = (revision: number): PaperSource => ({
  unitCode: filing.unit.code,
  reportYear: filing.reportYear,
  revision,
  digest: digestOf(revision),
});
const markOf = (revision: number, digest = digestOf(revision)) =>
  paperMark({ ...filing, revision: { ...filing.revision, number: revision } }, digest);
const wide = (text: string) => text.replace(/[!-~]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));

describe('the code of a paper copy', () => {
  const hex = fc.stringMatching(/^[0-9a-f]{64}$/u);
  const noise = fc.array(fc.constantFrom('', '', '', ' ', '\n', '\r\n', '\t', '\u3000', '\u200b'), { minLength: 110, maxLength: 110 });

  it('is read as it was printed, with any spaces, line ends, case and full-width signs', () => {
    fc.assert(
      fc.property(hex, fc.integer({ min: 1, max: 99 }), noise, fc.boolean(), fc.boolean(), (digest, revision, between, isWide, isLow) => {
        const printed = markOf(revision, digest);
        const cased = isLow ? printed.toLowerCase() : printed;
        const typed = Array.from(isWide ? wide(cased) : cased, (sign, at) => sign + (between[at] ?? '')).join('');
        const report = { unitCode: filing.unit.code.toUpperCase(), reportYear: filing.reportYear, revision };
        expect(readPaperMark(typed)).toEqual({ digest, report });
        expect(readPaperMark(spacedDigest(digest))).toEqual({ digest, report: null });
      }),
      { numRuns: 50 },
    );
  });

  it.each(['', 'NIANBAO:2:460000:2020:1:00', 'https://example.com', markOf(1).slice(0, -1), `${markOf(1)}0`])('is not %j', (text) => {
    expect(readPaperMark(text)).toBeNull();
  });
});

describe('a paper copy', () => {
  it('is the same as the bundle whose digest it has, and says when a newer one replaced it', () => {
    expect(checkPaper(markOf(2), [source(1), source(2)])).toEqual({ kind: 'same', revision: 2, newer: null });
    expect(checkPaper(digestOf(1), [source(1), source(2)])).toEqual({ kind: 'same', revision: 1, newer: 2 });
  });

  it('is another revision, another report or has other content, each said apart', () => {
    expect(checkPaper(markOf(3), [source(1), source(2)])).toEqual({ kind: 'other-revision', revision: 3, known: [1, 2] });
    const other = { ...source(1), unitCode: '460200' };
    expect(
      checkPaper(
        markOf(1),
        [other].map((each) => ({ ...each, digest: digestOf(9) })),
      ),
    ).toMatchObject({ kind: 'other-report' });
    expect(checkPaper(markOf(1, digestOf(9)), [source(1)])).toEqual({ kind: 'other-content', groups: [] });
  });

  it('whose code was altered around a true digest is not the same', () => {
    expect(checkPaper(markOf(2, digestOf(1)), [source(1), source(2)])).toEqual({ kind: 'altered', revision: 1 });
  });

  it('typed with a slip is told where: the groups of four that differ', () => {
    const digest = digestOf(1);
    expect(checkPaper(`${digest.slice(0, 9)}f${digest.slice(10)}`, [source(1)])).toEqual({ kind: 'other-content', groups: [3] });
  });

  const digest = '0123456789abcdef'.repeat(4);
  const without = (at: number) => digest.slice(0, at) + digest.slice(at + 1);
  it.each([
    [' ', { why: 'empty' }, '还没有内容'],
    [`NIANBAO:2:460000:2020:1:${digest}`, { why: 'version', version: '2' }, '第 2 种格式'],
    [spacedDigest(`${digest.slice(0, 9)}O${digest.slice(10)}`), { why: 'sign', sign: 'O', group: 3, place: 2 }, '第 3 组的第 2 个字符“O”'],
    [markOf(1, digest).replace(/F$/u, 'z'), { why: 'sign', sign: 'Z', group: 16, place: 4 }, '第 16 组'],
    [spacedDigest(without(21)), { why: 'length', digits: 63, group: 6 }, '从第 6 组起'],
    [`${digest}0`, { why: 'length', digits: 65, group: 16 }, '现在是 65 位'],
    [markOf(1, digestOf(9)).slice(0, -3), { why: 'length', digits: 61, group: null }, '现在是 61 位'],
    ['https://example.com', { why: 'other' }, 'NIANBAO:1:'],
    ['NIANBAO:1', { why: 'other' }, 'NIANBAO:1:'],
  ])('that cannot be read is told where: %j', (text, fault, said) => {
    const check = checkPaper(text, [{ ...source(1), digest }]);
    expect(check).toEqual({ kind: 'malformed', fault });
    if (check !== null) expect(tellPaperCheck(check, 'zh')).toContain(said);
  });

  it('has no answer without anything to hold it against', () => {
    expect(checkPaper(markOf(1), [])).toBeNull();
  });
});
