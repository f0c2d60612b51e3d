import { describe, expect, test } from 'vitest';
import { attachmentName, attachmentsLimitBytes, mediaTypeOf, withAttachment, type Attachment } from '#core/filing/attachment.ts';

const scan = (name: string, size = 10): Attachment => ({ name, size, digest: '0'.repeat(64), mediaType: mediaTypeOf(name) });

describe('an attachment', () => {
  test('of the same name, however it is spelled, takes the place of the old one', () => {
    const next = withAttachment([scan('签字页.PDF'), scan('附表.xlsx')], scan('签字页.pdf', 20));
    expect(next).toEqual({ ok: true, value: [scan('签字页.pdf', 20), scan('附表.xlsx')] });
  });

  test('is refused when all together would be more than a bundle may hold', () => {
    const half = attachmentsLimitBytes / 2;
    const next = withAttachment([scan('a', half), scan('b', half)], scan('c', 1));
    expect(next.ok ? null : next.problem.code).toBe('attachment/too-much');
  });

  test.each([
    ['签字页.pdf', '签字页.pdf'],
    ['a:b?.pdf', 'a_b_.pdf'],
    ['..', null],
    [' .pdf', 'pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(100)}.pdf`],
    ['e\u0301.txt', '\u00e9.txt'],
  ])('called %s goes into a bundle as %s', (name, expected) => {
    expect(attachmentName(name)).toBe(expected);
  });
});
