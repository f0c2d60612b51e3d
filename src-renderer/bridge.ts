/** The one place that touches `window`: the calls that the preload script offers, with the contract's types. */
import type { Bridge } from '#core/ipc/contract.ts';
import type { Notice } from '#core/ipc/notices.ts';

type Exposed = { readonly calls: Bridge; readonly listeners: Readonly<Record<Notice, (listener: () => void) => void>> };

const exposed = (window as unknown as { readonly nianbao: Exposed }).nianbao;

export const bridge: Bridge = exposed.calls;

export function onNotice(notice: Notice, listener: () => void): void {
  exposed.listeners[notice](listener);
}
