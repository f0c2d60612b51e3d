/** Which app runs on which computer: an update has to fit both. */
import { join } from 'node:path';
import type { RunningApp } from '#core/bundle/update-notice.ts';

/** `publisher` is the folder with the certificates of those who may publish new versions. */
export type AppFacts = { readonly running: RunningApp; readonly publisher: string };

export function appFacts(version: string, resources: string): AppFacts {
  const isPortable = (process.env['PORTABLE_EXECUTABLE_DIR'] ?? '') !== '';
  return { running: { version, platform: process.platform, arch: process.arch, isPortable }, publisher: join(resources, 'publisher') };
}
