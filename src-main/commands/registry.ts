/** All headless commands, in the order of the work. */
import { backupCreateCommand, backupInspectCommand, backupListCommand, backupRestoreCommand } from './backup.ts';
import { channelSealCommand, channelVerifyCommand } from './channel.ts';
import type { Command } from './command.ts';
import { consolidateCommand } from './consolidate.ts';
import { intakeCommand } from './intake.ts';
import { editionInstallCommand, editionVerifyCommand } from './edition-install.ts';
import { editionListCommand, editionRemoveCommand } from './edition-list.ts';
import { editionSealCommand } from './edition-seal.ts';
import { keyExportCommand } from './key-export.ts';
import { keyImportCommand } from './key-import.ts';
import { keyIssueCommand } from './key-issue.ts';
import { keyNewCommand } from './key-new.ts';
import { keyPassphraseCommand } from './key-passphrase.ts';
import { keyRequestCommand } from './key-request.ts';
import { keyRevokeCommand } from './key-revoke.ts';
import { keyShowCommand } from './key-show.ts';
import { paperCheckCommand } from './paper-check.ts';
import { renderCommand } from './render.ts';
import { receiptCheckCommand } from './receipt-check.ts';
import { decryptCommand, encryptCommand } from './envelope.ts';
import { receiptCommand } from './receipt.ts';
import { sealCommand } from './seal.ts';
import { showCommand } from './show.ts';
import { templateCommand } from './template.ts';
import { tidyCommand } from './tidy.ts';
import { updateSealCommand } from './update-seal.ts';
import { updateVerifyCommand } from './update-verify.ts';
import { validateCommand } from './validate.ts';
import { verifyCommand } from './verify.ts';

export const commands: readonly Command[] = [
  showCommand,
  templateCommand,
  intakeCommand,
  validateCommand,
  renderCommand,
  paperCheckCommand,
  keyNewCommand,
  keyShowCommand,
  keyExportCommand,
  keyRequestCommand,
  keyIssueCommand,
  keyImportCommand,
  keyRevokeCommand,
  keyPassphraseCommand,
  sealCommand,
  verifyCommand,
  encryptCommand,
  decryptCommand,
  consolidateCommand,
  tidyCommand,
  receiptCommand,
  receiptCheckCommand,
  editionListCommand,
  editionSealCommand,
  editionVerifyCommand,
  editionInstallCommand,
  editionRemoveCommand,
  backupListCommand,
  backupCreateCommand,
  backupInspectCommand,
  backupRestoreCommand,
  channelSealCommand,
  channelVerifyCommand,
  updateSealCommand,
  updateVerifyCommand,
];
