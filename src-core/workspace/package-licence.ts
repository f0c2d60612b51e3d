/** A package that is shipped inside the app, and the terms that it is shipped under. */

export type PackageLicence = {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  /** The licence as the package brings it; empty when it brings none, and the expression has to do. */
  readonly text: string;
};
