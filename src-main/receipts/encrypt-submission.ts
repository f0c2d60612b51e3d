/** An encrypted copy of a bundle that went out, for one registered recipient. */
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Submission } from '#core/ipc/views.ts';
import type { RecipientView } from '#core/ipc/trust-views.ts';
import { writeAndReadBack } from '../bundles/write-bundle.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { freeName } from '../files/free-name.ts';
import { readBytes } from '../files/read-file.ts';
import { bundleLimitBytes } from '../filings/read-filing.ts';
import { publicKeyOf, x509Of } from '../signing/certificate.ts';
import { encryptFor } from '../signing/envelope.ts';
import { trustEntriesOf, type TrustEntry } from '../store/trust-entries.ts';
import type { Workspace } from '../store/workspace.ts';
import { certificateOf } from '../trust/trust-store-of.ts';

type Room = Pick<Workspace, 'tables'>;

/** Registered certificates in force, of keys that can be encrypted for. */
export function recipientsOf({ tables }: Room): readonly RecipientView[] {
  return trustEntriesOf(tables).flatMap((entry) => {
    if (!canReceive(entry)) return [];
    const { id, unitCode, unitName, fingerprint } = entry;
    return [{ id, unitCode, unitName, fingerprint }];
  });
}

function canReceive(entry: TrustEntry): boolean {
  if (entry.kind !== 'certificate' || entry.end !== null) return false;
  const scheme = publicKeyOf(x509Of(certificateOf(entry)))?.scheme;
  return scheme === 'ecdsa-p256' || scheme === 'rsa';
}

/** The name of the file in `folder`. trust/no-entry, file/…, envelope/unsupported. */
export async function encryptSubmission(
  { tables }: Room,
  submission: Submission,
  recipientId: string,
  folder: string,
): Promise<Outcome<string>> {
  const recipient = trustEntriesOf(tables).find((each) => each.id === recipientId && canReceive(each));
  if (recipient === undefined) return fail(problem('trust/no-entry'));
  const bytes = readBytes(nodeFileSystem, join(submission.folder, submission.fileName), bundleLimitBytes);
  if (!bytes.ok) return bytes;
  const encrypted = await encryptFor(bytes.value, certificateOf(recipient));
  if (!encrypted.ok) return encrypted;
  const fileName = freeName(folder, `${submission.fileName}.p7m`);
  const written = writeAndReadBack(join(folder, fileName), encrypted.value);
  return written.ok ? ok(fileName) : written;
}
