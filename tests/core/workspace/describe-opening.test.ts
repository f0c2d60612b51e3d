import { describe, expect, it } from 'vitest';
import { describeRecovery, type Recovery } from '#core/text/describe-opening.ts';

const moment = (iso: string) => iso.slice(11, 16);
const filing = { unitCode: '469001', unitName: '五指山市人民政府', reportYear: 2020, changedAt: '2026-01-12T08:35:00Z', seq: 9 };
const recovery: Recovery = {
  setAside: 'D:\\年报\\nianbao.sqlite.damaged',
  copy: { kind: 'generation' },
  savedAt: '2026-01-12T08:31:00Z',
  lost: { kind: 'nothing', lastSaveAt: '2026-01-12T08:31:02Z' },
};
const some = {
  kind: 'some',
  steps: 3,
  lastSaveAt: '2026-01-12T08:36:00Z',
  filings: [filing, { ...filing, unitName: '通什镇人民政府' }],
  isComplete: true,
} as const;

describe('what is said after a broken file', () => {
  it('is that nothing is missing, when nothing is', () => {
    expect(describeRecovery(recovery, 'zh', moment)).toBe(
      '上次的数据文件已损坏，原样移到了“D:\\年报\\nianbao.sqlite.damaged”。现在打开的是 08:31 保存的历史副本。与最后一次保存的记录（08:31）核对一致，没有发现缺少的修改。如果您在这个时间之后还改过，请核对。',
    );
  });

  it('is which reports to check, in both languages', () => {
    const zh = describeRecovery({ ...recovery, copy: { kind: 'backup' }, lost: some }, 'zh', moment);
    expect(zh).toContain('现在打开的是 08:31 做的备份。最后一次保存是在 08:36。');
    expect(zh).toContain(
      '请核对并补录：五指山市人民政府 2020 年（最后修改 08:35）、通什镇人民政府 2020 年（最后修改 08:35）。共 3 步操作不在其中。',
    );
    const en = describeRecovery({ ...recovery, lost: { ...some, isComplete: false } }, 'en', moment);
    expect(en).toContain('check and enter them again: 五指山市人民政府 2020 (last changed 08:35), ');
    expect(en).toMatch(/Others may lack edits too; check them as well\.$/u);
  });

  it('is that the file is gone, and that nobody can tell what is missing', () => {
    const gone = { ...recovery, setAside: '' };
    expect(describeRecovery({ ...gone, lost: { kind: 'unknown', lastSaveAt: null } }, 'zh', moment)).toMatch(
      /^上次的数据文件不见了。.*此后的修改可能不在其中，请核对各份年报。$/u,
    );
    expect(describeRecovery({ ...recovery, lost: { kind: 'unknown', lastSaveAt: '2026-01-12T09:00:00Z' } }, 'zh', moment)).toContain(
      '损坏的文件写于 09:00',
    );
    expect(describeRecovery({ ...recovery, lost: { ...some, filings: [] } }, 'zh', moment)).toContain('副本之后的操作不在其中');
  });

  it('leaves no place unfilled', () => {
    const losses: readonly Recovery['lost'][] = [recovery.lost, some, { ...some, filings: [] }, { kind: 'unknown', lastSaveAt: null }];
    for (const lost of losses)
      for (const language of ['zh', 'en'] as const)
        expect(describeRecovery({ ...recovery, lost }, language, moment)).not.toMatch(/\{\w+\}/u);
  });
});
