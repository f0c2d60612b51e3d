/** The headings of what our documents add to a report: intake knows by them where the report itself has ended. */

export const additionHeadings = { charts: '附：年报数据图', signOff: '签署页（纸质件）' } as const;
