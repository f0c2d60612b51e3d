/** The history in words: what a reader is told of an edit. */
import { describe, expect, it } from 'vitest';
import type { CellKey } from '#core/form/cell-key.ts';
import { acceptTotal, enterCells, type WorkingFiling } from '#core/filing/edit-filing.ts';
import type { Filing } from '#core/filing/filing.ts';
import { changesBetween } from '#core/history/compare-filings.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import { describeCellChanges, describeChanges } from '#core/text/describe-changes.ts';
import { describeAction, describeStep } from '#core/text/describe-history.ts';
import { blank, form } from '../history/arbitrary-filings.ts';

const person = 'applications.broughtForward.naturalPerson';
const company = 'applications.broughtForward.commercialEnterprise';
const total = 'applications.broughtForward.total';

function entered(working: WorkingFiling, ...texts: [cell: CellKey, text: string][]): WorkingFiling {
  const outcome = enterCells(
    form,
    working,
    texts.map(([cell, text]) => ({ cell, text })),
  );
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

function changed(members: Partial<Filing>, before = blank): WorkingFiling {
  return { ...before, filing: { ...before.filing, ...members } };
}

const written = (text: string) => changed({ narrative: { overview: narrativeFromText(text) } });
const told = (...states: WorkingFiling[]) => states.slice(1).flatMap((state, index) => changesBetween(states[index] ?? blank, state));

describe('a step', () => {
  it('of one figure says the cell and both values, not the totals that follow', () => {
    const changes = told(entered(blank, [person, '38']), entered(blank, [person, '1039']));
    expect(describeStep(form, 'filing/enter-cells', changes)).toEqual({
      zh: '上年结转（自然人）：38 → 1,039',
      en: 'Brought forward (natural persons): 38 → 1,039',
    });
  });

  it('of many says how many', () => {
    const changes = told(blank, entered(blank, [person, '1'], [company, '2']));
    expect(describeStep(form, 'filing/enter-cells', changes).zh).toBe('填写数据，共 2 处');
  });

  it('says text that is no number as it was typed', () => {
    const changes = told(entered(blank, [person, '38']), entered(blank, [person, '若干']));
    expect(describeStep(form, 'filing/enter-cells', changes).zh).toBe('上年结转（自然人）：38 → “若干”');
  });

  it('of a total that was corrected says the total', () => {
    const stated = changed({ cells: { ...blank.filing.cells, [person]: 3, [total]: 4 } });
    const accepted = acceptTotal(form, stated, total);
    const changes = accepted.ok ? told(stated, accepted.value) : [];
    expect(describeStep(form, 'filing/accept-total', changes).zh).toBe('上年结转（总计）：4 → 3');
  });

  it('typed in several goes is one difference', () => {
    const changes = told(blank, entered(blank, [person, '1']), entered(blank, [person, '12']), entered(blank, [person, '123']));
    expect(describeChanges(form, changes).map(({ from, to }) => [from.zh, to.zh])).toEqual([['空白', '123']]);
  });

  it('of prose shows the words where they stand, also when they were typed in several goes', () => {
    const changes = told(written('主动公开。'), written('主动公开12。'), written('主动公开123条。'), written('主动公开12条。'));
    expect(describeChanges(form, changes)).toEqual([
      { label: { zh: '一、总体情况', en: expect.any(String) }, from: same('…主动公开。…'), to: same('…主动公开12条。…') },
    ]);
  });

  it('of prose in two places shows both', () => {
    const states = [written('公开。\n受理。'), written('公开1。\n受理。'), written('公开1。\n受理2。')];
    expect(describeChanges(form, told(...states)).map(({ to }) => to.zh)).toEqual(['…公开1。…', '…受理2。…']);
  });

  it('of a new section shows its beginning and names the section', () => {
    const changes = told(blank, written('政府信息公开工作。'.repeat(40)));
    const [line] = describeChanges(form, changes);
    expect(line?.from.zh).toBe('无');
    expect(line?.to.zh).toMatch(/^政府信息公开工作。.*…$/u);
    expect(describeStep(form, 'filing/write-section', changes).zh).toBe('撰写文字 · 一、总体情况');
  });

  it('of people, units of amounts, notes, titles and explanations says which', () => {
    const amount = form.cells.find((each) => each.unitOpen)!.key;
    const explained = {
      rule: 'T3-4',
      section: null,
      values: {},
      priorValues: {},
      sentence: null,
      matter: null,
      text: '系统迁移',
      author: null,
    };
    const after = changed({
      people: { ...blank.filing.people, preparer: '王芳' },
      cellUnits: { [amount]: '万元' },
      cellNotes: { [person]: '含转办' },
      tableNotes: { applications: '数据截至12月31日' },
      title: '年度报告',
      justifications: [explained],
    });
    const lines = describeChanges(form, told(blank, after)).map(({ label, from, to }) => `${label.zh}：${from.zh} → ${to.zh}`);
    expect(lines).toEqual([
      '报告标题：五指山市2020年政府信息公开工作年度报告 → 年度报告',
      '政府集中采购（采购总金额）的金额单位：无 → 万元',
      '三、收到和处理政府信息公开申请情况的备注：无 → 数据截至12月31日',
      '上年结转（自然人）的备注：无 → 含转办',
      'T3-4 的情况说明：无 → 系统迁移',
      '填报人：无 → 王芳',
    ]);
  });

  it('that replaces an explanation shows the old one and the new one', () => {
    const explained = {
      rule: 'T3-4',
      section: null,
      values: {},
      priorValues: {},
      sentence: null,
      matter: null,
      text: '系统迁移',
      author: null,
    };
    const changes = told(changed({ justifications: [explained] }), changed({ justifications: [{ ...explained, text: '系统已迁移' }] }));
    expect(describeChanges(form, changes)).toEqual([
      { label: { zh: 'T3-4 的情况说明', en: 'Justification of T3-4' }, from: same('系统迁移'), to: same('系统已迁移') },
    ]);
  });

  it('without changes says what was done', () => {
    expect(describeStep(form, 'filing/enter-cells', [])).toEqual({ zh: '填写数据', en: 'Figures entered' });
  });
});

describe('the history of a cell', () => {
  it('tells of the cell alone, of totals too', () => {
    const changes = told(blank, entered(blank, [person, '1'], [company, '2']));
    expect(describeCellChanges(form, changes, total)).toEqual([
      { label: expect.objectContaining({ zh: '上年结转（总计）' }), from: { zh: '空白', en: 'blank' }, to: same('3') },
    ]);
    expect(describeCellChanges(form, changes, 'applications.receivedThisYear.total')).toEqual([]);
  });
});

describe('an action', () => {
  it.each([
    ['filing/create', '建立年报'],
    ['filing/open-sample', '打开样例'],
    ['filing/justify', '填写情况说明'],
    ['filing/name-people', '填写人员'],
    ['filing/choose-unit', '选择金额单位'],
    ['bundle/export', '导出上报包（第 2 版）'],
    ['bundle/dance', '其他操作（bundle/dance）'],
  ])('%s reads %s', (action, words) => {
    expect(describeAction({ action, detail: { revision: 2 } }).zh).toBe(words);
  });
});

function same(text: string) {
  return { zh: text, en: text };
}
