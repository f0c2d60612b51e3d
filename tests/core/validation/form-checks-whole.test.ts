import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { subjectOf } from '#core/filing/subject-of.ts';
import { unitLevels } from '#core/form/unit-level.ts';
import { intakeText } from '#core/intake/intake-text.ts';
import type { Block } from '#core/narrative/narrative.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import { findingId } from '#core/rules/finding.ts';
import { validate } from '#core/validation/validate.ts';
import { edition2019, editionIds, seedText } from '../../fixtures/editions.ts';
import { publishedReports, reportNames } from '../../fixtures/published-report.ts';
import { publishedSubject } from '../../fixtures/subjects.ts';
import { badWords, findingsOf, formChecks, reportOf, wordsAt } from './form-checks.ts';

const seedUnit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;

describe('reports in which there is nothing to find', () => {
  test.each(unitLevels.flatMap((level) => editionIds.map((edition) => [level, edition] as const)))(
    'a sound one of a %s, edition %s',
    (level, edition) => {
      expect(findingsOf({ level, edition })).toEqual([]);
    },
  );

  test.each(reportNames)('the figures of %s, with sound prose', (name) => {
    const { edition, subject } = publishedSubject(name);
    expect(validate(edition.form, formChecks[publishedReports[name].edition], subject)).toEqual([]);
  });
});

test('the seed through intake: hints at the （一） it lacks and at 责任追究, nothing else', () => {
  const edition = edition2019();
  const taken = intakeText({ text: seedText(), edition, unit: seedUnit, reportYear: 2020, fileName: 'seed' });
  if (!taken.ok) throw new Error(taken.problem.code);
  const subject = subjectOf(taken.value.filing, null);
  const findings = validate(edition.form, formChecks['2019'], subject);
  expect(findings.map(({ code, severity, message }) => [code, severity, message.zh])).toEqual([
    ['C-4', 'hint', '人民政府的报告还应写明：责任追究；正文没有写到'],
    ['C-17', 'hint', '“(二)”与前文编号不衔接，按顺序应为“(一)”'],
  ]);
  expect(findings.map((finding) => wordsAt(subject, finding))).toEqual([null, '（二）']);
});

/** A copied, careless report in which nearly every check has something to say. */
const careless = {
  unitName: '昌图县七家子镇人民政府',
  level: 'township',
  title: '定安县民政局2022年度政府信息公开年报',
  prose: {
    preamble:
      '  本年报由定安县民政局编制，依据《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔２０２１〕３０号），包括概述、主动公开、申请、复议和存在问题。统计期限自2022年1月1日起至2022年12月31日止。请与定安县民政局联系。',
    overview: ['（二）主 动 公 开', '我局于2023年2月30日发布信息，同比增长 ％。', '（五）其他'].join('\n'),
    problems: '无',
    otherMatters: '无。',
  },
} as const;

describe.each(editionIds)('what the checks of the %s edition say of a careless report', (edition) => {
  const report = { ...careless, edition };
  const subject = reportOf(report);
  const findings = findingsOf(report);

  test('every check speaks but those for other reports', () => {
    const silent = edition === '2019' ? ['C-4', 'C-6'] : ['C-4'];
    const basis = formChecks[edition].rules.map(({ code }) => code).filter((code) => !silent.includes(code) && code !== 'C-3');
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(basis));
  });

  test('nothing is an error, and every finding names its rule and its clause', () => {
    for (const { code, severity, clause, kind, suspects } of findings) {
      const rule = formChecks[edition].rules.find((each) => each.code === code && each.severity === severity);
      expect({ kind, severity, suspects }).toEqual({ kind: 'completeness', severity: rule?.severity, suspects: [] });
      expect(severity).not.toBe('error');
      expect(formChecks[edition].rules.map((each) => each.clause)).toContain(clause);
    }
  });

  test('messages are filled in both languages', () => {
    for (const { message } of findings) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.zh).not.toMatch(badWords);
      expect(message.en).toMatch(/^(?:“|The|A|Reports|Section|Government|\()/u);
      expect(message.en).not.toMatch(badWords);
    }
  });

  test('quotations stand where they say, white space and full-width forms notwithstanding', () => {
    const quotations = findings.filter(({ quotation }) => quotation !== null);
    expect(quotations.length).toBeGreaterThan(9);
    for (const finding of quotations) {
      expect(wordsAt(subject, finding), finding.code).toBe(finding.quotation?.words);
      expect(finding.quotation?.words).not.toBe('');
    }
  });

  test('no two findings have the same name', () => {
    expect(new Set(findings.map(findingId)).size).toBe(findings.length);
  });

  test('every clause cites the notice or the Regulations', () => {
    const documents = { '2019': '国办公开办函〔2019〕60号', '2021': '国办公开办函〔2021〕30号' };
    for (const { clause } of formChecks[edition].rules) {
      expect([documents[edition], '《政府信息公开条例》'].some((document) => clause.includes(document))).toBe(true);
    }
  });
});

describe('the same report, the same findings', () => {
  const line = fc.constantFrom(
    '（一）主动公开',
    '（三）平台建设',
    '我局公开信息41条。',
    '共收到政府信息公开申请件。',
    '2月30日开会。',
    '统计期限为2022年。',
    '国办公开办函〔2019〕60号。',
    '增长%，本报告包括概述、主动公开、申请、复议、问题。',
    '无',
    '',
  );
  const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));
  const figure: Block = {
    kind: 'paragraph',
    content: [
      { kind: 'text', text: '全年共收到政府信息公开申请' },
      { kind: 'figure', cell: 'applications.receivedThisYear.total' },
      { kind: 'text', text: '件。' },
    ],
  };

  test('whatever was checked before: nothing that is remembered shows', () => {
    const unitName = fc.constantFrom('定安县民政局', '昌图县七家子镇人民政府');
    const edition = fc.constantFrom(...editionIds);
    const edit = fc.record({
      section: fc.constantFrom('preamble', 'overview', 'problems'),
      text,
      unitName,
      edition,
      received: fc.constantFrom(null, 3),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let prose: Readonly<Record<string, readonly Block[]>> = {};
        for (const each of edits) {
          prose = { ...prose, [each.section]: [...narrativeFromText(each.text), figure] };
          const report = { ...each, prose };
          const subject = reportOf(report);
          const cells = { ...subject.cells, 'applications.receivedThisYear.total': each.received };
          const kept = findingsOf(report, undefined, { ...subject, cells });
          const anew = findingsOf(report, undefined, { ...subject, cells, narrative: structuredClone(subject.narrative) });
          expect(kept).toEqual(anew);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    '由某某局(',
    '请与某某某局',
    '2月30日,',
    '共收到申请件,',
    '增长%',
    '本报告概述主动公开申请复议',
    '我局',
    '统计期限2022年',
    '《'.repeat(9),
  ])('a text of nothing but %s is read to its end', (piece) => {
    const overview = piece.repeat(Math.ceil(60_000 / piece.length));
    const report = { unitName: '昌图县七家子镇人民政府', level: 'township', prose: { preamble: overview, overview } } as const;
    const subject = reportOf(report);
    const findings = findingsOf(report);
    expect(findings.slice(0, 9).map((finding) => wordsAt(subject, finding))).toEqual(
      findings.slice(0, 9).map(({ quotation }) => quotation?.words ?? null),
    );
  });

  test('any text at all is read to its end', () => {
    const letters = fc.constantFrom(
      ...Array.from('（一）二、1.年月日至自2023%％共收到件的我局由编制请与联系《》“”国办公开办函〔2019〕60号，。；\n \u3000A'),
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 80 }), (parts) => {
        const report = { prose: { preamble: parts.join(''), overview: parts.toReversed().join('') }, title: parts.slice(0, 20).join('') };
        const subject = reportOf(report);
        for (const finding of findingsOf(report)) expect(wordsAt(subject, finding)).toBe(finding.quotation?.words ?? null);
      }),
      { numRuns: 300 },
    );
  });
});
