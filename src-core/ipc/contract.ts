/** The one contract between screens and main process: a channel, what it takes, what it answers. */
import * as v from 'valibot';
import type { Schema } from '../lib/decode.ts';
import type { Outcome } from '../lib/outcome.ts';
import { isCellKey, type CellKey } from '../form/cell-key.ts';
import { amountUnits } from '../form/form.ts';
import { explanation, reportYearSchema, unitSchema } from '../filing/decode-filing.ts';
import type { Channel } from './channels.ts';
import type { ExportView, FilingSummary, FilingView, IdentityView, SaveState, StartView, VerifiedFile } from './views.ts';

type Call<I, O> = { readonly input: Schema<I>; readonly output?: O };

function call<I>(input: Schema<I>) {
  return <O>(): Call<I, O> => ({ input });
}

const nothing = v.undefined();
const id = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/u, 'an identifier'));
const cell = v.custom<CellKey>((input) => typeof input === 'string' && isCellKey(input), 'table.row.column');
/** Half a character (a lone surrogate) cannot be written to disk; it becomes the replacement character. */
const wellFormed = v.transform((text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd'));
const typed = v.pipe(v.string(), v.maxLength(10_000), wellFormed);
const prose = v.pipe(v.string(), v.maxLength(1_000_000), wellFormed);
const passphrase = v.pipe(v.string(), v.maxLength(1_000));
const unitCode = unitSchema.entries.code;
const person = v.nullable(v.pipe(v.string(), v.maxLength(200)));

export const contract = {
  'app/start': call(nothing)<StartView>(),
  'app/set-language': call(v.picklist(['zh', 'en']))<null>(),
  'app/ready-to-close': call(nothing)<null>(),
  'filing/list': call(nothing)<readonly FilingSummary[]>(),
  'filing/create': call(v.strictObject({ unit: unitSchema, reportYear: reportYearSchema }))<FilingView>(),
  'filing/open-sample': call(nothing)<FilingView>(),
  'filing/open': call(v.strictObject({ id }))<FilingView>(),
  'filing/enter-cells': call(
    v.strictObject({ id, texts: v.pipe(v.array(v.strictObject({ cell, text: typed })), v.maxLength(20_000)) }),
  )<SaveState>(),
  'filing/accept-total': call(v.strictObject({ id, cell }))<SaveState>(),
  'filing/choose-unit': call(v.strictObject({ id, cell, unit: v.picklist(amountUnits) }))<SaveState>(),
  'filing/write-section': call(v.strictObject({ id, section: typed, text: prose }))<SaveState>(),
  'filing/justify': call(v.strictObject({ id, rule: typed, cells: v.array(cell), text: explanation }))<FilingView>(),
  'filing/name-people': call(
    v.strictObject({ id, people: v.strictObject({ preparer: person, reviewer: person, signatory: person, phone: person }) }),
  )<SaveState>(),
  'filing/save-again': call(v.strictObject({ id }))<SaveState>(),
  'identity/status': call(v.strictObject({ unitCode }))<IdentityView | null>(),
  'identity/create': call(v.strictObject({ unitCode, unitName: typed, passphrase }))<IdentityView>(),
  'bundle/export': call(v.strictObject({ id, passphrase, reason: v.nullable(prose) }))<ExportView>(),
  'bundle/reveal': call(v.strictObject({ id, submission: id }))<null>(),
  'bundle/verify': call(nothing)<readonly VerifiedFile[]>(),
} as const satisfies Record<Channel, Call<unknown, unknown>>;

export type Contract = typeof contract;
export type InputOf<C extends Channel> = Contract[C] extends Call<infer I, unknown> ? I : never;
export type OutputOf<C extends Channel> = Contract[C] extends Call<infer _I, infer O> ? O : never;

/** What the main process must answer: a missing or misspelt handler does not compile. */
export type Handlers = { readonly [C in Channel]: (input: InputOf<C>) => Outcome<OutputOf<C>> | Promise<Outcome<OutputOf<C>>> };

/** What the screens call. */
export type Bridge = { readonly [C in Channel]: (input: InputOf<C>) => Promise<Outcome<OutputOf<C>>> };
