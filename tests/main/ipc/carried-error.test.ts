/** What a thread tells of a bug, cloned as messages between threads are. */
import { expect, test } from 'vitest';
import { carriedError } from '#main/ipc/carried-error.ts';

test.each([new TypeError('no such key'), new DOMException('no such key', 'OperationError')])(
  'a bug of one thread is told in another with its words and its place: %s',
  (error) => {
    const { message, stack } = structuredClone(carriedError(error));
    expect(message).toBe(`${error.name}: no such key`);
    expect(stack).toContain('carried-error.test');
  },
);

test('what is thrown and is no error is told as it is', () => {
  expect(structuredClone(carriedError('gone')).message).toBe('gone');
});
