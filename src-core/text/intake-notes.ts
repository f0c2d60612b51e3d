/** Words for what an intake found worth a look. */
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import type { IntakeNote, IntakeNoteCode } from '../intake/report.ts';

const noteWords: Readonly<Record<IntakeNoteCode, Bilingual>> = {
  'no-title': { zh: '没有找到年报标题', en: 'no title of such a report was found' },
  'no-year-in-title': { zh: '标题“{text}”没有写年度', en: 'the title "{text}" names no year' },
  'other-unit': { zh: '标题写的单位是“{text}”，不是“{expected}”', en: 'the title names "{text}", not "{expected}"' },
  'other-period': { zh: '统计期限“{text}”与年度不一致（应为 {expected}）', en: 'the period "{text}" is not that of the year ({expected})' },
  'section-missing': { zh: '没有找到“{expected}”', en: '"{expected}" was not found' },
  'altered-label': { zh: '{place}：写的是“{text}”，表样为“{expected}”', en: '{place}: it says "{text}", the form "{expected}"' },
  'wrong-number-of-values': {
    zh: '{place}：数值个数不对（读到 {text}，应为 {expected}），整行没有取用',
    en: '{place}: {text} values instead of {expected}; the row was not taken',
  },
  'unknown-columns': {
    zh: '{place}：表头“{text}”与表样（{expected}）不同，没有取用',
    en: '{place}: the headings "{text}" are not the form\'s ({expected}); not taken',
  },
  'unit-not-stated': { zh: '{place}：没有写金额单位', en: '{place}: no unit of the amount is stated' },
  'unit-differs': {
    zh: '{place}：数字旁的单位“{text}”与表头“{expected}”不同，以数字旁的为准',
    en: '{place}: the unit "{text}" beside the figure differs from "{expected}" in the heading',
  },
  'page-number': { zh: '{place}：跳过了页码“{text}”', en: '{place}: the page number "{text}" was passed over' },
};

export function describeIntakeNote(note: IntakeNote, language: Language): string {
  return fillPlaces(noteWords[note.code][language], note);
}
