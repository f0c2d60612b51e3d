/** Bundles that were verified since the screen was opened. */
import type { PaperSource } from '#core/documents/check-paper.ts';
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { VerifiedFile } from '#core/ipc/views.ts';
import { bridge } from '../bridge.ts';

export class VerifyState {
  #files = $state.raw<readonly VerifiedFile[]>([]);
  #problem = $state.raw<Problem | null>(null);
  #isBusy = $state(false);

  get files(): readonly VerifiedFile[] {
    return this.#files;
  }
  /** What a paper may be held against: the bundles that are whole, whoever signed them. */
  get paperSources(): readonly PaperSource[] {
    return this.#files.flatMap((file): PaperSource[] => {
      if (!('report' in file) || file.report.verdict === 'invalid') return [];
      const { filing, bundleDigest: digest } = file.report;
      if (filing === null || digest === null) return [];
      return [{ unitCode: filing.unit.code, reportYear: filing.reportYear, revision: filing.revision.number, digest }];
    });
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Files that were verified before the screen was opened. */
  show(files: readonly VerifiedFile[]): void {
    this.#files = files;
  }

  /** The same files again, after somebody was registered. */
  async again(): Promise<void> {
    const outcome = await bridge['bundle/verify-again'](undefined);
    if (outcome.ok) this.#files = outcome.value;
    else this.#problem = outcome.problem;
  }

  choose(): Promise<void> {
    return this.#verify(() => bridge['bundle/verify'](undefined));
  }
  verifyDropped(): Promise<void> {
    return this.#verify(() => bridge['bundle/verify-dropped']({}));
  }

  /** Null when it was opened, or the user thought better of it; else why it was not. */
  async open(digest: string, unitCode: string, passphrase: string | null): Promise<Problem | null> {
    const outcome = await bridge['bundle/open-encrypted']({ digest, unitCode, passphrase });
    if (!outcome.ok) return outcome.problem;
    if (outcome.value !== null) this.#files = outcome.value;
    return null;
  }

  async #verify(verify: () => Promise<Outcome<readonly VerifiedFile[]>>): Promise<void> {
    this.#isBusy = true;
    this.#problem = null;
    const outcome = await verify();
    this.#isBusy = false;
    if (!outcome.ok) {
      this.#problem = outcome.problem;
      this.#files = [];
    } else if (outcome.value.length > 0) this.#files = outcome.value;
  }
}
