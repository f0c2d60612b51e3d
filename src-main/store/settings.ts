/** Settings of the workspace by key. */
import { textIn } from './row.ts';
import type { Reader, Writer } from './sql-engine.ts';

export function readSetting(reader: Reader, key: string): string | null {
  const [row] = reader.rows('SELECT value FROM setting WHERE key = ?', [key]);
  return row === undefined ? null : textIn(row, 'value');
}

export function writeSetting(writer: Writer, key: string, value: string): void {
  writer.run('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [key, value]);
}
