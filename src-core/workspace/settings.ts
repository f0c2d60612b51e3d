/** What the user may set about the app itself; nothing of it changes a report. */
import * as v from 'valibot';
import { parseJson } from '../lib/decode.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Sizes of everything in the window, in per cent. */
export const zooms = [80, 90, 100, 110, 125, 150] as const;

/** A day of every year, as MM-DD; 29 February is none. */
const dayOfYear = v.pipe(
  v.string(),
  v.regex(/^(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])$|^(?:0[469]|11)-(?:0[1-9]|[12]\d|30)$|^02-(?:0[1-9]|1\d|2[0-8])$/u, 'MM-DD'),
);

/** Whether `text` is a day of every year, written MM-DD. */
export function isDayOfYear(text: string): boolean {
  return v.is(dayOfYear, text);
}

export const settingsSchema = v.strictObject({
  theme: v.picklist(themes),
  zoom: v.picklist(zooms),
  /** The date that the superior's notice names, where it is another than the law's. */
  dueDay: v.nullable(dayOfYear),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

/** The settings in a stored text; null when it is none of ours. */
export function readSettings(text: string): Settings | null {
  const parsed = parseJson(text, { file: 'settings' });
  return parsed.ok && v.is(settingsSchema, parsed.value) ? parsed.value : null;
}

export const firstSettings: Settings = { theme: 'system', zoom: 100, dueDay: null };
