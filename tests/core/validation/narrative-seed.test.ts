/**
 * P-1 to P-10 on the whole report of 海南省 2020, taken in from its text: its prose agrees with its tables, and no change of a
 * figure in the prose, or of a cell behind one, goes by unnoticed.
 */
import { describe, expect, test } from 'vitest';
import type { CellKey } from '#core/form/cell-key.ts';
import { showFigureOf } from '#core/figures/passage.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { intakeText } from '#core/intake/intake-text.ts';
import type { Block } from '#core/narrative/narrative.ts';
import { blocksToText, plainText } from '#core/narrative/narrative-text.ts';
import type { Finding } from '#core/rules/finding.ts';
import type { FilingSubject } from '#core/rules/subject.ts';
import { validate } from '#core/validation/validate.ts';
import { edition2019, seedText } from '../../fixtures/editions.ts';
import { withCells } from '../../fixtures/subjects.ts';

const edition = edition2019();
const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;
const taken = intakeText({ text: seedText(), edition, unit, reportYear: 2020, fileName: 'seed' });
if (!taken.ok) throw new Error(JSON.stringify(taken.problem));
const seed = subjectOf(taken.value.filing, null);
const show = showFigureOf(edition.form, seed.cells);

const rows = (...names: readonly string[]) => names.map((name): CellKey => `applications.${name}.total`);
/** The figure, what stands before it, and the cells whose sum it is. */
const figures: readonly (readonly [code: string, figure: string, before: string, cells: readonly CellKey[]])[] = [
  ['P-1', '2864', '收到政府信息公开申请', rows('receivedThisYear')],
  ['P-2', '80', '上年结转', rows('broughtForward')],
  ['P-3', '2808', '答复政府信息公开申请', rows('handlingTotal')],
  ['P-4', '1899', '予以公开的', rows('disclosed')],
  ['P-5', '61', '部分公开的', rows('partiallyDisclosed')],
  [
    'P-6',
    '245',
    '不予公开的',
    rows(
      ...['stateSecret', 'prohibitedByLaw', 'securityAndStability', 'thirdPartyRights'],
      ...['internalAffairs', 'processInformation', 'enforcementCaseFile', 'administrativeInquiry'],
    ),
  ],
  ['P-7', '338', '无法提供的', rows('notHeld', 'requiresCreation', 'unclearAfterCorrection')],
  ['P-8', '81', '不予处理信息', rows('petitionOrComplaint', 'duplicate', 'publishedMaterial', 'excessiveRepetition', 'reissue')],
  ['P-9', '184', '其他答复处理', rows('otherwiseHandled')],
  ['P-10', '136', '结转下年度继续办理', rows('carriedForward')],
];

function contradictions(subject: FilingSubject): readonly Finding[] {
  return validate(edition.form, edition.book, subject).filter(({ kind }) => kind === 'narrativeFigure');
}

/** The report with one figure of its section 一 written otherwise. */
function writing(before: string, figure: string, other: string): FilingSubject {
  const change = (text: string) => text.replace(`${before}${figure}件`, `${before}${other}件`);
  const overview = (seed.narrative['overview'] ?? []).map((block): Block => {
    if (block.kind === 'list') return block;
    return { ...block, content: block.content.map((part) => (part.kind === 'text' ? { ...part, text: change(part.text) } : part)) };
  });
  return { ...seed, narrative: { ...seed.narrative, overview } };
}

/** Slips of the pen: a digit more or less, two changed places, one too many, one too few, a comma's worth. */
function slipsOf(figure: string): readonly string[] {
  const swapped = `${figure.charAt(1)}${figure.charAt(0)}${figure.slice(2)}`;
  const all = [Number(figure) - 1, Number(figure) + 1, figure.slice(1), figure.slice(0, -1), `${figure}0`, swapped, '0'].map(String);
  return [...new Set(all)].filter((each) => Number(each) !== Number(figure));
}

test('no figure of its prose contradicts its tables', () => {
  expect(contradictions(seed)).toEqual([]);
});

test('the figures stand in the prose as they are listed here', () => {
  const prose = blocksToText(seed.narrative['overview'] ?? [], show);
  for (const [, figure, before] of figures) expect(prose.split(`${before}${figure}件`)).toHaveLength(2);
});

describe.each(figures)('%s %s', (code, figure, before, cells) => {
  test.each(slipsOf(figure))('written %s is a warning with the sentence, the figure and the cells', (other) => {
    const subject = writing(before, figure, other);
    const [finding, ...rest] = contradictions(subject);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ code, severity: 'warning', section: 'overview', cells });
    expect(finding).toMatchObject({ left: Number(other), right: Number(figure), difference: Number(other) - Number(figure) });
    expect(finding?.quotation?.words).toBe(other);
    expect(finding?.quotation?.sentence).toContain(`${before}${other}件`);
    expect(finding?.message.zh).toContain(`${before}${other}件`);
    expect(finding?.message.en).toContain(`${before}${other}件`);
    const block = subject.narrative['overview']?.[finding?.quotation?.block ?? -1];
    expect(block && plainText(block, show).slice(finding?.quotation?.start, finding?.quotation?.end)).toBe(other);
  });

  test.each(cells.flatMap((cell) => [-1, 1, 9].map((step) => [cell, step] as const)))(
    'is compared with %s, changed by %i',
    (cell, step) => {
      const value = Number(seed.cells[cell]);
      const [finding, ...rest] = contradictions(withCells(seed, { [cell]: value + step }));
      expect(rest).toEqual([]);
      expect(finding).toMatchObject({ code, severity: 'warning', cells, left: Number(figure), difference: -step });
      expect(finding?.rightOperands.find((operand) => operand.cell === cell)).toMatchObject({ value: value + step, isPrior: false });
      expect(finding?.quotation).toMatchObject({ words: figure });
    },
  );

  test('takes the parts for totals that were left blank', () => {
    expect(contradictions(withCells(seed, Object.fromEntries(cells.map((cell) => [cell, null]))))).toEqual([]);
  });
});
