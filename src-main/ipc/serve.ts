/** Answers the screens: the same five things for every channel, so that no handler can forget one. */
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { decode } from '#core/lib/decode.ts';
import { fail, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { channels, type Channel } from '#core/ipc/channels.ts';
import { contract } from '#core/ipc/contract.ts';
import type { Log } from '../shell/log.ts';

export type ServeOptions = {
  /** Answers a call whose input has been decoded; rejects with the error of a bug. */
  readonly answer: (channel: Channel, input: unknown) => Promise<Outcome<unknown>>;
  /** True for the main frame of the app's own window. */
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
  readonly log: Log;
  /** Called when a call arrives and when it has been answered. */
  readonly onCall: () => void;
};

/** Registers every channel of the contract. Nothing is thrown across: Electron would carry only the message. */
export function serve(options: ServeOptions): void {
  for (const channel of channels) {
    ipcMain.handle(channel, (event, input: unknown) => answer(options, channel, event, input));
  }
}

async function answer(options: ServeOptions, channel: Channel, event: IpcMainInvokeEvent, input: unknown): Promise<Outcome<unknown>> {
  if (!options.isTrusted(event)) {
    options.log.warn('refused a call from elsewhere', { channel });
    return fail(problem('ipc/refused-sender'));
  }
  const decoded = decode<unknown>(contract[channel].input, input, 'ipc/bad-input', { channel });
  if (!decoded.ok) {
    options.log.warn('refused a call with bad input', { channel, place: String(decoded.problem.details['place']) });
    return decoded;
  }
  options.onCall();
  try {
    return await options.answer(channel, decoded.value);
  } catch (error) {
    return fail(problem('app/bug', { reference: options.log.bug(error, { channel }) }));
  } finally {
    options.onCall();
  }
}
