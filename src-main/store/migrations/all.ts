/** Every migration there has ever been, oldest first: append only, because files of each version exist. */
import { initial } from './0001-initial.ts';
import { documents } from './0002-documents.ts';
import { seal } from './0003-seal.ts';
import { trust } from './0005-trust.ts';
import { reception } from './0004-reception.ts';

/** `version` is what `PRAGMA user_version` says once the statements of `sql` have run. */
export type Migration = { readonly version: number; readonly sql: string };

export const migrations: readonly Migration[] = [
  { version: 1, sql: initial },
  { version: 2, sql: documents },
  { version: 3, sql: seal },
  { version: 4, sql: reception },
  { version: 5, sql: trust },
];
