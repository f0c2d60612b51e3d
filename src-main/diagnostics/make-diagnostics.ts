/** The diagnostics bundle: what somebody who is to help needs to know, and nothing about units, people and reports. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { arch, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '#core/lib/outcome.ts';
import type { Settings } from '#core/workspace/settings.ts';
import type { Workspace } from '../store/workspace.ts';
import { writeZip } from '../files/write-zip.ts';
import { redactLog } from './redact.ts';
import { sizesOf } from './workspace-sizes.ts';

export type DiagnosticsOrder = {
  /** The user's data folder. */
  readonly data: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly platform: string;
  readonly settings: Settings;
  readonly editions: readonly { readonly id: string; readonly digest: string }[];
  /** The workspace, or why it cannot be opened. */
  readonly workspace: Outcome<Pick<Workspace, 'listFilings' | 'opening' | 'verifyJournal'>>;
};

/** The bytes of a ZIP with `diagnostics.json` and the redacted logs. */
export function makeDiagnostics({ data, versions, platform, settings, editions, workspace }: DiagnosticsOrder): Uint8Array {
  const about = {
    versions,
    system: { platform, release: release(), arch: arch(), memoryMegabytes: Math.round(totalmem() / 1024 ** 2) },
    settings,
    editions: editions.map(({ id, digest }) => ({ id, digest })),
    sizes: sizesOf(data),
    workspace: workspace.ok
      ? {
          opened: workspace.value.opening.kind,
          reports: workspace.value.listFilings().length,
          journalIsIntact: workspace.value.verifyJournal().kind === 'intact',
        }
      : { problem: workspace.problem.code },
  };
  const files: Record<string, Uint8Array> = { 'diagnostics.json': new TextEncoder().encode(`${JSON.stringify(about, null, 2)}\n`) };
  const logs = join(data, 'logs');
  const names = existsSync(logs) ? readdirSync(logs).filter((name) => /^nianbao(?:\.old)?\.log$/u.test(name)) : [];
  for (const name of names) files[`logs/${name}`] = new TextEncoder().encode(redactLog(readFileSync(join(logs, name), 'utf8')));
  return writeZip(files);
}
