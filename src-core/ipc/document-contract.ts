/** The channels of documents: reports as they are printed and published, and paper held against them. */
import * as v from 'valibot';
import { isDay } from '../documents/closing.ts';
import { call, id } from './call.ts';
import { documentFormats, infographicFormats, type SavedFileView } from './views.ts';

const day = v.pipe(v.string(), v.check(isDay, 'a day'));

export const documentContract = {
  /** Asks for a folder; null when the user thinks better of it. `isPaper`: with the page to sign; `hasCharts`: where the format can. */
  'document/save': call(
    v.strictObject({ id, format: v.picklist(documentFormats), isPaper: v.boolean(), date: v.nullable(day), hasCharts: v.boolean() }),
  )<SavedFileView | null>(),
  /** As `document/save`: the page for the public. */
  'document/save-infographic': call(
    v.strictObject({ id, format: v.picklist(infographicFormats), date: v.nullable(day) }),
  )<SavedFileView | null>(),
} as const;
