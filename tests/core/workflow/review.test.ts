import { describe, expect, test } from 'vitest';
import { reasonsSinceExport, reviewStateOf } from '#core/workflow/review.ts';

const entry = (action: string, detail: unknown = {}) => ({ at: '2026-01-20T09:00:00.000Z', action, detail });
const approve = entry('review/approve', { reviewer: '李强', signatory: '王芳' });
const approved = { state: 'approved', reviewer: '李强', signatory: '王芳', at: '2026-01-20T09:00:00.000Z' };

describe('the state of review, from the newest entry back', () => {
  test.each([
    ['nothing yet', [], { state: 'open', reason: null }],
    ['edited', [entry('filing/enter-cells')], { state: 'open', reason: null }],
    ['approved', [approve, entry('filing/enter-cells')], approved],
    ['approved and exported', [entry('bundle/export'), approve], approved],
    ['unlocked', [entry('review/unlock', { reason: '退回补充' }), approve], { state: 'open', reason: '退回补充' }],
    ['edited after that', [entry('filing/undo'), entry('review/unlock', { reason: '退回' }), approve], { state: 'open', reason: null }],
    ['an approval nobody can read', [entry('review/approve', 7), entry('filing/justify')], { state: 'open', reason: null }],
  ])('%s', (_name, entries, state) => {
    expect(reviewStateOf(entries)).toEqual(state);
  });
});

describe('the reasons for unlocking', () => {
  test('that belong to the next version are those since the last export, oldest first and once', () => {
    const unlock = (reason: string) => entry('review/unlock', { reason });
    const newestFirst = [
      approve,
      unlock('错字'),
      approve,
      unlock('退回补充'),
      unlock('错字'),
      entry('bundle/export'),
      unlock('第一版以前'),
    ];
    expect(reasonsSinceExport(newestFirst)).toEqual(['错字', '退回补充']);
    expect(reasonsSinceExport([approve, entry('filing/enter-cells')])).toEqual([]);
    expect(reasonsSinceExport([entry('review/unlock', 7)])).toEqual([]);
  });
});
