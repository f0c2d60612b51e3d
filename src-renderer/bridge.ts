/** The one place that touches `window`: the calls that the preload script offers, with the contract's types. */
import type { droppedChannels } from '#core/ipc/channels.ts';
import type { Bridge } from '#core/ipc/contract.ts';
import type { Notice } from '#core/ipc/notices.ts';

/** Takes what was dropped last: the preload script alone knows where it lies. */
type Dropped<C extends DroppedChannel> = (input: Omit<Parameters<Bridge[C]>[0], 'paths'>) => ReturnType<Bridge[C]>;
type DroppedChannel = (typeof droppedChannels)[number];

type ScreenBridge = Omit<Bridge, DroppedChannel> & { readonly [C in DroppedChannel]: Dropped<C> };

type Exposed = { readonly calls: ScreenBridge; readonly listeners: Readonly<Record<Notice, (listener: () => void) => void>> };

const exposed = (window as unknown as { readonly nianbao: Exposed }).nianbao;

export const bridge: ScreenBridge = exposed.calls;

export function onNotice(notice: Notice, listener: () => void): void {
  exposed.listeners[notice](listener);
}
