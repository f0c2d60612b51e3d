/** The superior's upload address, as the settings show it. */
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { ChannelView } from '#core/ipc/upload-contract.ts';
import { bridge } from '../bridge.ts';

export class ChannelState {
  #channel = $state.raw<ChannelView | null>(null);
  #problem = $state.raw<Problem | null>(null);

  constructor() {
    void this.#read(bridge['upload/channel'](undefined));
  }

  get channel(): ChannelView | null {
    return this.#channel;
  }
  get problem(): Problem | null {
    return this.#problem;
  }

  choose(): Promise<void> {
    return this.#read(bridge['upload/choose-channel'](undefined));
  }
  forget(): Promise<void> {
    return this.#read(bridge['upload/forget-channel'](undefined));
  }

  async #read(call: Promise<Outcome<ChannelView | null>>): Promise<void> {
    const outcome = await call;
    this.#problem = outcome.ok ? null : outcome.problem;
    if (outcome.ok) this.#channel = outcome.value;
  }
}
