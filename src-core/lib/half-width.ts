/**
 * Full-width forms to their ASCII twins, and nothing else: the compatibility forms of Unicode (NFKC) would also turn a
 * footnote mark (`②`, `²`) into a digit of the figure beside it.
 */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/gu, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0)).replace(/\u3000/gu, ' ');
}
