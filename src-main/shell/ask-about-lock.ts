/** Asks whether a data folder is to be opened that somebody else may have open. */
import { dialog } from 'electron';
import type { Problem } from '#core/lib/problem.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { lockWords } from '#core/text/lock.ts';

/** `silent` is workspace/silent-lock. The language is in the folder that is not open yet, so both are shown. */
export async function askAboutLock(silent: Problem): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: '年报通',
    message: `${lockWords.title.zh}\n${lockWords.title.en}`,
    detail: `${describeProblem(silent, 'zh')}\n\n${describeProblem(silent, 'en')}`,
    buttons: [`${lockWords.leave.zh} · ${lockWords.leave.en}`, `${lockWords.open.zh} · ${lockWords.open.en}`],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
