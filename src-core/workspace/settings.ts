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

/** Which backups are made of themselves; those before operations always are. */
export const backupRhythms = ['hourly', 'daily', 'off'] as const;
export type BackupRhythm = (typeof backupRhythms)[number];

export const settingsSchema = v.strictObject({
  theme: v.picklist(themes),
  zoom: v.picklist(zooms),
  /** The date that the superior's notice names, where it is another than the law's. */
  dueDay: v.nullable(dayOfYear),
  backupRhythm: v.picklist(backupRhythms),
  /** The app may speak to the superior's server when the user asks it to; nothing else ever does. */
  isUploadAllowed: v.boolean(),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

export const firstSettings: Settings = { theme: 'system', zoom: 100, dueDay: null, backupRhythm: 'hourly', isUploadAllowed: false };

/** The settings in a stored text, where what an older app did not know is as at first; null when it is none of ours. */
export function readSettings(text: string): Settings | null {
  const parsed = parseJson(text, { file: 'settings' });
  if (!parsed.ok || !v.is(v.looseObject({}), parsed.value)) return null;
  const settings = { ...firstSettings, ...parsed.value };
  return v.is(settingsSchema, settings) ? settings : null;
}
