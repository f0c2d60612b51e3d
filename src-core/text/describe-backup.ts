/** Backups in words: what is inside one, what restoring it changes, how long they are kept. */
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import type { AbsentAttachment, InspectedBackup } from '../workspace/inspected-backup.ts';
import type { RestoreChanges } from '../workspace/restore-changes.ts';
import { schedule } from '../workspace/retention.ts';
import type { ChangeLine } from './describe-changes.ts';
import { backupReasonWords, backupWords } from './screens/backup.ts';

/** How times are worded where the user is (ISO 8601 in). */
export type Moment = (iso: string) => string;

type Places = Readonly<Record<string, string | number>>;

/** The lines about a backup that is whole: when and why, what is inside, filing by filing. */
export function describeBackup(backup: InspectedBackup, language: Language, moment: Moment): readonly string[] {
  const say = (words: Bilingual, places: Places = {}) => fillPlaces(words[language], places);
  const { madeAt, reason, appVersion, size, journal, attachments, received, filings } = backup;
  const facts = { time: moment(madeAt), reason: backupReasonWords[reason][language], version: appVersion, size: sizeInWords(size) };
  const isGeneration = reason === 'generation';
  return [
    say(isGeneration ? backupWords.generationFacts : backupWords.facts, facts),
    say(backupWords.whole),
    journal.kind === 'intact'
      ? say(backupWords.journalIntact, { entries: journal.entries })
      : say(backupWords.journalBroken, { seq: journal.seq }),
    ...(isGeneration ? [] : [say(backupWords.attachments, { count: attachments })]),
    ...(received === 0 ? [] : [say(backupWords.received, { count: received })]),
    ...describeAbsent(backup.absent, backup.absentAttachments, language),
    say(backupWords.filings, { count: filings.length }),
    ...filings.map((each) => say(backupWords.filing, { ...nameOf(each), time: moment(each.changedAt) })),
  ];
}

/** The lines about attachments that are not inside, `named` those that a report names; none when all are. */
export function describeAbsent(count: number, named: readonly AbsentAttachment[], language: Language): readonly string[] {
  if (count === 0) return [];
  const lines = named.map(({ name, unitName, reportYear }) =>
    fillPlaces(backupWords.absentAttachment[language], { name, unit: unitName, year: reportYear }),
  );
  return [fillPlaces(backupWords.absent[language], { count }), ...lines];
}

/** What changes in a report, worded for its form; none where that is not known. */
export type EditLines = (filing: { readonly unitCode: string; readonly reportYear: number }) => readonly ChangeLine[];

/** So many changes of a report are named; the others are counted. */
const mostChanges = 12;

/** The lines about what restoring would change. */
export function describeRestore(
  changes: RestoreChanges,
  language: Language,
  moment: Moment,
  editsOf: EditLines = () => [],
): readonly string[] {
  const say = (words: Bilingual, places: Places = {}) => fillPlaces(words[language], places);
  const { onlyHere, onlyThere, different, same, reception } = changes;
  const isReceptionSame = reception.onlyHere + reception.onlyThere === 0 && !reception.isRosterOther;
  if (onlyHere.length + onlyThere.length + different.length === 0 && isReceptionSame) return [say(backupWords.nothingChanges)];
  const listed = (head: Bilingual, lines: readonly string[]) => (lines.length === 0 ? [] : [say(head), ...lines]);
  const filing = (each: RestoreChanges['onlyHere'][number]) => say(backupWords.filing, { ...nameOf(each), time: moment(each.changedAt) });
  return [
    ...listed(backupWords.onlyHere, onlyHere.map(filing)),
    ...listed(backupWords.onlyThere, onlyThere.map(filing)),
    ...listed(
      backupWords.different,
      different.flatMap((each) => [
        say(backupWords.differentFiling, { ...nameOf(each), here: moment(each.hereChangedAt), there: moment(each.thereChangedAt) }),
        ...describeEdits(editsOf(each), language),
      ]),
    ),
    ...(reception.onlyHere === 0 ? [] : [say(backupWords.receivedOnlyHere, { count: reception.onlyHere })]),
    ...(reception.onlyThere === 0 ? [] : [say(backupWords.receivedOnlyThere, { count: reception.onlyThere })]),
    ...(reception.isRosterOther ? [say(backupWords.rosterOther)] : []),
    ...(same === 0 ? [] : [say(backupWords.same, { count: same })]),
  ];
}

function describeEdits(lines: readonly ChangeLine[], language: Language): readonly string[] {
  if (lines.length === 0) return [];
  const say = (words: Bilingual, places: Places) => fillPlaces(words[language], places);
  const named = lines
    .slice(0, mostChanges)
    .map(({ label, from, to }) => say(backupWords.edit, { label: label[language], here: from[language], there: to[language] }));
  const rest = lines.length - named.length;
  return [say(backupWords.edits, { count: lines.length }), ...named, ...(rest === 0 ? [] : [say(backupWords.moreEdits, { count: rest })])];
}

/** The rule by which the app lets its own backups go. */
export function describeSchedule(language: Language): string {
  const { hours, days, months, operations, always, mostBytes } = schedule;
  return fillPlaces(backupWords.schedule[language], { hours, days, months, operations, always, size: sizeInWords(mostBytes) });
}

/** `812 KB`, `1.4 MB`, `4 GB`, in steps of 1,024. */
export function sizeInWords(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  for (; size >= 1024 && unit < units.length - 1; unit += 1) size /= 1024;
  return `${size < 10 ? String(Math.round(size * 10) / 10) : String(Math.round(size))} ${units[unit] ?? ''}`;
}

function nameOf({ unitCode, unitName, reportYear }: { readonly unitCode: string; readonly unitName: string; readonly reportYear: number }) {
  return { code: unitCode, unit: unitName, year: reportYear };
}
