/** The main job on the sample report, command by command: published report in, signed bundle out, bundle verified. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { cliBundle, inRoot } from './paths.mjs';
import { duration } from './progress.mjs';
import { runNode } from './run.mjs';

const out = 'out/first-light';
const filing = `${out}/海南省-2020.filing.json`;
const key = `${out}/sample-key.p12`;
const certificate = `${out}/sample-key.crt.pem`;
const bundle = `${out}/海南省-460000-2020-v1.asice`;
const province = ['--unit', '460000', '--name', '海南省'];

const commands = [
  ['intake', 'resources/samples/hainan-2020.txt', ...province, '--year', '2020', '-o', filing].concat(
    '--report',
    `${out}/intake-report.json`,
  ),
  ['validate', filing],
  ['key', 'new', ...province, '-o', key],
  ['seal', filing, '--key', key, '-o', bundle],
  ['verify', bundle, '--trust', certificate],
];

/**
 * Runs the commands in the project's root, each shown with its result, up to the first that fails.
 * @returns {Promise<number>} the exit status of the last command that ran
 */
export async function runFirstLight() {
  rmSync(inRoot(out), { recursive: true, force: true });
  mkdirSync(inRoot(out), { recursive: true });
  const env = { ...process.env, NIANBAO_PASSPHRASE: process.env.NIANBAO_PASSPHRASE || makePassphrase() };
  for (const [index, command] of commands.entries()) {
    console.log(`\n[${index + 1}/${commands.length}] npm run -s nianbao -- ${command.join(' ')}`);
    const started = performance.now();
    const { status } = await runNode(cliBundle, command, { env });
    const took = duration(performance.now() - started);
    console.log(status === 0 ? `完成 / done (${took})` : `失败，退出码 / failed, exit status ${status} (${took})`);
    if (status !== 0) return status;
  }
  listResults();
  return 0;
}

function makePassphrase() {
  const passphrase = randomBytes(12).toString('base64url');
  console.log(`\n样例密钥的口令（随机生成，仅供样例使用）/ passphrase of the sample key, for the sample only:`);
  console.log(`NIANBAO_PASSPHRASE=${passphrase}`);
  return passphrase;
}

function listResults() {
  console.log(`\n生成的文件 / files made: ${inRoot(out)}`);
  for (const file of readdirSync(inRoot(out)).sort()) {
    const { size } = statSync(path.join(inRoot(out), file));
    console.log(`  ${file}  (${size.toLocaleString('en')} bytes)`);
  }
}
