/** What the screens are shown about the app itself. */
import type { PackageLicence } from '../workspace/package-licence.ts';

export type AboutView = {
  /** Of the app and of what it runs on, by name. */
  readonly versions: Readonly<Record<string, string>>;
  readonly packages: readonly PackageLicence[];
};
