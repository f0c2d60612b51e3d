/** Opens the key file that a command names, with the passphrase of the caller. */
import { basename } from 'node:path';
import { fail, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { openKey, type ShownKey } from '../signing/create-key.ts';
import { keyLimitBytes } from '../signing/limits.ts';
import { requireText, type Arguments, type Command, type CommandContext } from './command.ts';

/** A key that was opened, and the passphrase that it takes to write it again. */
export type KeyFile = ShownKey & { readonly path: string; readonly passphrase: string };

export async function openKeyFile(path: string, context: CommandContext): Promise<Outcome<KeyFile>> {
  const p12 = readBytes(nodeFileSystem, path, keyLimitBytes);
  if (!p12.ok) return p12;
  const passphrase = await context.askPassphrase();
  if (!passphrase.ok) return passphrase;
  const opened = await openKey({ p12: p12.value, passphrase: passphrase.value });
  return opened.ok ? { ok: true, value: { ...opened.value, path, passphrase: passphrase.value } } : opened;
}

/** The key of `--key`, or of the first file where that is how the command is written. */
export function keyPath(command: Command, args: Arguments): Outcome<string> {
  const [file] = args.files;
  const option = args.text('key');
  if (file !== undefined && option !== undefined) {
    return fail(problem('usage/unknown-option', { command: command.name, option: basename(file), usage: command.usage }));
  }
  return file === undefined ? requireText(command, args, 'key') : { ok: true, value: file };
}
