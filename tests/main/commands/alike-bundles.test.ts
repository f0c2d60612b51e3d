/** `verify` of several bundles: units that repeat each other's prose (Y-6). */
import { beforeAll, describe, expect, test } from 'vitest';
import { standardTitle } from '#core/filing/filing.ts';
import type { Narrative } from '#core/narrative/narrative.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import { verifyCommand } from '#main/commands/verify.ts';
import { soundProse } from '../../fixtures/subjects.ts';
import { makeKey, sampleFiling, seal } from '../bundle/sample.ts';
import { bytesFile, runHere } from './run-here.ts';

const ownProse: Narrative = {
  ...soundProse,
  overview: narrativeFromText(
    '围绕主动公开、依申请公开、政府信息管理、平台建设和监督保障，把群众最关心的教育、医疗、社保放在前面，每月听取意见，及时回应，工作作风明显转变。',
  ),
  problems: narrativeFromText('主要问题是栏目设置还不够清楚，个别单位答复不够及时。改进的办法是重新梳理栏目，建立提醒制度，逐月通报。'),
};
const units = [
  { code: '460105', name: '秀英区人民政府', narrative: soundProse },
  { code: '460106', name: '龙华区人民政府', narrative: ownProse },
  { code: '460107', name: '琼山区人民政府', narrative: { ...soundProse, otherMatters: narrativeFromText('没有其他事项。') } },
];
let files: readonly string[] = [];

beforeAll(async () => {
  files = await Promise.all(
    units.map(async ({ code, name, narrative }) => {
      const unit = { code, name, creditCode: null, level: 'county' } as const;
      const filing = sampleFiling({ unit, narrative, title: standardTitle(name, 2020) });
      const { bytes } = await seal(await makeKey(code, name), { filing });
      return bytesFile(`${name}.asice`, bytes);
    }),
  );
  // Three keys are made and opened again.
}, 60_000);

async function verify(paths: readonly string[]) {
  const ran = await runHere(verifyCommand, paths);
  if (!ran.ok) throw new Error(ran.problem.code);
  const data = ran.value.data as readonly { file: string; verdict: string; similarity: unknown }[];
  return { ...ran.value, data };
}

describe('verify of several bundles', () => {
  test('says of each which other unit it repeats, how much, and the passages', async () => {
    const { data } = await verify(files);
    expect(data.map(({ similarity }) => similarity === null)).toEqual([false, true, false]);
    expect(data[0]?.similarity).toMatchObject({
      code: 'Y-6',
      severity: 'warning',
      message: expect.stringContaining('与琼山区人民政府的报告相同') as string,
      alike: [
        {
          file: files[2],
          unit: { code: '460107' },
          passages: [
            { here: { section: 'overview', block: 0, start: 0 }, there: { section: 'overview', block: 0 } },
            { here: { section: 'problems' }, there: { section: 'problems' } },
          ],
        },
      ],
    });
  });

  test('says so to people after the verdict, with the longest passage', async () => {
    const { text } = await verify(files);
    const lines = text.zh.split('\n');
    const at = lines.findIndex((line) => line.startsWith('  Y-6 正文'));
    expect(lines[at]).toMatch(/\d+% 的文字与琼山区人民政府的报告相同/u);
    expect(lines[at + 1]).toMatch(/^ {4}“坚持应公开尽公开.*更加便捷”$/u);
    expect(text.en).toMatch(/of the text repeats the report of 秀英区人民政府/u);
  });

  test('it is no reason: verdicts, reasons and exit status are the same as one by one', async () => {
    const together = await verify(files);
    const alone = await Promise.all(files.map((file) => verify([file])));
    const verdicts = (data: (typeof together)['data']) => data.map(({ similarity: _similarity, ...rest }) => rest);
    expect(verdicts(together.data)).toEqual(alone.flatMap(({ data }) => verdicts(data)));
    expect(together.exit).toBe(Math.max(...alone.map(({ exit }) => exit)));
    expect(alone.every(({ data }) => data[0]?.similarity === null)).toBe(true);
  });

  test('a bundle that cannot be read is not compared and stops nothing', async () => {
    const broken = bytesFile('坏包.asice', Buffer.from('这不是上报包'));
    const { data } = await verify([broken, ...files, `${broken}.gone`]);
    expect(data.map(({ similarity }) => similarity === null)).toEqual([true, false, true, false, true]);
  });
});
