/** The only door between screens and main process: one function per channel of the contract, and its notices. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels, droppedChannels } from '#core/ipc/channels.ts';
import { notices } from '#core/ipc/notices.ts';

/**
 * What the user dropped last. The page never sees or names a path: it says that it takes what was dropped, and this script,
 * which hears of the drop first and only of the system's own, says where that lies.
 */
let dropped: readonly string[] = [];
type Drop = { readonly isTrusted: boolean; readonly dataTransfer: { readonly files: Iterable<File> } | null };
type Page = { readonly addEventListener: (name: 'drop', listener: (event: Drop) => void, isFirst: boolean) => void };
(globalThis as unknown as Page).addEventListener(
  'drop',
  ({ isTrusted, dataTransfer }) => {
    if (isTrusted) dropped = [...(dataTransfer?.files ?? [])].map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
  },
  true,
);

const calls = {
  ...Object.fromEntries(
    channels.map((channel) => [channel, (input: unknown): Promise<unknown> => ipcRenderer.invoke(channel, input)] as const),
  ),
  ...Object.fromEntries(
    droppedChannels.map((channel) => [
      channel,
      (input: object): Promise<unknown> => {
        const paths = dropped;
        dropped = [];
        return ipcRenderer.invoke(channel, { ...input, paths });
      },
    ]),
  ),
};
const listeners = Object.fromEntries(
  notices.map((notice) => [
    notice,
    (listener: () => void): void => {
      ipcRenderer.on(notice, () => {
        listener();
      });
    },
  ]),
);

contextBridge.exposeInMainWorld('nianbao', { calls, listeners });
