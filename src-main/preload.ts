/** The only door between screens and main process: one function per channel of the contract, and its notices. */
import { contextBridge, ipcRenderer } from 'electron';
import { channels } from '#core/ipc/channels.ts';
import { notices } from '#core/ipc/notices.ts';

const calls = Object.fromEntries(
  channels.map((channel) => [channel, (input: unknown): Promise<unknown> => ipcRenderer.invoke(channel, input)]),
);
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
