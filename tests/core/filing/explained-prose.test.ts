/** Explanations of findings about the prose and across years: what they hold on to, and what makes them stale. */
import { describe, expect, test } from 'vitest';
import type { Cells } from '#core/form/edit-cells.ts';
import { blockingFindings, justificationOf, justify } from '#core/filing/justification.ts';
import type { Narrative } from '#core/narrative/narrative.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import type { Finding } from '#core/rules/finding.ts';
import type { FilingSubject } from '#core/rules/subject.ts';
import { validate } from '#core/validation/validate.ts';
import { figuresBefore, shortly, soundReport, soundProse, withCells, withPriorCells } from '../../fixtures/subjects.ts';

const { edition, subject: sound } = soundReport('2021');
const received = 'applications.receivedThisYear.total';
const [now] = [Number(sound.cells[received])];
const sentence = `2023年，全市共收到政府信息公开申请${String(now + 5)}件。`;

function withProse(overview: string, more: Narrative = {}): FilingSubject {
  return { ...sound, reportYear: 2023, narrative: { ...soundProse, overview: narrativeFromText(overview), ...more } };
}

function find(code: string, subject: FilingSubject): Finding {
  const found = validate(edition.form, edition.book, subject).filter((finding) => finding.code === code);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${code}: ${String(found.length)} findings`);
  return found[0];
}

/** Whether an explanation given for `before` still holds in `after`. */
function holds(code: string, before: FilingSubject, after: FilingSubject): boolean {
  const justification = justify(find(code, before), before.cells, '市本级口径', null);
  const finding = find(code, after);
  const isExcused = justificationOf(finding, [justification], after.cells) === justification;
  expect(blockingFindings([finding], [justification], after.cells)).toEqual(isExcused ? [] : [finding]);
  return isExcused;
}

describe('the explanation of a finding about the prose', () => {
  const before = withProse(`加强组织领导。\n${sentence}\n强化监督。`);

  test('keeps the section, the sentence and the cell with its value', () => {
    expect(justify(find('P-1', before), before.cells, '市本级口径', '张三')).toEqual({
      rule: 'P-1',
      section: 'overview',
      values: { [received]: now },
      priorValues: {},
      sentence,
      matter: String(now + 5),
      text: '市本级口径',
      author: '张三',
    });
  });

  test('holds while other sentences change, and when its sentence moves to another paragraph', () => {
    expect(holds('P-1', before, withProse(`加强组织领导。\n${sentence}\n强化监督，注重实效。`))).toBe(true);
    expect(holds('P-1', before, withProse(`加强组织领导。\n强化监督。\n\n规范办理。${sentence}`))).toBe(true);
  });

  test('is stale when its sentence changes, though it says the same', () => {
    expect(holds('P-1', before, withProse(`加强组织领导。\n${sentence.replace('全市', '全市各级')}\n强化监督。`))).toBe(false);
  });

  test('is stale when the figure in the prose changes', () => {
    expect(holds('P-1', before, withProse(`加强组织领导。\n${sentence.replace(String(now + 5), String(now + 6))}`))).toBe(false);
  });

  test('is stale when the cell changes', () => {
    expect(holds('P-1', before, withCells(before, { [received]: now + 1 }))).toBe(false);
  });

  test('is stale when a part changes of a total that was left blank', () => {
    const blank = withCells(before, { [received]: null });
    expect(holds('P-1', blank, blank)).toBe(true);
    expect(holds('P-1', blank, withCells(blank, { 'applications.receivedThisYear.naturalPerson': 1 }))).toBe(false);
  });

  test('does not hold for the same sentence in another section', () => {
    expect(holds('P-1', before, withProse('加强组织领导。', { otherMatters: narrativeFromText(sentence) }))).toBe(false);
  });

  test('does not excuse the other figure of its sentence', () => {
    const both = withProse(sentence.replace('。', '，办结9件。'));
    const found = validate(edition.form, edition.book, both).filter(({ kind }) => kind === 'narrativeFigure');
    expect(found.map(({ code }) => code)).toEqual(['P-1', 'P-3']);
    const justifications = found.slice(0, 1).map((finding) => justify(finding, both.cells, '属实', null));
    expect(blockingFindings(found, justifications, both.cells).map(({ code }) => code)).toEqual(['P-3']);
  });
});

describe('the explanation of a finding across years', () => {
  const inForce = 'proactiveDisclosure.normativeDocument.inForce';
  const last = Number(sound.prior?.cells[inForce]);
  const before = withPriorCells(sound, { [inForce]: last + 3 });

  test('keeps last year’s values beside this year’s', () => {
    const { values, priorValues } = justify(find('Y-2', before), before.cells, '上年漏报', null);
    expect(priorValues).toEqual({ [inForce]: last + 3 });
    expect(values[inForce]).toBe(sound.cells[inForce]);
  });

  test('is stale when last year’s value changes, and when this year’s does', () => {
    expect(holds('Y-2', before, before)).toBe(true);
    expect(holds('Y-2', before, withPriorCells(before, { [inForce]: last + 4 }))).toBe(false);
    expect(holds('Y-2', before, withCells(before, { [inForce]: Number(sound.cells[inForce]) + 1 }))).toBe(false);
  });

  test('holds when a value of last year changes that takes no part', () => {
    expect(holds('Y-2', before, withPriorCells(before, { [received]: 1 }))).toBe(true);
  });
});

describe('the explanation of a growth in the prose (P-20)', () => {
  const growing = (before: Cells): FilingSubject => ({
    ...withProse(`2023年，全市共收到政府信息公开申请${String(now)}件，同比增长300%。`),
    prior: figuresBefore(edition.form, before),
  });
  const before = growing({ ...sound.cells, [received]: now - 1 });

  test('keeps last year’s value apart: its operands are last year’s, its cells this year’s only', () => {
    const finding = find('P-20', before);
    expect(finding.cells).toEqual([received]);
    expect(finding.leftOperands).toEqual([]);
    expect(finding.rightOperands).toMatchObject([{ cell: received, value: now - 1, isPrior: true }]);
    expect(shortly(finding)).toMatchObject({ severity: 'warning', left: 300, first: received });
    expect(justify(finding, before.cells, '口径变化', null)).toMatchObject({
      values: { [received]: now },
      priorValues: { [received]: now - 1 },
    });
  });

  test('is stale when last year’s value changes', () => {
    expect(holds('P-20', before, before)).toBe(true);
    expect(holds('P-20', before, growing({ ...sound.cells, [received]: now - 2 }))).toBe(false);
  });
});
