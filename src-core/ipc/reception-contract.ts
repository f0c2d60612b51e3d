/** Channels of subordinate units: their roster, and the files that come from them. */
import * as v from 'valibot';
import { reportYearSchema } from '../filing/decode-filing.ts';
import { rosterFields } from '../consolidation/roster-columns.ts';
import { standings } from '../consolidation/received-file.ts';
import { sha256 } from './backup-views.ts';
import { call, droppedPaths, nothing, unitCode } from './call.ts';
import type {
  ContactView,
  ReceptionProgress,
  ReceptionSummary,
  ReminderView,
  RosterPreviewView,
  RosterView,
  SubordinatesView,
  SubordinateView,
} from './reception-views.ts';
import type { SaveState } from './views.ts';

const year = reportYearSchema;
const field = v.optional(v.pipe(v.string(), v.maxLength(500)));
const typedUnit = v.strictObject({ ...v.entriesFromList(rosterFields, field), code: field, name: field });

export const receptionContract = {
  'roster/read': call(v.strictObject({ year }))<RosterView>(),
  /** Asks for an Excel or CSV file; null when the user thinks better of it. Nothing changes. */
  'roster/preview': call(v.strictObject({ year }))<RosterPreviewView | null>(),
  /** Last year's roster as a beginning. Nothing changes. */
  'roster/preview-copy': call(v.strictObject({ year, from: year }))<RosterPreviewView>(),
  /** Takes what was shown last; roster/preview-outdated when the roster has changed since. */
  'roster/apply': call(v.strictObject({ token: v.pipe(v.string(), v.maxLength(100)) }))<RosterView>(),
  /** `before` is the code of the unit that is changed, null for a new one. */
  'roster/put-unit': call(v.strictObject({ year, before: v.nullable(unitCode), typed: typedUnit }))<RosterView>(),
  /** Null where no roster has a telephone number of the unit. */
  'roster/contact': call(v.strictObject({ code: unitCode }))<ContactView | null>(),
  'roster/remove-unit': call(v.strictObject({ year, code: unitCode }))<RosterView>(),
  'reception/overlook': call(v.strictObject({ year }))<SubordinatesView>(),
  /** Null when the year has no such unit. */
  'reception/unit': call(v.strictObject({ year, code: unitCode }))<SubordinateView | null>(),
  /** Everybody whose report is missing or not in order, or does not follow from the one before it. */
  'reception/reminders': call(v.strictObject({ year }))<readonly ReminderView[]>(),
  /** Asks for files or for a folder (a stick); null when the user thinks better of it. Answers when all are done. */
  'reception/receive': call(v.strictObject({ year, from: v.picklist(['files', 'folder']) }))<ReceptionSummary | null>(),
  /** Files and folders that were dropped onto the window; only the preload script can make this call. */
  'reception/receive-dropped': call(v.strictObject({ year, paths: droppedPaths }))<ReceptionSummary>(),
  /** Where the batch under way is; null when there is none. Asked after the notice of the same name. */
  'reception/progress': call(nothing)<ReceptionProgress | null>(),
  'reception/cancel': call(nothing)<null>(),
  /** Judges files anew that were refused or whose signer was unknown. */
  'reception/check-again': call(v.strictObject({ year }))<SaveState>(),
  'reception/set-standing': call(v.strictObject({ digest: sha256, standing: v.picklist(standings) }))<SaveState>(),
  /** Writes the file as it came into a folder that the user is asked for, and shows it there; null when they think better of it. */
  'reception/save-file': call(v.strictObject({ digest: sha256 }))<{ readonly fileName: string } | null>(),
} as const;
