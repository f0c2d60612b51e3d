/** Takes the installer off the stick: copied and digested in one go, so that what is started is what was verified. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Installer } from '#core/bundle/update-notice.ts';
import { compareVersions } from '#core/lib/version.ts';
import { describeWriteFailure } from '../files/atomic-write.ts';
import { quietly } from '../files/quietly.ts';

/** The first of the installers that lies in the folder of the notice; update/no-installer names all that would do. */
export function findInstaller(folder: string, fitting: readonly Installer[]): Outcome<Installer> {
  const found = fitting.find(({ fileName }) => existsSync(join(folder, fileName)));
  const names = fitting.map(({ fileName }) => fileName).join(', ');
  return found === undefined ? fail(problem('update/no-installer', { names, folder })) : ok(found);
}

/** The length and SHA-256 of a file, which is copied on the way where `to` names a place. @throws what the file system says */
export async function digestFile(path: string, to: string | null = null): Promise<{ readonly size: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, to === null ? undefined : chunk);
    },
  });
  const from = createReadStream(path, { highWaterMark: 1024 * 1024 });
  if (to === null) await pipeline(from, measure.resume());
  else await pipeline(from, measure, createWriteStream(to, { mode: 0o755, flush: true }));
  return { size, sha256: hash.digest('hex') };
}

/**
 * Copies the installer from the folder of the notice into `to`, which holds nothing else afterwards. Only a file of the
 * signed length and digest stays there.
 *
 * @returns the path of the copy; update/installer-differs { file }, or file/… where it cannot be read or kept.
 */
export async function takeInstaller(folder: string, { fileName, size, sha256 }: Installer, to: string): Promise<Outcome<string>> {
  const copy = join(to, fileName);
  try {
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to, { recursive: true });
    const found = await digestFile(join(folder, fileName), copy);
    if (found.size === size && found.sha256 === sha256) return ok(copy);
    rmSync(copy, { force: true });
    return fail(problem('update/installer-differs', { file: fileName }));
  } catch (error) {
    rmSync(to, { recursive: true, force: true });
    return fail(describeWriteFailure(error, to));
  }
}

/** The folder of the copies in a data folder. */
export function updatesIn(dataFolder: string): string {
  return join(dataFolder, 'updates');
}

/** Lets the copy go that was for this version or an older one: it is some hundred megabytes. */
export function tidyUpdates(folder: string, version: string): void {
  if (!existsSync(folder)) return;
  const isLater = (name: string) => compareVersions(/^nianbao-(\d+\.\d+\.\d+)-/u.exec(name)?.[1] ?? '', version) > 0;
  if (readdirSync(folder).some(isLater)) return;
  quietly(() => {
    rmSync(folder, { recursive: true, force: true });
  });
}
