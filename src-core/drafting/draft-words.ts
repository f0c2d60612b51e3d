/** The words between the figures of drafted sentences: reports are Chinese, whatever the language of the screen. */

export const draftWords = {
  received: '{year}年，新收政府信息公开申请{figure}件',
  broughtForward: '上年结转政府信息公开申请{figure}件',
  applicants: '新收申请中，',
  handled: '本年度办理完毕{figure}件',
  ofThese: '其中，',
  group: '{group}的，',
  cases: '{label}{figure}件',
  carriedForward: '结转下年度继续办理{figure}件',
  noRemedies: '本年度没有政府信息公开行政复议、行政诉讼案件。',
  litigation: '行政诉讼（{label}）',
  items: '项',
  pieces: '件',
} as const;
