/** The one place that touches `window`: the calls that the preload script offers, with the contract's types. */
import type { Bridge } from '#core/ipc/contract.ts';
import type { Notice } from '#core/ipc/notices.ts';

/** Takes what was dropped last: the preload script alone knows where it lies. */
type Dropped = (input: { readonly year: number }) => ReturnType<Bridge['reception/receive-dropped']>;

type ScreenBridge = Omit<Bridge, 'reception/receive-dropped'> & { readonly 'reception/receive-dropped': Dropped };

type Exposed = { readonly calls: ScreenBridge; readonly listeners: Readonly<Record<Notice, (listener: () => void) => void>> };

const exposed = (window as unknown as { readonly nianbao: Exposed }).nianbao;

export const bridge: ScreenBridge = exposed.calls;

export function onNotice(notice: Notice, listener: () => void): void {
  exposed.listeners[notice](listener);
}
