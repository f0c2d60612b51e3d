/** Labels of the form as people write them in a sentence. */

/** `（二）部分公开（区分处理的…）` and `1.属于国家秘密` without their number, and without what stands in brackets behind them. */
export function plainLabel(label: string): string {
  return label.replace(/^(?:（[一二三四五六七八九十]+）|\d+[.、])/u, '').replace(/（.*）$/u, '');
}
