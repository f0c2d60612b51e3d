/** The peer of verification: a shell loop of unzip, openssl and sha256sum over the same files. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds: by the clock, and of the processor in all that the shells started. */
export type ShellTook = { readonly clock: number; readonly processor: number };

/**
 * Unpacks, checks the signature and computes the digests; comparing those with the manifest is even left out. The files are
 * shared out among as many loops as `processes` says.
 */
export async function inTheShell(folder: string, paths: readonly string[], processes: number): Promise<ShellTook> {
  const script = join(folder, 'verify.sh');
  writeFileSync(
    script,
    [
      'set -e',
      'ca=$1; shift',
      'work=$(mktemp -d)',
      'for file in "$@"; do',
      '  unzip -qo "$file" -d "$work"',
      '  openssl cms -verify -binary -inform DER -in "$work/META-INF/signature.p7s" -content "$work/META-INF/ASiCManifest.xml" \\',
      '    -attime 1768896000 -CAfile "$ca" -out /dev/null 2> /dev/null',
      '  (cd "$work" && sha256sum filing.json validation.json journal.json report.html report.docx report.xlsx > /dev/null)',
      'done',
      'rm -r "$work"',
      'times',
    ].join('\n'),
  );
  const part = Math.ceil(paths.length / processes);
  const start = performance.now();
  const ends = Array.from({ length: processes }, (_, at) => {
    const child = spawn('sh', [script, join(folder, 'ca.pem'), ...paths.slice(at * part, (at + 1) * part)]);
    let printed = '';
    child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
    return new Promise<number>((done, failed) => {
      child.once('error', failed);
      child.once('close', (status) => {
        if (status === 0) done(timesOf(printed));
        else failed(new Error(`the shell ended with ${String(status)}`));
      });
    });
  });
  const computed = (await Promise.all(ends)).reduce((sum, each) => sum + each, 0);
  return { clock: performance.now() - start, processor: computed };
}

/** The milliseconds of all that `times` prints: user and system, of the shell and of what it started. */
function timesOf(printed: string): number {
  const all = [...printed.matchAll(/(\d+)m([\d.]+)s/gu)].map((match) => Number(match[1]) * 60 + Number(match[2]));
  return all.reduce((sum, each) => sum + each, 0) * 1000;
}
