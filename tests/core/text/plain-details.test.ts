/** What is put into messages: times of the reader's clock and words, never what only machines read. */
import { describe, expect, it } from 'vitest';
import { problem } from '#core/lib/problem.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { describeReason } from '#core/text/describe-reason.ts';
import { answeredBy } from '#core/text/receipts.ts';
import { withLocalTimes } from '#core/text/local-times.ts';

describe('a message', () => {
  it.each(['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EIO', 'ETIMEDOUT', 'ECONNREFUSED', 'EXYZZY', 'not a regular file'])(
    'says %s in words',
    (reason) => {
      for (const code of ['file/not-writable', 'file/not-readable'] as const) {
        const said = describeProblem(problem(code, { path: '/tmp/a', reason }), 'zh');
        expect(said).not.toContain(reason);
        expect(said).not.toContain('{reason}');
      }
    },
  );

  it('says what is wrong with a data file in words, and names a copy without its long digest', () => {
    for (const reason of [
      'the digest differs',
      'database disk image is malformed',
      'Tree 3 page 7: btreeInitPage() returns error code 11',
    ]) {
      const said = describeProblem(problem('workspace/damaged', { path: '/a', reason }), 'zh');
      expect(said).not.toMatch(/[a-z]{3}/u);
    }
    const path = `000012-2026-01-12T08-30-00Z-${'ab'.repeat(32)}.nianbao-backup`;
    expect(describeProblem(problem('backup/damaged', { path, reason: 'file-cut-off' }), 'zh')).toContain('Z-abababab….nianbao-backup');
  });

  it('has the time of this computer instead of that of machines', () => {
    const until = new Date(2026, 10, 24, 2, 7).toISOString();
    expect(describeReason({ code: 'channel/expired', details: { until } }, 'zh')).toContain('2026-11-24 02:07');
    expect(withLocalTimes({ file: `${until}.asice`, count: 3 })).toEqual({ file: `${until}.asice`, count: 3 });
  });

  it('names the office once where nobody else answered for it', () => {
    expect(answeredBy('国务院办公厅', '国务院办公厅', 'zh')).toBe('国务院办公厅');
    expect(answeredBy('国务院办公厅', '李强', 'zh')).toBe('国务院办公厅 李强');
  });
});
