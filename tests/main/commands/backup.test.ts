/** The headless commands for backups. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFormat } from '#core/workspace/lock-record.ts';
import { nianbao, newFolder, root } from './run-cli.ts';

/** A data folder as the first version left it, with three filings. */
function newWorkspace(): string {
  const folder = join(newFolder(), 'workspace');
  mkdirSync(folder);
  copyFileSync(join(root, 'tests/fixtures/workspaces/schema-1.sqlite'), join(folder, 'nianbao.sqlite'));
  return folder;
}

function create(workspace: string): string {
  const stick = newFolder();
  const made = nianbao(['backup', 'create', '--workspace', workspace, '-o', stick, '--json']);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  return (JSON.parse(made.stdout) as { readonly path: string }).path;
}

describe('the backup commands', () => {
  it('make one file, say that it is whole, and what is inside', () => {
    const workspace = newWorkspace();
    const path = create(workspace);
    const inspected = nianbao(['backup', 'inspect', path]);
    expect(inspected).toMatchObject({ status: 0, stderr: '' });
    expect(inspected.stdout).toContain('备份完整：每个字节都已读出核对，数据库通过完整性检查。');
    expect(inspected.stdout).toContain('年报 3 份：');
    expect(inspected.stdout).toContain('2020 年 通什镇人民政府（469001100）');
    expect(nianbao(['backup', 'inspect', path, '--lang', 'en']).stdout).toContain('Journal: 6 entries, the chain is intact');
  });

  it('list the backups of a data folder with the rule by which they go', () => {
    const listed = nianbao(['backup', 'list', '--workspace', newWorkspace()]);
    expect(listed.status).toBe(0);
    expect(listed.stdout).toContain('升级前备份');
    expect(listed.stdout).toContain('最近 24 个小时各一份，最近 30 天各一份，最近 12 个月各一份');
  });

  it('show what a restore changes, make it, and say how to take it back', () => {
    const workspace = newWorkspace();
    const path = create(workspace);
    expect(nianbao(['backup', 'inspect', path, '--workspace', workspace]).stdout).toContain('与现有数据相同');
    const restored = nianbao(['backup', 'restore', path, '--workspace', workspace, '--json']);
    expect(restored).toMatchObject({ status: 0, stderr: '' });
    const { before } = JSON.parse(restored.stdout) as { readonly before: string };
    expect(readdirSync(join(workspace, 'backups'))).toContain(before);
    expect(existsSync(join(workspace, 'nianbao.lock'))).toBe(false);
  });

  it('refuse a damaged backup with status 3, and a file of another kind with 2', () => {
    const path = create(newWorkspace());
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.with(bytes.length / 2, bytes[bytes.length / 2]! ^ 1));
    expect(nianbao(['backup', 'inspect', path])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('文件中有字节被改动') as string,
    });
    const other = nianbao(['backup', 'inspect', join(root, 'README.md')]);
    expect(other).toMatchObject({ status: 2, stderr: expect.stringContaining('不是年报通的备份文件') as string });
  });

  it('leave a data folder alone that the app has open, and say who has it', () => {
    const workspace = newWorkspace();
    const at = new Date().toISOString();
    const record = { format: lockFormat, id: 'x', host: '另一台电脑', adapters: [], pid: 1, user: '李强', startedAt: at, beatAt: at };
    writeFileSync(join(workspace, 'nianbao.lock'), JSON.stringify(record));
    const refused = nianbao(['backup', 'list', '--workspace', workspace]);
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('李强 在计算机“另一台电脑”上使用') as string });
    expect(readdirSync(workspace).sort()).toEqual(['nianbao.lock', 'nianbao.sqlite']);
  });

  it('make no workspace where there is none', () => {
    const folder = newFolder();
    expect(nianbao(['backup', 'list', '--workspace', folder])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nianbao.sqlite') as string,
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});
