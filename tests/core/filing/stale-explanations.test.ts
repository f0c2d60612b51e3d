/** For each kind of finding about the prose alone: what its explanation is bound to, and what makes it stale. */
import { describe, expect, test } from 'vitest';
import { justificationOf, justify } from '#core/filing/justification.ts';
import type { Narrative } from '#core/narrative/narrative.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import type { Finding } from '#core/rules/finding.ts';
import type { FilingSubject } from '#core/rules/subject.ts';
import { validate } from '#core/validation/validate.ts';
import { soundProse, soundReport } from '../../fixtures/subjects.ts';

const { edition, subject: sound } = soundReport('2021');
const kept = '加强组织领导，主动公开、依申请公开、政府信息管理、政府信息公开平台建设和监督保障各项工作有序推进。';

function withProse(overview: string, more: Narrative = {}): FilingSubject {
  return { ...sound, reportYear: 2023, narrative: { ...soundProse, overview: narrativeFromText(`${kept}\n${overview}`), ...more } };
}

function findAll(code: string, subject: FilingSubject): readonly Finding[] {
  return validate(edition.form, edition.book, subject).filter((finding) => finding.code === code);
}

function find(code: string, subject: FilingSubject): Finding {
  const [found, ...others] = findAll(code, subject);
  if (found === undefined || others.length > 0) throw new Error(`${code}: not one finding`);
  return found;
}

/** Whether an explanation given for `before` still holds in `after`, where the rule speaks again. */
function holds(code: string, before: FilingSubject, after: FilingSubject): boolean {
  const explained = justify(find(code, before), before.cells, '属实', null);
  return justificationOf(find(code, after), [explained], after.cells) === explained;
}

describe('an explanation of a list whose parts are more than the whole (P-19)', () => {
  test.each([
    ['of different wholes', '公开信息59条，其中政务信息12条、工作动态49条；公开文件30件，其中通知20件、公告15件。'],
    ['whose whole is the same number', '公开信息59条，其中政务信息12条、工作动态49条；公开文件59件，其中通知30件、公告35件。'],
  ])('does not excuse another list in its sentence, %s', (_wholes, sentence) => {
    const both = withProse(sentence);
    const found = findAll('P-19', both);
    expect(found).toHaveLength(2);
    for (const explained of found) {
      const justification = justify(explained, both.cells, '有交叉', null);
      expect(found.filter((each) => justificationOf(each, [justification], both.cells) !== null)).toEqual([explained]);
    }
  });

  test('is stale when the whole changes, which stands in the sentence before', () => {
    const listed = (whole: number) => withProse(`公开信息${String(whole)}条。其中政务信息12条、工作动态49条。`);
    expect(holds('P-19', listed(59), listed(59))).toBe(true);
    expect(holds('P-19', listed(59), listed(58))).toBe(false);
  });
});

describe('an explanation of a fee that was not charged and was (P-17)', () => {
  const charging = (other: string, rest = '') =>
    withProse('强化监督。', { otherMatters: narrativeFromText(`本年度未收取信息处理费。\n${other}\n${rest}`) });
  const before = charging('全年共收取信息处理费380元。');

  test('holds while other sentences change', () => {
    expect(holds('P-17', before, charging('全年共收取信息处理费380元。', '没有其他需要报告的事项。'))).toBe(true);
  });

  test.each(['全年共收取信息处理费390元。', '全年共收取政府信息公开信息处理费380元。'])(
    'is stale when the other sentence becomes %s',
    (other) => {
      expect(holds('P-17', before, charging(other))).toBe(false);
    },
  );
});

describe('an explanation of a figure that was stated otherwise before (P-21)', () => {
  const stating = (first: string) => withProse(`${first}\n全年通过审计信息专栏公开信息16条。`);
  const before = stating('通过审计信息专栏公开信息20条。');

  test('holds as long as both sentences stand there', () => {
    expect(holds('P-21', before, before)).toBe(true);
  });

  test.each(['通过审计信息专栏公开信息21条。', '上半年以来通过审计信息专栏公开信息20条。', '本机关通过审计信息专栏公开信息20条。'])(
    'is stale when the first sentence becomes %s',
    (first) => {
      const after = stating(first);
      if (findAll('P-21', after).length > 0) expect(holds('P-21', before, after)).toBe(false);
      expect(find('P-21', before).quotation?.against).toBe('通过审计信息专栏公开信息20条。');
    },
  );
});

describe('an explanation of what is missing', () => {
  const saying = (overview: string): FilingSubject => ({
    ...sound,
    narrative: { ...soundProse, overview: narrativeFromText(overview) },
  });
  const most = '主动公开、依申请公开、平台建设各项工作有序推进，监督考核落到实处。';

  test('of topics is stale when another topic is missing too (C-2)', () => {
    const before = saying(most);
    expect(holds('C-2', before, saying(`${most}\n各项工作有序推进。`))).toBe(true);
    expect(holds('C-2', before, saying(most.replace('平台建设', '')))).toBe(false);
  });

  test('of text is stale when less of it is left (C-1)', () => {
    const problems = (text: string): FilingSubject => ({ ...sound, narrative: { ...soundProse, problems: narrativeFromText(text) } });
    expect(holds('C-1', problems('无。'), problems('无。'))).toBe(true);
    expect(holds('C-1', problems('问题和改进'), problems('问题'))).toBe(false);
  });
});

test('an explanation of another unit’s name in the title is stale when the unit’s own name changes (C-9)', () => {
  const titled = (unitName: string): FilingSubject => ({ ...sound, title: '某县教育局2023年政府信息公开工作年度报告', unitName });
  expect(holds('C-9', titled('某县财政局'), titled('某县财政局'))).toBe(true);
  expect(holds('C-9', titled('某县财政局'), titled('某县审计局'))).toBe(false);
});

test('an explanation of a strange name of oneself is stale when it stands there once more (C-14)', () => {
  const naming = (text: string): FilingSubject => ({ ...withProse(text), unitName: '某县某镇人民政府' });
  const before = naming('我局高度重视。');
  expect(holds('C-14', before, naming('我局高度重视。强化监督。'))).toBe(true);
  expect(holds('C-14', before, naming('我局高度重视。强化监督，我局带头。'))).toBe(false);
});

describe('an explanation of prose that repeats last year’s (Y-6)', () => {
  const passages = [
    '深入推进决策公开，围绕规划、预算、民生实事等事项广泛听取社会意见，及时反馈采纳情况。',
    '健全依申请公开受理、登记、审核、办理、答复、归档的工作规程，完善会商机制，统一文书格式，提高答复质量，加强对基层单位的业务指导和培训，定期通报办理情况。',
    '统筹推进政府网站和政务新媒体建设，规范栏目设置。',
  ];
  const repeating = (overview: string): FilingSubject => ({
    ...withProse(overview),
    prior: {
      form: edition.form,
      cells: sound.cells,
      narrative: { ...soundProse, overview: narrativeFromText(`${kept}\n${passages.join('\n')}`) },
    },
  });
  const before = repeating(passages.join('\n'));

  test('holds while text outside the longest passage changes, and the percentage with it', () => {
    expect(holds('Y-6', before, repeating(`${passages.join('\n')}\n新增一句。`))).toBe(true);
  });

  test('is stale when the longest passage changes', () => {
    expect(holds('Y-6', before, repeating(passages.join('\n').replaceAll('提高答复质量', '提高办件质量')))).toBe(false);
  });
});
