/** 上年, 本年 and 下年 in the words of rules, and how reports write them. */

const spellings = {
  上年: ['上年', '上年度', '上一年', '上一年度', '去年'],
  本年: ['本年', '本年度', '今年', '当年'],
  下年: ['下年', '下年度', '下一年', '下一年度', '次年', '明年'],
} as const;
const offsets = { 上年: -1, 本年: 0, 下年: 1 } as const;
const relativeYear = /上年|本年|下年/u;

/** Every way to write a word: 上年结转 is also 上年度结转 and, in a report for 2020, 2019年结转. */
export function spellingsOf(word: string, reportYear: number | null): readonly string[] {
  const found = relativeYear.exec(word)?.[0] as keyof typeof spellings | undefined;
  if (found === undefined) return [word];
  const [before = '', ...rest] = word.split(found);
  const year = reportYear === null ? [] : [String(reportYear + offsets[found])];
  const heads = [...spellings[found], ...year.flatMap((each) => [`${each}年`, `${each}年度`])];
  return heads.flatMap((head) => spellingsOf(rest.join(found), reportYear).map((tail) => `${before}${head}${tail}`));
}
