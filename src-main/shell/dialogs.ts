/** The native dialogs for files and folders; the screens never see a path they could hand back. */
import { dialog, shell, type BrowserWindow } from 'electron';
import type { Dialogs } from '../ipc/context.ts';

export function nativeDialogs(window: () => BrowserWindow | null, documents: string): Dialogs {
  return {
    chooseFolder: async () => {
      const options = { defaultPath: documents, properties: ['openDirectory' as const, 'createDirectory' as const] };
      const parent = window();
      const answer = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    chooseBundles: async () => {
      const options = {
        defaultPath: documents,
        properties: ['openFile' as const, 'multiSelections' as const],
        filters: [
          { name: '上报包 (*.asice)', extensions: ['asice'] },
          { name: '*.*', extensions: ['*'] },
        ],
      };
      const parent = window();
      const answer = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
      return answer.canceled ? [] : answer.filePaths;
    },
    showInFolder: (path) => {
      shell.showItemInFolder(path);
    },
  };
}
