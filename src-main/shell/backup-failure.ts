/** Says that an automatic backup failed: once for each reason in a run, because it is tried again every few minutes. */
import { dialog } from 'electron';
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import type { Problem } from '#core/lib/problem.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { backupWords } from '#core/text/screens/backup.ts';

export function createFailureTeller(language: () => Language): (problem: Problem) => void {
  const told = new Set<string>();
  return (problem) => {
    if (told.has(problem.code)) return;
    told.add(problem.code);
    const words = language();
    // Of no window: whoever is typing goes on typing.
    void dialog.showMessageBox({
      type: 'warning',
      title: '年报通',
      message: backupWords.failed[words],
      detail: fillPlaces(backupWords.failedDetail[words], { problem: describeProblem(problem, words) }),
      buttons: [backupWords.understood[words]],
    });
  };
}
