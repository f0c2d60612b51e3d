/** Archives that people send instead of the files in them: said by name, with what is inside, and never opened. */
import { basename } from 'node:path';
import { problem } from '#core/lib/problem.ts';
import { writeInside } from '#core/consolidation/unit-of-name.ts';
import { archiveNames } from '../files/archive-names.ts';
import { isReportName, type ListedFile } from './list-files.ts';
import { refusedFor, type Received } from './received.ts';

/** What RAR, 7z, gzip, bzip2 and xz begin with. */
const otherArchives = ['526172211a07', '377abcaf271c', '1f8b08', '425a68', 'fd377a585a00'];
const zips = ['504b0304', '504b0506'];
/** Documents and containers are ZIP files too. */
const inDocuments = /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/.*)$/u;

/** So many names are said, and so many kept to tell whose reports are inside. */
const mostNamed = 10;
const mostKept = 1000;

/** Null for a file that is no archive. One without reports inside is passed over in a folder, as other files are. */
export async function refuseArchive({ path, isNamed }: ListedFile, bytes: Uint8Array): Promise<Received | null> {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  const file = basename(path);
  if (otherArchives.some((each) => start.startsWith(each))) return refusedFor(path, problem('reception/other-archive', { file }));
  if (!zips.some((each) => start.startsWith(each))) return null;
  const names = await archiveNames(bytes);
  if (names === null) return /\.zip$/iu.test(path) ? refusedFor(path, problem('reception/other-archive', { file })) : null;
  if (names.some((name) => inDocuments.test(name))) return null;
  if (!isNamed && !names.some((name) => isReportName(name))) return { kind: 'ignored', file: path, why: 'not-a-report' };
  const shown = names.slice(0, mostNamed).join('、');
  const named = names.length > mostNamed ? `${shown}……` : shown;
  return refusedFor(
    path,
    problem('reception/archive', { file, count: names.length, names: named, inside: writeInside(names.slice(0, mostKept)) }),
  );
}
