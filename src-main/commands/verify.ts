/**
 * `verify`: one verdict for every bundle, with a code for every reason; one bad file never stops the others. Of several
 * bundles it also says which units repeat each other's prose; that is for people to judge and no verdict.
 */
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fillPlaces, type Bilingual, type Language } from '#core/lib/bilingual.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import type { BundleReport, Verdict } from '#core/bundle/verdict.ts';
import { commandWords } from '#core/text/commands.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { describeReason } from '#core/text/describe-reason.ts';
import { verifyBundle } from '../bundles/verify-bundle.ts';
import { errnoOf, nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { bundleLimitBytes } from '../filings/read-filing.ts';
import { readCertificates } from '../signing/certificate-file.ts';
import { keyLimitBytes } from '../signing/limits.ts';
import { alikeForMachines, describeAlike, findAlikeBundles } from './alike-bundles.ts';
import type { Command, ExitStatus } from './command.ts';
import { localTime } from './local-time.ts';
import { findingForMachines } from './validate.ts';

type Verified = { readonly file: string } & ({ readonly report: BundleReport } | { readonly problem: Problem });
type Certificates = Extract<ReturnType<typeof readCertificates>, { ok: true }>['value'];

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'verify BUNDLE… [--trust CERTS|DIR] [--json]',
  about: commandWords.verify,
  options: { trust: { type: 'string', multiple: true } },
  files: { min: 1, max: Number.MAX_SAFE_INTEGER },
  run: async (args, context) => {
    const trusted: Certificates[number][] = [];
    for (const place of args.list('trust')) {
      const certificates = readTrusted(place);
      if (!certificates.ok) return certificates;
      trusted.push(...certificates.value);
    }
    const verified: Verified[] = [];
    for (const file of args.files) {
      const bytes = readBytes(nodeFileSystem, file, bundleLimitBytes);
      if (!bytes.ok) verified.push({ file, problem: bytes.problem });
      else
        verified.push({
          file,
          report: await verifyBundle({ bytes: bytes.value, trusted, editions: context.editions, now: context.now() }),
        });
    }
    const alike = findAlikeBundles(
      verified.map((each) => ({ file: each.file, filing: 'report' in each ? each.report.filing : null })),
      context.editions,
    );
    const say = (language: Language) =>
      verified.flatMap((each, at) => [describe(each, language), ...describeAlike(alike.get(at), language)]).join('\n');
    return ok({
      exit: verified.reduce<ExitStatus>((worst, each) => graver(worst, statusOf(each)), 0),
      text: { zh: say('zh'), en: say('en') },
      data: verified.map((each, at) => ({
        ...forMachines(each, context.language),
        similarity: alikeForMachines(alike.get(at), context.language),
      })),
    });
  },
};

/** A certificate file (PEM or DER), or a folder of them. */
function readTrusted(place: string): Outcome<Certificates> {
  const files = listCertificateFiles(place);
  if (files === null) return fail(problem('file/not-found', { path: place }));
  const all: Certificates[number][] = [];
  for (const file of files) {
    const bytes = readBytes(nodeFileSystem, file, keyLimitBytes);
    if (!bytes.ok) return bytes;
    const certificates = readCertificates(bytes.value, basename(file));
    if (!certificates.ok) return certificates;
    all.push(...certificates.value);
  }
  return ok(all);
}

/** The files below a folder that are named like certificates, or the one file; null when there is no such place. */
function listCertificateFiles(place: string): readonly string[] | null {
  try {
    if (!statSync(place).isDirectory()) return [place];
    return readdirSync(place, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(pem|crt|cer|der)$/iu.test(entry.name))
      .map((entry) => join(place, entry.name));
  } catch (error) {
    errnoOf(error);
    return null;
  }
}

/** What is no bundle at all is unreadable input; a bundle that only fails our rules has blocking findings. */
function statusOf(verified: Verified): ExitStatus {
  if ('problem' in verified) return 2;
  const { verdict, reasons } = verified.report;
  if (verdict === 'valid') return 0;
  if (reasons.every((each) => each.code === 'container/not-a-zip')) return 2;
  return reasons.every((each) => each.code === 'revalidation/blocking') ? 1 : 3;
}

/** A failed check outweighs unreadable input, which outweighs findings. */
function graver(a: ExitStatus, b: ExitStatus): ExitStatus {
  return a > b ? a : b;
}

const verdictWords: Readonly<Record<Verdict, Bilingual>> = {
  valid: commandWords.verdictValid,
  untrusted: commandWords.verdictUntrusted,
  invalid: commandWords.verdictInvalid,
};

function describe(verified: Verified, language: Language): string {
  const { file } = verified;
  if ('problem' in verified) return describeProblem(verified.problem, language);
  const { verdict, reasons, filing, signer } = verified.report;
  const lines = [fillPlaces(commandWords.verdictLine[language], { file, verdict: verdictWords[verdict][language] })];
  lines.push(...reasons.map((reason) => `  ${reason.code} ${describeReason(reason, language)}`));
  if (filing !== null && signer !== null) {
    const places = {
      unit: filing.unit.name,
      year: filing.reportYear,
      revision: filing.revision.number,
      signer: signer.unitName,
      time: signer.claimedSigningTime === null ? '—' : localTime(signer.claimedSigningTime),
      fingerprint: signer.fingerprint,
    };
    lines.push(fillPlaces(commandWords.signedBy[language], places));
  }
  return lines.join('\n');
}

function forMachines(verified: Verified, language: Language) {
  const { file } = verified;
  if ('problem' in verified) {
    const { code, details } = verified.problem;
    return { file, verdict: 'invalid', reasons: [{ code, details, message: describeProblem(verified.problem, language) }] };
  }
  const { verdict, reasons, bundleDigest, signer, filing, findings } = verified.report;
  return {
    file,
    verdict,
    reasons: reasons.map((each) => ({ ...each, message: describeReason(each, language) })),
    bundleDigest,
    signer,
    unit: filing?.unit ?? null,
    reportYear: filing?.reportYear ?? null,
    revision: filing?.revision.number ?? null,
    findings: filing === null ? [] : findings.map((each) => findingForMachines(each, filing, language)),
  };
}
