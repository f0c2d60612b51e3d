/** Whether what openings had to tell has been read. */
import { bridge } from '../bridge.ts';

class Accidents {
  #isRead = $state(false);

  get isRead(): boolean {
    return this.#isRead;
  }

  async dismiss(): Promise<void> {
    this.#isRead = true;
    await bridge['app/dismiss-accidents'](undefined);
  }
}

export const accidentsTold = new Accidents();
