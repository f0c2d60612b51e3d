/** The diagnostics bundle helps, and tells nothing of units, people and reports, even when the log is full of them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { firstSettings } from '#core/workspace/settings.ts';
import { makeDiagnostics } from '#main/diagnostics/make-diagnostics.ts';
import { redactLine } from '#main/diagnostics/redact.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { edition, expectOk, open, sampleFiling } from '../store/workspace-fixture.ts';

const head = '[2026-01-12 08:30:00.000] [error]';

async function makeBundle() {
  const data = join(makeTemporaryFolder(), '王芳的数据');
  const workspace = open(join(data, 'workspace'));
  const filing = {
    ...sampleFiling(),
    unit: { ...sampleFiling().unit, name: '琼海市博鳌镇人民政府' },
    narrative: { overview: [{ kind: 'paragraph' as const, content: [{ kind: 'text' as const, text: '全年主动公开信息 73519 条' }] }] },
    people: { preparer: '王芳', reviewer: null, signatory: null, phone: '0898-62771234' },
  };
  expectOk(
    await workspace.addFiling(filing as typeof filing & ReturnType<typeof sampleFiling>, {
      actor: '王芳',
      action: 'filing/create',
      detail: {},
    }),
  );
  mkdirSync(join(data, 'logs'));
  const lines = [
    `${head} bug 1a2b3c4d { channel: 'filing/open' } Error: 琼海市博鳌镇人民政府 73519 in '全年主动公开信息'`,
    `    at open (${data}/app/out/main/desk.cjs:1234:56)`,
    `${head} ENOENT: no such file or directory, open '/home/王芳/U盘/琼海市-469002-2025-v1.asice', phone 0898-62771234`,
    `${head} cells {"applications.receivedThisYear.total":73519,"preparer":"王芳"}`,
  ];
  writeFileSync(join(data, 'logs/nianbao.log'), lines.join('\n'));
  writeFileSync(join(data, 'logs/nianbao.old.log'), lines.join('\n'));
  writeFileSync(join(data, 'logs/其他.txt'), '不在其中');
  const order = { data, versions: { 年报通: '0.1.0' }, platform: 'linux', settings: firstSettings, editions: [edition] };
  return { order, workspace, filing };
}

const textOf = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)] as const);

describe('the diagnostics bundle', () => {
  it('holds versions, sizes and the logs, the rotated one too', async () => {
    const { order, workspace } = await makeBundle();
    const files = Object.fromEntries(textOf(makeDiagnostics({ ...order, workspace: ok(workspace) })));
    expect(Object.keys(files)).toEqual(['diagnostics.json', 'logs/nianbao.log', 'logs/nianbao.old.log']);
    const about = JSON.parse(files['diagnostics.json'] ?? '') as Record<string, Record<string, unknown>>;
    expect(about).toMatchObject({
      versions: { 年报通: '0.1.0' },
      workspace: { opened: 'created', reports: 1, journalIsIntact: true },
      sizes: { workspace: { files: expect.any(Number) }, logs: { files: 3 } },
    });
    expect(files['logs/nianbao.log']).toContain(`${head} bug 1a2b3c4d`);
    expect(files['logs/nianbao.log']).toContain('at open (desk.cjs:1234:56)');
    expect(files['logs/nianbao.log']).toContain('ENOENT: no such file or directory');
  });

  it('has no unit, person, telephone number, figure, prose or folder in it', async () => {
    const { order, workspace } = await makeBundle();
    const all = textOf(makeDiagnostics({ ...order, workspace: ok(workspace) }))
      .flat()
      .join('\n');
    for (const secret of ['琼海', '博鳌', '人民政府', '王芳', '73519', '主动公开', '469002', '62771234', '0898', order.data, 'U盘']) {
      expect(all, secret).not.toContain(secret);
    }
  });

  it('can be made when the data cannot be opened, and says why', async () => {
    const { order } = await makeBundle();
    const [about] = textOf(makeDiagnostics({ ...order, workspace: fail(problem('workspace/damaged', { path: order.data })) }));
    expect(JSON.parse(about?.[1] ?? '')).toMatchObject({ workspace: { problem: 'workspace/damaged' } });
    expect(about?.[1]).not.toContain(order.data);
  });
});

describe('a redacted line', () => {
  const chinese = fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)), minLength: 1 });
  const around = fc.constantFrom('Error: ', '(', 'at /home/', '"', "'", ' = ', '数据');

  it('keeps no Chinese character and no figure, wherever they stand', () => {
    fc.assert(
      fc.property(chinese, fc.integer({ min: 10, max: 999_999_999 }), around, around, (text, figure, before, between) => {
        const line = redactLine(`${head} ${before}${text}${between}${String(figure)} end`);
        expect(line.slice(head.length)).not.toMatch(/\p{Script=Han}/u);
        expect(line.slice(head.length)).not.toMatch(/\d{2,}/u);
        expect(line.startsWith(head)).toBe(true);
      }),
    );
  });

  it('is the same when it is redacted again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const once = redactLine(`${head} ${text}`);
        expect(redactLine(once)).toBe(once);
      }),
    );
  });
});
