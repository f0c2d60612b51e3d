/** Closing loses nothing: the screens hand in what is being typed, and what is not on disk is asked about. */
import { dialog, type BrowserWindow } from 'electron';
import type { Language } from '#core/lib/bilingual.ts';
import { closeWords } from '#core/text/close.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import type { SaveState } from '#core/ipc/views.ts';

export type CloseGuard = {
  readonly onReadyToClose: () => void;
  /** Tells that the screens still hand in edits, so that a slow disk is waited for. */
  readonly onCall: () => void;
  readonly beforeClose: (window: BrowserWindow) => Promise<boolean>;
};

/** A window that has been silent for so long has no page that could hold anything. */
const patience = 3_000;

/** `close` saves all and ends the use of the workspace; null when there is nothing to lose. */
export function createCloseGuard(close: () => Promise<SaveState | null>, language: () => Language): CloseGuard {
  let answer: (() => void) | null = null;
  let lastCall = 0;
  return {
    onReadyToClose: () => answer?.(),
    onCall: () => {
      lastCall = Date.now();
    },
    beforeClose: async (window) => {
      await new Promise<void>((resolve) => {
        lastCall = Date.now();
        const watch = setInterval(() => {
          if (Date.now() - lastCall > patience) answer?.();
        }, 250);
        answer = () => {
          clearInterval(watch);
          resolve();
        };
        window.webContents.send('window/closing');
      });
      const words = language();
      for (;;) {
        const state = await close();
        if (state === null || state.state === 'saved') return true;
        const { response } = await dialog.showMessageBox(window, {
          type: 'warning',
          message: closeWords.unsaved[words],
          detail: describeProblem(state.problem, words),
          buttons: [closeWords.again[words], closeWords.stay[words], closeWords.leave[words]],
          defaultId: 0,
          cancelId: 1,
        });
        if (response === 1) return false;
        if (response === 2) return true;
      }
    },
  };
}
