/** What the channels of the contract are made of: a call, and the inputs that many of them take. */
import * as v from 'valibot';
import type { Schema } from '../lib/decode.ts';
import { isCellKey, type CellKey } from '../form/cell-key.ts';
import { unitSchema } from '../filing/decode-filing.ts';

/** What a channel takes, as a schema, and what it answers, as a type. */
export type Call<I, O> = { readonly input: Schema<I>; readonly output?: O };

/** `call(schema)<Answer>()` is one channel. */
export function call<I>(input: Schema<I>) {
  return <O>(): Call<I, O> => ({ input });
}

export const nothing = v.undefined();
export const id = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/u, 'an identifier'));
export const cell = v.custom<CellKey>((input) => typeof input === 'string' && isCellKey(input), 'table.row.column');
/** Half a character (a lone surrogate) cannot be written to disk; it becomes the replacement character. */
export const wellFormed = v.transform((text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd'));
export const typed = v.pipe(v.string(), v.maxLength(10_000), wellFormed);
export const prose = v.pipe(v.string(), v.maxLength(1_000_000), wellFormed);
export const passphrase = v.pipe(v.string(), v.maxLength(1_000));
export const unitCode = unitSchema.entries.code;
/** Files and folders that were dropped onto the window; only the preload script can name them. */
export const droppedPaths = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(32_000), v.regex(/^[^\0]+$/u, 'a path'))),
  v.maxLength(20_000),
);
export const person = v.nullable(v.pipe(v.string(), v.maxLength(200)));
