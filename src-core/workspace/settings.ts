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

/** MM-DD of 1-5, 01-05, 1月5日, 1/5 and 1.5, in full-width signs too; null for what is no day of every year. */
export function readDayOfYear(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/gu, '');
  const [, month = '', day = ''] = /^(\d{1,2})(?:[-–—−./]|月)(\d{1,2})[日号]?$/u.exec(plain) ?? [];
  const read = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return v.is(dayOfYear, read) ? read : null;
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
