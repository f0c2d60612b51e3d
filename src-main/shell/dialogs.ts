/** The native dialogs for files and folders; the screens never see a path they could hand back. */
import { join } from 'node:path';
import { dialog, shell, type BrowserWindow } from 'electron';
import { updateExtension } from '#core/bundle/update-notice.ts';
import { backupExtension, databaseName } from '#core/workspace/backup-manifest.ts';
import type { Dialogs, IdentityFileKind, UnitFileKind } from '../ipc/context.ts';
import type { GivenFiles } from './given-files.ts';

const identityFilters: Readonly<Record<IdentityFileKind, { readonly name: string; readonly extensions: readonly string[] }>> = {
  trust: { name: '证书、吊销名单、指纹 (pem, crt, crl, txt)', extensions: ['pem', 'crt', 'cer', 'der', 'crl', 'txt'] },
  key: { name: '密钥 (*.p12)', extensions: ['p12', 'pfx'] },
  request: { name: '证书申请 (*.csr)', extensions: ['csr', 'req', 'pem', 'der'] },
};

const unitFilters: Readonly<Record<UnitFileKind, { readonly name: string; readonly extensions: string[] }>> = {
  reports: {
    name: '报来的文件 (asice, json, xlsx, docx…)',
    extensions: ['asice', 'json', 'xlsx', 'xls', 'et', 'ods', 'csv', 'tsv', 'docx', 'odt', 'html', 'htm', 'txt', 'md'],
  },
  roster: { name: '名单 (xlsx, csv…)', extensions: ['xlsx', 'xls', 'et', 'ods', 'csv', 'tsv', 'txt'] },
};

export function nativeDialogs(
  window: () => BrowserWindow | null,
  documents: string,
  data: string,
  given: GivenFiles,
  install: (path: string) => void,
): Dialogs {
  const chooseOne = async (name: string, extension: string): Promise<string | null> => {
    const options = { defaultPath: documents, properties: ['openFile' as const], filters: [{ name, extensions: [extension] }] };
    const parent = window();
    const answer = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  };
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
          { name: '上报包、回执、加密件 (*.asice, *.p7m)', extensions: ['asice', 'p7m'] },
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
            extensions: ['docx', 'odt', 'html', 'htm', 'txt', 'md', 'xlsx', 'xls', 'et', 'ods', 'csv', 'tsv'],
          },
          { name: '*.*', extensions: ['*'] },
        ],
      };
      const parent = window();
      const answer = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    chooseUnitFiles: async (what) => {
      const options = {
        defaultPath: documents,
        properties: what === 'reports' ? ['openFile' as const, 'multiSelections' as const] : ['openFile' as const],
        filters: [unitFilters[what], { name: '*.*', extensions: ['*'] }],
      };
      const parent = window();
      const answer = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
      return answer.canceled ? [] : answer.filePaths;
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
    chooseUpdate: () => chooseOne(`年报通更新 (*${updateExtension})`, updateExtension.slice(1)),
    chooseChannel: () => chooseOne('上报地址文件 (*.asice)', 'asice'),
    chooseIdentityFile: async (what) => {
      const { name, extensions } = identityFilters[what];
      const options = {
        defaultPath: documents,
        properties: ['openFile' as const],
        filters: [
          { name, extensions: [...extensions] },
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
    openDataFolder: () => {
      shell.showItemInFolder(join(data, databaseName));
    },
    startInstaller: (path) => {
      install(path);
      window()?.close();
    },
  };
}
