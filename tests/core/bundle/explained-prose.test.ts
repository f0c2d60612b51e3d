/** A bundle whose prose contradicts its tables: nobody takes it without an explanation that still fits the words and values. */
import { describe, expect, test } from 'vitest';
import { checkFiling } from '#core/bundle/check-filing.ts';
import { bundleContents } from '#core/bundle/contents.ts';
import type { Filing } from '#core/filing/filing.ts';
import { justify } from '#core/filing/justification.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { blocksToText, narrativeFromText } from '#core/narrative/narrative-text.ts';
import { validate } from '#core/validation/validate.ts';
import { documents, edition, sampleFiling } from '../../main/bundle/sample.ts';

const received = 'applications.receivedThisYear.total';
const contradicting = '2020年，共收到政府信息公开申请3件。';
const before = sampleFiling();
const prose = blocksToText(before.narrative['overview'] ?? [], String);

function filingSaying(text: string, changes: Partial<Filing> = {}): Filing {
  return { ...before, narrative: { ...before.narrative, overview: narrativeFromText(text) }, ...changes };
}

const filing = filingSaying(`${prose}\n${contradicting}`);
const finding = validate(edition.form, edition.book, subjectOf(filing, null)).find(({ code }) => code === 'P-1');
if (finding === undefined) throw new Error('the contradiction was not found');
const justifications = [justify(finding, filing.cells, '市政府办公室口径', '王芳')];

function reasonsFor(each: Filing) {
  return checkFiling(canonicalJson(each), [edition]).reasons;
}

describe('a contradiction between prose and tables', () => {
  test('stands in the way, with its sentence in both languages', () => {
    expect(reasonsFor(filing)).toMatchObject([{ code: 'revalidation/blocking', details: { errors: 0, warnings: 1 } }]);
    expect(reasonsFor(filing)[0]?.details).toMatchObject({ zh: finding.message.zh, en: finding.message.en });
    expect(finding.message.zh).toContain(contradicting);
  });

  test('does not, once it is explained, wherever its sentence stands', () => {
    expect(reasonsFor({ ...filing, justifications })).toEqual([]);
    expect(reasonsFor(filingSaying(`${contradicting}\n${prose}`, { justifications }))).toEqual([]);
  });

  test('does again when the sentence changes', () => {
    const changed = filingSaying(`${prose}\n${contradicting.replace('共收到', '总共收到')}`, { justifications });
    expect(reasonsFor(changed)).toMatchObject([{ code: 'revalidation/blocking', details: { warnings: 1 } }]);
  });

  test('does again when the cell changes', () => {
    const cells = { ...filing.cells, 'applications.receivedThisYear.naturalPerson': 2, [received]: 2 };
    const warnings = checkFiling(canonicalJson({ ...filing, cells, justifications }), [edition]);
    expect(warnings.reasons).toMatchObject([{ code: 'revalidation/blocking' }]);
    expect(warnings.findings.find(({ code }) => code === 'P-1')).toMatchObject({ left: 3, right: 2 });
  });
});

test('the bundle says what was found where in the prose, and how it was explained', () => {
  const findings = validate(edition.form, edition.book, subjectOf(filing, null));
  const entries = bundleContents({ filing: { ...filing, justifications }, findings, journal: [], documents, attachments: [] });
  const validation = entries.find(({ name }) => name === 'validation.json');
  expect(JSON.parse(String(validation?.content))).toMatchObject({
    findings: expect.arrayContaining([
      expect.objectContaining({
        code: 'P-1',
        section: 'overview',
        cells: [received],
        quotation: {
          block: 1,
          start: contradicting.indexOf('3件'),
          end: contradicting.indexOf('件。'),
          sentence: contradicting,
          words: '3',
        },
      }),
    ]),
    justifications: [{ rule: 'P-1', section: 'overview', sentence: contradicting, values: { [received]: 0 }, priorValues: {} }],
  });
});
