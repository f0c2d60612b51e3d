/** Words for problems with undo, redo and the history of a filing. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const historyProblems = {
  'history/nothing-to-undo': {
    zh: '没有可以撤销的修改：{reason}。',
    en: 'There is nothing to undo: {reason}.',
  },
  'history/nothing-to-redo': {
    zh: '没有可以重做的修改：{reason}。',
    en: 'There is nothing to redo: {reason}.',
  },
  'history/conflict': {
    zh: '{place} 现在的内容与修改记录不一致，没有撤销或重做任何内容。请在“修改记录”里查看原来的内容，手工改回。',
    en: '{place} is not as the history says, so nothing was undone or redone. Look the old value up in the history and enter it by hand.',
  },
  'history/malformed': {
    zh: '修改记录第 {seq} 条读不懂（{place} 处应为 {expected}）。年报内容没有改动；如记录来自更新的版本，请升级年报通。',
    en: 'Entry {seq} of the history cannot be read (at {place}: {expected}). Nothing was changed; if a newer version wrote it, update the app.',
  },
} as const satisfies Record<string, Bilingual>;

/** Why there is no step to take back or to make again. */
export const historyReasons = {
  beginning: { zh: '已经回到这份年报建立时的样子', en: 'this is the report as it was begun' },
  'old-version': {
    zh: '更早的修改由旧版本记录，没有留下修改前的内容',
    en: 'an older version made the edit before and did not keep what it replaced',
  },
  unreadable: { zh: '再往前的修改记录由其他版本写成，本版本读不懂', en: 'this version cannot read the history of the edit before' },
  'nothing-undone': { zh: '最近一次操作不是撤销', en: 'the last action was no undo' },
} as const satisfies Record<string, Bilingual>;
