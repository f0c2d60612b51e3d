/** The line that is being typed for a receipt: taken along where it is complete, said where it is not, never dropped. */
import { expect, test } from 'vitest';
import { nothingTyped, withTyped } from '#renderer/state/typed-reason.ts';

const cell = 'applications.carriedForward.naturalPerson' as const;
const options = [{ key: cell, label: '三 结转下年（自然人）' }];
const before = [{ cell: 'remedies.cases.total', reason: '早先的' } as const];

test.each([
  [
    'a complete line is taken along',
    { label: ' 三 结转下年（自然人）', reason: ' 不一致 ' },
    { reasons: [...before, { cell, reason: '不一致' }] },
  ],
  ['nothing typed changes nothing', nothingTyped, { reasons: before }],
  ['a cell that the form does not have is said', { label: '结转', reason: '不一致' }, { fault: 'cell' }],
  ['a reason without a cell is said', { label: '', reason: '不一致' }, { fault: 'cell' }],
  ['a cell without a reason is said', { label: '三 结转下年（自然人）', reason: ' ' }, { fault: 'reason' }],
])('%s', (_name, typed, expected) => {
  expect(withTyped(before, typed, options)).toEqual(expected);
});
