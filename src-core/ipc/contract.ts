/** The one contract between screens and main process: a channel, what it takes, what it answers. */
import * as v from 'valibot';
import type { Outcome } from '../lib/outcome.ts';
import { amountUnits } from '../form/form.ts';
import { explanation, narrativeSchema, reportYearSchema, unitSchema } from '../filing/decode-filing.ts';
import { newKeyKinds } from '../bundle/trust-terms.ts';
import { takings } from '../intake/preview/apply-preview.ts';
import type { History } from '../text/tell-history.ts';
import type { Block } from '../narrative/narrative.ts';
import type { InspectedBackup } from '../workspace/inspected-backup.ts';
import type { HelpTopic } from '../help/help.ts';
import { settingsSchema, type Settings } from '../workspace/settings.ts';
import type { AboutView, BackupPlaceView } from './app-views.ts';
import { backupSource, sha256 } from './backup-views.ts';
import type { BackupListView, ChosenBackupView, MadeBackupView, RestoredView, RestorePreviewView } from './backup-views.ts';
import { call, cell, droppedPaths, id, nothing, passphrase, person, prose, typed, unitCode, type Call } from './call.ts';
import type { Channel } from './channels.ts';
import { consolidationContract } from './consolidation-contract.ts';
import { documentContract } from './document-contract.ts';
import { updateContract } from './update-contract.ts';
import { uploadContract } from './upload-contract.ts';
import { authorityContract } from './authority-contract.ts';
import { keyContract } from './key-contract.ts';
import type { RecipientView } from './trust-views.ts';
import { identityContract } from './identity-contract.ts';
import { receiptContract } from './receipt-contract.ts';
import { receptionContract } from './reception-contract.ts';
import { tableZooms } from './views.ts';
import type {
  ExportedView,
  ExportView,
  FilingSummary,
  FilingView,
  GivenView,
  IntakePreviewView,
  IdentityView,
  SavedFileView,
  SaveState,
  StartView,
  UndoingView,
  UndoneView,
  UnsavedView,
  VerifiedFile,
} from './views.ts';

/** One section of the narrative as it was written. */
type SectionText = { readonly id: string; readonly section: string; readonly blocks: readonly Block[] };

export const contract = {
  'app/start': call(nothing)<StartView>(),
  'app/set-language': call(v.picklist(['zh', 'en']))<null>(),
  /** The unit that works with this app; null when nobody has said. */
  'app/name-own-unit': call(unitSchema)<null>(),
  'app/set-table-zoom': call(v.picklist(tableZooms))<null>(),
  'app/ready-to-close': call(nothing)<null>(),
  /** The files that the app was opened with since it was last asked: each is given once. */
  'app/take-given': call(nothing)<GivenView>(),
  /** Shows the folder of the user's data in the system's window of files. */
  'app/open-data-folder': call(nothing)<null>(),
  /** Opens the workspace once more that could not be opened; `from` a backup file that the user is asked for, in the place of a broken one. */
  'app/retry': call(v.strictObject({ from: v.picklist(['folder', 'backup']) }))<null>(),
  /** What was told of accidents at openings has been read. */
  'app/dismiss-accidents': call(nothing)<null>(),
  /** Null while everything is on disk. */
  'workspace/saving': call(nothing)<UnsavedView | null>(),
  'workspace/save-again': call(nothing)<SaveState>(),
  'app/about': call(nothing)<AboutView>(),
  'app/help': call(v.strictObject({ language: v.picklist(['zh', 'en']) }))<readonly HelpTopic[]>(),
  'settings/read': call(nothing)<Settings>(),
  'settings/write': call(settingsSchema)<SaveState>(),
  'settings/backup-place': call(nothing)<BackupPlaceView>(),
  /** Asks for a folder, and makes the first copy there; unchanged when the user thinks better of it. */
  'settings/choose-backup-place': call(nothing)<BackupPlaceView>(),
  'settings/forget-backup-place': call(nothing)<BackupPlaceView>(),
  /** Shows the log in its folder. */
  'log/reveal': call(nothing)<null>(),
  /** Asks for a folder; null when the user thinks better of it. */
  'diagnostics/save': call(nothing)<SavedFileView | null>(),
  'filing/list': call(nothing)<readonly FilingSummary[]>(),
  'filing/create': call(v.strictObject({ unit: unitSchema, reportYear: reportYearSchema }))<FilingView>(),
  'filing/open-sample': call(nothing)<FilingView>(),
  'filing/open': call(v.strictObject({ id }))<FilingView>(),
  'filing/enter-cells': call(
    v.strictObject({
      id,
      texts: v.pipe(v.array(v.strictObject({ cell, text: typed })), v.maxLength(20_000)),
      /** Typing in one cell goes on that was entered before: it stays one step of undo. */
      goesOn: v.boolean(),
    }),
  )<SaveState>(),
  'filing/accept-total': call(v.strictObject({ id, cell }))<SaveState>(),
  'filing/choose-unit': call(v.strictObject({ id, cell, unit: v.picklist(amountUnits) }))<SaveState>(),
  'filing/write-section': call<SectionText>(
    v.strictObject({ id, section: typed, blocks: v.pipe(narrativeSchema.value, v.maxLength(20_000)) }),
  )<SaveState>(),
  /** `finding` is a `findingId`: the finding must stand at the moment. */
  'filing/justify': call(v.strictObject({ id, finding: v.pipe(v.string(), v.maxLength(20_000)), text: explanation }))<FilingView>(),
  'filing/name-people': call(
    v.strictObject({ id, people: v.strictObject({ preparer: person, reviewer: person, signatory: person, phone: person }) }),
  )<SaveState>(),
  /** An empty text takes the note away. */
  'filing/note-cell': call(v.strictObject({ id, cell, text: typed }))<FilingView>(),
  /** Asks for the files; answers with the report as it is, with or without them. */
  'filing/attach': call(v.strictObject({ id }))<FilingView>(),
  'filing/detach': call(v.strictObject({ id, name: typed }))<FilingView>(),
  'filing/undo': call(v.strictObject({ id }))<UndoneView>(),
  'filing/redo': call(v.strictObject({ id }))<UndoneView>(),
  'filing/undoing': call(v.strictObject({ id }))<UndoingView>(),
  /** Of one cell, or of the whole report. */
  'filing/history': call(v.strictObject({ id, cell: v.nullable(cell) }))<History>(),
  'filing/save-again': call(v.strictObject({ id }))<SaveState>(),
  /** Locks the report; `isOnePerson`: who reviews may be who prepared. */
  'review/approve': call(v.strictObject({ id, reviewer: explanation, signatory: explanation, isOnePerson: v.boolean() }))<FilingView>(),
  'review/unlock': call(v.strictObject({ id, reason: explanation }))<FilingView>(),
  /** As it last went out, null when it never did. */
  'review/exported': call(v.strictObject({ id }))<ExportedView | null>(),
  /** Asks for a file, or takes last year's report, or asks for the file of a report that is to be new; null when the user thinks better of it. Nothing changes. */
  'intake/preview': call(
    v.union([
      v.strictObject({ id, from: v.picklist(['file', 'last-year']) }),
      v.strictObject({ unit: unitSchema, reportYear: reportYearSchema }),
    ]),
  )<IntakePreviewView | null>(),
  /** Takes what was chosen of the preview that was shown last, as one step; `id` is null where that makes a new report. */
  'intake/apply': call(
    v.strictObject({
      id: v.nullable(id),
      tables: v.record(typed, v.picklist(takings)),
      sections: v.pipe(v.array(typed), v.maxLength(100)),
    }),
  )<FilingView>(),
  'identity/status': call(v.strictObject({ unitCode }))<IdentityView | null>(),
  'identity/create': call(v.strictObject({ unitCode, unitName: typed, passphrase, algorithm: v.picklist(newKeyKinds) }))<IdentityView>(),
  /** `passphrase` is null for the one that the system remembers. */
  'bundle/export': call(v.strictObject({ id, passphrase: v.nullable(passphrase), reason: v.nullable(prose) }))<ExportView>(),
  'bundle/reveal': call(v.strictObject({ id, submission: id }))<null>(),
  'bundle/verify': call(nothing)<readonly VerifiedFile[]>(),
  /** The same files once more, after somebody registered a signer. */
  'bundle/verify-again': call(nothing)<readonly VerifiedFile[]>(),
  'bundle/verify-dropped': call(v.strictObject({ paths: droppedPaths }))<readonly VerifiedFile[]>(),
  /**
   * Decrypts one of the files that are shown, by the digest of its bytes, into a folder that the user is asked for, and
   * verifies what was in it; all files as they are then, null when the user thinks better of it.
   */
  'bundle/open-encrypted': call(v.strictObject({ digest: sha256, unitCode, passphrase: v.nullable(passphrase) }))<
    readonly VerifiedFile[] | null
  >(),
  'bundle/recipients': call(nothing)<readonly RecipientView[]>(),
  /** Asks for a folder for an encrypted copy; null when the user thinks better of it. */
  'bundle/encrypt': call(v.strictObject({ id, submission: id, recipient: id }))<SavedFileView | null>(),
  ...identityContract,
  ...keyContract,
  ...authorityContract,
  ...receiptContract,
  ...receptionContract,
  ...consolidationContract,
  /** Asks for a folder; null when the user thinks better of it. The file is shown in its folder. */
  'template/save': call(v.strictObject({ id }))<SavedFileView | null>(),
  ...documentContract,
  'backup/list': call(nothing)<BackupListView>(),
  /** `beside`: among the app's own; `chosen`: in a folder that the user is asked for. */
  'backup/create': call(v.strictObject({ where: v.picklist(['beside', 'chosen']) }))<MadeBackupView>(),
  'backup/choose': call(nothing)<ChosenBackupView>(),
  'backup/inspect': call(v.strictObject({ source: backupSource }))<InspectedBackup>(),
  'backup/preview-restore': call(v.strictObject({ source: backupSource }))<RestorePreviewView>(),
  /** `sha256` is that of the backup as it was shown. */
  'backup/restore': call(v.strictObject({ source: backupSource, sha256 }))<RestoredView>(),
  ...updateContract,
  ...uploadContract,
} as const satisfies Record<Channel, Call<unknown, unknown>>;

export type Contract = typeof contract;
export type InputOf<C extends Channel> = Contract[C] extends Call<infer I, unknown> ? I : never;
export type OutputOf<C extends Channel> = Contract[C] extends Call<infer _I, infer O> ? O : never;

/** What the main process must answer: a missing or misspelt handler does not compile. */
export type Handlers = { readonly [C in Channel]: (input: InputOf<C>) => Outcome<OutputOf<C>> | Promise<Outcome<OutputOf<C>>> };

/** What the screens call. */
export type Bridge = { readonly [C in Channel]: (input: InputOf<C>) => Promise<Outcome<OutputOf<C>>> };
