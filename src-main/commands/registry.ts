/** All headless commands, in the order of the work. */
import { backupCreateCommand, backupInspectCommand, backupListCommand, backupRestoreCommand } from './backup.ts';
import type { Command } from './command.ts';
import { intakeCommand } from './intake.ts';
import { keyExportCommand, keyNewCommand, keyShowCommand } from './key.ts';
import { sealCommand } from './seal.ts';
import { showCommand } from './show.ts';
import { templateCommand } from './template.ts';
import { validateCommand } from './validate.ts';
import { verifyCommand } from './verify.ts';

export const commands: readonly Command[] = [
  showCommand,
  templateCommand,
  intakeCommand,
  validateCommand,
  keyNewCommand,
  keyShowCommand,
  keyExportCommand,
  sealCommand,
  verifyCommand,
  backupListCommand,
  backupCreateCommand,
  backupInspectCommand,
  backupRestoreCommand,
];
