/** Words for problems with review and with reports that are locked. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const reviewProblems = {
  'filing/approved': {
    zh: '这份年报已由 {reviewer} 审核通过并锁定，没有改动。需要修改时，请在“审核”里解锁并写明原因。',
    en: 'This report was approved by {reviewer} and is locked; nothing was changed. To edit it, unlock it under Review and say why.',
  },
  'review/not-ready': {
    zh: '还有 {count} 处没有解决（错误、没有说明的核实项，或不是数字的内容），不能审核通过。请先处理。',
    en: '{count} findings stand (errors, unexplained warnings, text that is no number): the report cannot be approved yet. Resolve them first.',
  },
  'review/same-person': {
    zh: '审核人“{name}”就是填报人。请换一位审核人；本单位确实只有一人的，请勾选“本单位只有一人办理”。',
    en: 'The reviewer "{name}" is the preparer. Name somebody else, or say that the unit has one person only.',
  },
} as const satisfies Record<string, Bilingual>;
