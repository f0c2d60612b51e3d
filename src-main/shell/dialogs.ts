/** The native dialogs for files and folders; the screens never see a path they could hand back. */
import { dialog, shell, type BrowserWindow } from 'electron';
import { backupExtension } from '#core/workspace/backup-manifest.ts';
import type { Dialogs } from '../ipc/context.ts';
import type { GivenFiles } from './given-files.ts';

export function nativeDialogs(window: () => BrowserWindow | null, documents: string, given: GivenFiles): Dialogs {
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
    chooseAttachments: async () => {
      const options = { defaultPath: documents, properties: ['openFile' as const, 'multiSelections' as const] };
      const parent = window();
      const answer = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
      return answer.canceled ? [] : answer.filePaths;
    },
    chooseReport: async () => {
      const options = {
        defaultPath: documents,
        properties: ['openFile' as const],
        filters: [
          {
            name: '年报 (docx, html, txt, xlsx…)',
            extensions: ['docx', 'html', 'htm', 'txt', 'md', 'xlsx', 'xls', 'et', 'ods', 'csv', 'tsv'],
          },
          { name: '*.*', extensions: ['*'] },
        ],
      };
      const parent = window();
      const answer = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    chooseBackup: async () => {
      const options = {
        defaultPath: documents,
        properties: ['openFile' as const],
        filters: [
          { name: `年报通备份 (*${backupExtension})`, extensions: [backupExtension.slice(1)] },
          { name: '*.*', extensions: ['*'] },
        ],
      };
      const parent = window();
      const answer = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    takeGiven: () => Promise.resolve(given.take()),
    showInFolder: (path) => {
      shell.showItemInFolder(path);
    },
  };
}
