/** Makes the signed notice of a new version from its installers. */
import { basename } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { updateName } from '#core/bundle/entry-names.ts';
import { encodeUpdateNotice, updateFormat, type Installer } from '#core/bundle/update-notice.ts';
import { writeSignedContainer } from '../bundles/signed-container.ts';
import { describeWriteFailure } from '../files/atomic-write.ts';
import { problemWithTime } from '../signing/check-key.ts';
import type { OpenedKey } from '../signing/pkcs12-bags.ts';
import { wholeSecond } from '../signing/time.ts';
import { migrations } from '../store/migrations/all.ts';
import { digestFile } from './take-installer.ts';

/** As `electron-builder.yml` names them; the first that fits says what a file is. */
const kinds: readonly (readonly [RegExp, Pick<Installer, 'platform' | 'form'>])[] = [
  [/-portable-.*\.exe$/u, { platform: 'win32', form: 'portable' }],
  [/-setup-.*\.exe$/u, { platform: 'win32', form: 'installer' }],
  [/-mac-.*\.(?:dmg|zip)$/u, { platform: 'darwin', form: 'installer' }],
  [/\.(?:AppImage|deb|rpm|tar\.gz)$/u, { platform: 'linux', form: 'installer' }],
];
/** Each format of Linux has a word of its own for the processor. */
const architectures: readonly (readonly [RegExp, Installer['arch']])[] = [
  [/[-_.]universal\./u, 'universal'],
  [/[-_.](?:arm64|aarch64)\./u, 'arm64'],
  [/[-_.](?:x64|amd64|x86_64)\./u, 'x64'],
];

/** What an installer is for, by its name; null for a file that is none of ours. */
export function kindOfInstaller(fileName: string): Pick<Installer, 'platform' | 'form' | 'arch'> | null {
  const kind = kinds.find(([pattern]) => fileName.startsWith('nianbao-') && pattern.test(fileName))?.[1];
  const arch = architectures.find(([pattern]) => pattern.test(fileName))?.[1];
  return kind === undefined || arch === undefined ? null : { ...kind, arch };
}

/** The bytes of the notice. update/not-an-installer { file }, key/…, or file/… where an installer cannot be read. */
export async function sealUpdate(version: string, paths: readonly string[], key: OpenedKey, now: Date): Promise<Outcome<Uint8Array>> {
  const at = wholeSecond(now);
  const wrong = problemWithTime(key.certificate, at);
  if (wrong !== null) return fail(wrong);
  const installers: Installer[] = [];
  for (const path of paths) {
    const fileName = basename(path);
    const kind = kindOfInstaller(fileName);
    if (kind === null || !fileName.includes(`-${version}-`)) return fail(problem('update/not-an-installer', { file: fileName, version }));
    try {
      installers.push({ ...kind, fileName, ...(await digestFile(path)) });
    } catch (error) {
      return fail(describeWriteFailure(error, path));
    }
  }
  const steps = migrations.map((each) => ({ version: each.version, sql: each.sql }));
  const content = encodeUpdateNotice({ format: updateFormat, version, steps, installers });
  const entry = { name: updateName, mediaType: 'application/json', bytes: new TextEncoder().encode(content) };
  return ok(writeSignedContainer([entry], key, at));
}
