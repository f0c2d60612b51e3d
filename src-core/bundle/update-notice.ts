/** The signed notice of a new version: which installers there are, by digest, and what the version does to the workspace. */
import * as v from 'valibot';
import { canonicalJson } from '../lib/canonical-json.ts';
import { decode, parseJson } from '../lib/decode.ts';
import type { Outcome } from '../lib/outcome.ts';
import { compareVersions, isVersion } from '../lib/version.ts';
import { reason } from './checked.ts';
import { updateName } from './entry-names.ts';
import type { Reason } from './verdict.ts';

export const updateFormat = 'nianbao.update/1';
/** The notice lies beside the installers; it is a signed container under a name of its own, so that nobody takes it for a bundle. */
export const updateExtension = '.nianbao-update';

export const installerPlatforms = ['win32', 'darwin', 'linux'] as const;
export const installerArchitectures = ['x64', 'arm64', 'universal'] as const;
/** A portable program is put in the place of the old one by hand; all others install. */
export const installerForms = ['installer', 'portable'] as const;

const fileName = v.pipe(v.string(), v.regex(/^nianbao-[0-9A-Za-z][0-9A-Za-z._-]{0,150}$/u, 'a file name of ours'));
const installerSchema = v.strictObject({
  platform: v.picklist(installerPlatforms),
  arch: v.picklist(installerArchitectures),
  form: v.picklist(installerForms),
  fileName,
  /** In bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4 * 1024 ** 3)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
});
export type Installer = v.InferOutput<typeof installerSchema>;

const schema = v.strictObject({
  format: v.literal(updateFormat),
  version: v.pipe(v.string(), v.check(isVersion, 'three numbers')),
  /** All steps by which the new version brings a workspace up: they are tried on a copy before anything is installed. */
  steps: v.pipe(
    v.array(v.strictObject({ version: v.pipe(v.number(), v.integer(), v.minValue(1)), sql: v.pipe(v.string(), v.maxLength(1_000_000)) })),
    v.maxLength(1_000),
    v.check((steps) => steps.every(({ version }, index) => version === index + 1), 'steps numbered from 1'),
  ),
  installers: v.pipe(v.array(installerSchema), v.minLength(1), v.maxLength(100)),
});
export type UpdateNotice = v.InferOutput<typeof schema>;

export function encodeUpdateNotice(notice: UpdateNotice): string {
  return canonicalJson(notice);
}

/** file/not-json, or update/malformed { place, expected }. */
export function decodeUpdateNotice(content: string): Outcome<UpdateNotice> {
  const json = parseJson(content, { file: updateName });
  return json.ok ? decode(schema, json.value, 'update/malformed', { file: updateName }) : json;
}

/** The app and the computer that it runs on. */
export type RunningApp = { readonly version: string; readonly platform: string; readonly arch: string; readonly isPortable: boolean };

/** The installers for this computer; a portable program is followed by a portable one. */
export function fittingInstallers({ installers }: UpdateNotice, { platform, arch, isPortable }: RunningApp): readonly Installer[] {
  return installers.filter(
    (each) => each.platform === platform && (each.arch === arch || each.arch === 'universal') && (each.form === 'portable') === isPortable,
  );
}

/** Why a well-signed notice is of no use here: it is not newer, or for other computers. */
export function checkUsefulness(notice: UpdateNotice, running: RunningApp): readonly Reason[] {
  const { version } = notice;
  if (compareVersions(version, running.version) <= 0) return [reason('update/not-newer', { version, current: running.version })];
  if (fittingInstallers(notice, running).length > 0) return [];
  return [reason('update/other-system', { version, system: `${running.platform}-${running.arch}` })];
}

/** Whether a reason is about this app and computer, not about the file. */
export function isOfNoUse({ code }: Reason): boolean {
  return code === 'update/not-newer' || code === 'update/other-system';
}
