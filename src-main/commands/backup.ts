/** `backup list`, `backup create`, `backup inspect`, `backup restore`: the backups of a data folder. */
import { basename, resolve } from 'node:path';
import { fillPlaces, type Bilingual, type Language } from '#core/lib/bilingual.ts';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { commandWords } from '#core/text/commands.ts';
import { describeAbsent, describeBackup, describeRestore, describeSchedule, sizeInWords } from '#core/text/describe-backup.ts';
import { backupReasonWords } from '#core/text/screens/backup.ts';
import { inspectBackup } from '../store/backups/inspect-backup.ts';
import { restoreBackup } from '../use-cases/restore-backup.ts';
import { requireText, type Arguments, type Command, type CommandContext, type CommandResult } from './command.ts';
import { localTime } from './local-time.ts';
import { backupTools, withDataFolder, type OpenDataFolder } from './open-data-folder.ts';

export const backupListCommand: Command = {
  name: 'backup list',
  usage: 'backup list --workspace DIR [--json]',
  about: commandWords.backupList,
  options: { workspace: { type: 'string' } },
  files: { min: 0, max: 0 },
  run: (args, context) =>
    inWorkspace(backupListCommand, args, context, ({ backups }) => {
      const listed = backups.list();
      if (!listed.ok) return Promise.resolve(listed);
      const line = (each: (typeof listed.value)[number], language: Language) =>
        fillPlaces(commandWords.backupLine[language], {
          name: each.name,
          time: localTime(each.madeAt),
          reason: backupReasonWords[each.reason][language],
          size: sizeInWords(each.size),
        });
      const text = inBoth((language) => [
        ...(listed.value.length === 0 ? [commandWords.noBackups[language]] : listed.value.map((each) => line(each, language))),
        describeSchedule(language),
      ]);
      return Promise.resolve(ok({ exit: 0, text, data: listed.value }));
    }),
};

export const backupCreateCommand: Command = {
  name: 'backup create',
  usage: 'backup create --workspace DIR -o FOLDER',
  about: commandWords.backupCreate,
  options: { workspace: { type: 'string' }, output: { type: 'string', short: 'o' } },
  files: { min: 0, max: 0 },
  run: async (args, context) => {
    const output = requireText(backupCreateCommand, args, 'output');
    if (!output.ok) return output;
    return inWorkspace(backupCreateCommand, args, context, async ({ backups }) => {
      const made = await backups.makeIn(resolve(output.value));
      if (!made.ok) return made;
      const { path, size, sha256, manifest, absentAttachments } = made.value;
      const text = inBoth((language) => [
        fillPlaces(commandWords.backupMade[language], { path, sha256, size: sizeInWords(size) }),
        ...describeAbsent(manifest.absent.length, absentAttachments, language),
      ]);
      return ok({ exit: 0, text, data: { path, size, sha256, filings: manifest.filings, absent: manifest.absent, absentAttachments } });
    });
  },
};

export const backupInspectCommand: Command = {
  name: 'backup inspect',
  usage: 'backup inspect BACKUP [--workspace DIR] [--json]',
  about: commandWords.backupInspect,
  options: { workspace: { type: 'string' } },
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const path = resolve(args.files[0] ?? '');
    if (args.text('workspace') !== undefined) {
      return inWorkspace(backupInspectCommand, args, context, async ({ backups }) => {
        const preview = await backups.preview(path);
        if (!preview.ok) return preview;
        const { backup, changes } = preview.value;
        const text = inBoth((language) => [
          ...describeBackup(backup, language, localTime),
          ...describeRestore(changes, language, localTime),
        ]);
        return ok({ exit: 0, text, data: preview.value });
      });
    }
    const inspected = inspectBackup(await backupTools(), path);
    if (!inspected.ok) return inspected;
    const text = inBoth((language) => describeBackup(inspected.value, language, localTime));
    return ok({ exit: 0, text, data: { backup: inspected.value } });
  },
};

export const backupRestoreCommand: Command = {
  name: 'backup restore',
  usage: 'backup restore BACKUP --workspace DIR',
  about: commandWords.backupRestore,
  options: { workspace: { type: 'string' } },
  files: { min: 1, max: 1 },
  run: (args, context) =>
    inWorkspace(backupRestoreCommand, args, context, async ({ workspace, backups }) => {
      const path = resolve(args.files[0] ?? '');
      const preview = await backups.preview(path);
      if (!preview.ok) return preview;
      const { backup, changes } = preview.value;
      const restored = await restoreBackup(workspace, backups, { path, sha256: backup.sha256 });
      if (!restored.ok) return restored;
      const { before } = restored.value;
      const text = inBoth((language) => [
        ...describeRestore(changes, language, localTime),
        fillPlaces(commandWords.backupRestored[language], { before }),
      ]);
      return ok({ exit: 0, text, data: { restored: basename(path), before, changes } });
    }),
};

async function inWorkspace(
  command: Command,
  args: Arguments,
  context: CommandContext,
  work: (opened: OpenDataFolder) => Promise<Outcome<CommandResult>>,
): Promise<Outcome<CommandResult>> {
  const folder = requireText(command, args, 'workspace');
  return folder.ok ? withDataFolder(folder.value, context, work) : folder;
}

function inBoth(lines: (language: Language) => readonly string[]): Bilingual {
  return { zh: lines('zh').join('\n'), en: lines('en').join('\n') };
}
