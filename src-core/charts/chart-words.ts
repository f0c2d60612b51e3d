/** The words of charts: official documents are Chinese, the screens are in the language of their user. */
import type { Bilingual } from '../lib/bilingual.ts';

export const chartWords = {
  blank: { zh: '未填', en: 'blank' },
  partlyBlank: { zh: '（另有{count}格未填）', en: ' ({count} cells blank)' },
  cases: { zh: '件数（件）', en: 'cases' },
  thisYear: { zh: '{year}年', en: '{year}' },
  and: { zh: '、', en: ', ' },

  applicants: { zh: '申请人', en: 'Who applied' },
  applicant: { zh: '申请人类型', en: 'Applicant' },
  applicantsSummary: { zh: '本年新收政府信息公开申请{total}件', en: '{total} applications were received this year' },
  outcomes: { zh: '办理结果', en: 'How applications were handled' },
  outcome: { zh: '办理结果', en: 'Outcome' },
  outcomesSummary: { zh: '本年度办理政府信息公开申请{total}件', en: '{total} applications were handled this year' },
  yearOnYear: { zh: '与上年相比', en: 'Against last year' },
  yearOnYearItem: { zh: '项目', en: 'Item' },
  yearOnYearRise: {
    zh: '新收申请{now}件，比上年{before}件增加{by}件',
    en: '{now} applications received, {by} more than the {before} of last year',
  },
  yearOnYearFall: {
    zh: '新收申请{now}件，比上年{before}件减少{by}件',
    en: '{now} applications received, {by} fewer than the {before} of last year',
  },
  yearOnYearSame: { zh: '新收申请{now}件，与上年持平', en: '{now} applications received, as many as last year' },
  yearOnYearUnknown: { zh: '新收申请：本年{now}，上年{before}', en: 'applications received: {now}; last year: {before}' },
  remedies: { zh: '行政复议、行政诉讼', en: 'Reconsideration and litigation' },
  remedy: { zh: '结果', en: 'Result' },
  remedyTotal: { zh: '{name}{total}件', en: '{name}: {total}' },

  most: { zh: '，其中{name}最多，{count}件', en: '; most of them {name}: {count}' },
  share: { zh: '（占{percent}%）', en: ' ({percent}%)' },
  someBlank: { zh: '；有{count}格未填', en: '; {count} cells are blank' },
  end: { zh: '。', en: '.' },

  received: { zh: '新收申请', en: 'received' },
  handled: { zh: '办理总计', en: 'handled' },
  carriedForward: { zh: '结转下年', en: 'carried forward' },
  reconsideration: { zh: '行政复议', en: 'reconsideration' },
  litigation: { zh: '行政诉讼', en: 'litigation' },
} as const satisfies Record<string, Bilingual>;

/** Outcomes without their number; the editions have no English names for groups of rows. */
export const outcomeNames: Readonly<Record<string, string>> = {
  予以公开: 'disclosed',
  部分公开: 'partially disclosed',
  不予公开: 'withheld',
  无法提供: 'unable to provide',
  不予处理: 'not processed',
  其他处理: 'otherwise handled',
};
