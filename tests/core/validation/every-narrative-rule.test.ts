/** Every rule about figures in the prose, in both editions, through the whole of validation. */
import { describe, expect, test } from 'vitest';
import { findingId, type Finding } from '#core/rules/finding.ts';
import type { RuleBook } from '#core/rules/rule.ts';
import { editionIds, type EditionId } from '../../fixtures/editions.ts';
import { formOf, type Figures, type Told } from '../figures/harness.ts';
import { phrases } from '../figures/phrases.ts';
import { check, editions, proseFindings, reportOf } from './narrative-reports.ts';

const documents = { '2019': '国办公开办函〔2019〕60号', '2021': '国办公开办函〔2021〕30号' };

type Report = { readonly text: string; readonly figures: Figures; readonly told: Told & { readonly before?: Figures } };
/** A report that the rule finds fault with, and what it is like when it is right. */
type Case = { readonly code: string; readonly wrong: Report; readonly right: Report };

const year = { receivedThisYear: 713, broughtForward: 36, handlingTotal: 722, carriedForward: 27, disclosed: 409 };

/** Rules that compare a rate, or the prose with itself: the figures stay, the words change. */
const wordings: readonly (readonly [code: string, wrong: string, right: string, figures?: Figures, before?: Figures])[] = [
  ['P-17', '本年度未收取信息处理费。\n共收取政府信息公开信息处理费380元。', '共收取政府信息公开信息处理费380元。'],
  ['P-18', '答复政府信息公开申请722件，其中予以公开409件，占65.6%。', '答复政府信息公开申请722件，其中予以公开409件，占56.6%。', year],
  ['P-19', '公开信息59条，其中政务信息12条、工作动态49条。', '公开信息59条，其中政务信息12条、工作动态47条。'],
  ['P-20', '收到政府信息公开申请713件，同比增长30%。', '收到政府信息公开申请713件，同比增长15%。', year, { receivedThisYear: 620 }],
  [
    'P-21',
    '通过审计信息专栏公开信息20条。\n全年通过审计信息专栏公开政府信息16条。',
    '通过审计信息专栏公开信息20条。\n全年通过审计信息专栏公开政府信息20条。',
  ],
];

/** The years of the phrases are those of reports for 2023; in the older edition three years earlier. */
const reportYears = { '2019': 2020, '2021': 2023 };
const phrasesYear = 2023;

function casesOf(id: EditionId): readonly Case[] {
  const { cells } = formOf(id);
  const isIn = (figures: Figures) => Object.keys(figures).every((name) => cells.some(({ key }) => `${key}.`.includes(`.${name}.`)));
  const reportYear = reportYears[id];
  const dated = (text: string) => text.replaceAll(/20\d\d(?=年)/gu, (year) => String(Number(year) - phrasesYear + reportYear));
  const ofTables = phrases.flatMap(([code, phrase, agreeing, contradicting, { edition = id } = {}]): readonly Case[] => {
    if (!isIn(agreeing) || !isIn(contradicting) || edition !== id) return [];
    const [text, told] = [dated(phrase), { edition: id, reportYear }];
    return [{ code, wrong: { text, figures: contradicting, told }, right: { text, figures: agreeing, told } }];
  });
  const ofWords = wordings.map(([code, wrong, right, figures = {}, before]): Case => {
    const told = { edition: id, reportYear, ...(before === undefined ? {} : { before }) };
    return { code, wrong: { text: wrong, figures, told }, right: { text: right, figures, told } };
  });
  return [...ofTables, ...ofWords];
}

function checkReport({ text, figures, told }: Report): readonly Finding[] {
  return check(text, figures, told);
}

describe.each(editionIds)('edition %s', (id) => {
  const { book } = editions[id];
  const rules = book.rules.filter((rule) => rule.kind === 'narrativeFigure');
  const named = rules.map((rule, index) => [`${rule.code} ${rule.reads} (${String(index)})`, rule] as const);
  const cases = casesOf(id);
  const without = (rule: (typeof rules)[number]): RuleBook => ({ ...book, rules: book.rules.filter((each) => each !== rule) });
  const findings = cases.map(({ code, wrong }) => checkReport(wrong).filter((finding) => finding.code === code));

  test('there is a case for every code', () => {
    const codes = [...new Set(rules.map(({ code }) => code))];
    expect(codes).toHaveLength(21);
    expect(codes.filter((code) => !cases.some((each) => each.code === code))).toEqual([]);
  });

  test.each(named)('%s cites the notice', (_name, rule) => {
    expect(rule.clause).toContain(documents[id]);
  });

  test.each(named)('%s is what finds fault in one of the wrong reports', (_name, rule) => {
    const spared = without(rule);
    const isFoundByRule = ({ code, wrong }: Case, index: number) => {
      if (code !== rule.code) return false;
      const ids = proseFindings(id, reportOf(wrong.text, wrong.figures, wrong.told), spared).map(findingId);
      return (findings[index] ?? []).some((finding) => !ids.includes(findingId(finding)));
    };
    expect(cases.filter(isFoundByRule)).not.toEqual([]);
  });

  test.each(cases.map((each) => [`${each.code} ${each.wrong.text}`, each] as const))(
    '%s is told, and right it is not',
    (_name, { code, wrong, right }) => {
      const found = checkReport(wrong).filter((finding) => finding.code === code);
      expect(found).not.toEqual([]);
      expect(checkReport(right)).toEqual([]);
      for (const { severity, message, quotation, section, cells } of found) {
        expect({ severity, section }).toEqual({ severity: 'warning', section: 'overview' });
        expect(quotation?.sentence).toContain(quotation?.words);
        expect(wrong.text).toContain(quotation?.words);
        expect(cells.every((cell) => formOf(id).cellByKey.has(cell))).toBe(true);
        expect(new Set(cells).size).toBe(cells.length);
        expect(message.zh).toMatch(/\p{Script=Han}/u);
        for (const words of [message.zh, message.en])
          expect(words).not.toMatch(/[{}]|undefined|null|NaN|\[object|“”|[=\s][，；。、）,;)]|\s$/u);
        expect(message.en.replace(/“[^”]*”/u, '').replace(quotation?.words ?? '', '')).not.toMatch(/\p{Script=Han}/u);
      }
    },
  );

  test.each(named)('%s is silent in reports of units that it is not for', (_name, rule) => {
    const forProvinces: RuleBook = { ...book, rules: book.rules.map((each) => (each === rule ? { ...rule, levels: ['province'] } : each)) };
    const spared = without(rule);
    for (const { wrong } of cases.filter(({ code }) => code === rule.code)) {
      const county = reportOf(wrong.text, wrong.figures, wrong.told);
      const province = { ...county, level: 'province' } as const;
      expect(proseFindings(id, county, forProvinces)).toEqual(proseFindings(id, county, spared));
      expect(proseFindings(id, province, forProvinces)).toEqual(proseFindings(id, province));
    }
  });
});
