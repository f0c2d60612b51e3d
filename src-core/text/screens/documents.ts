/** Words of the documents of a report: preview, and saving as Word, web page, Excel or PDF. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const documentsWords = {
  title: { zh: '文档与图表', en: 'Documents and charts' },
  about: {
    zh: '下面是公布用文档的样子：文字、表格和数字与保存的文件一致，分页以打开文件的软件为准。',
    en: 'This is what the published document says: words, tables and figures are those of the saved files; page breaks are made by the program that opens them.',
  },
  docx: { zh: '存为 Word', en: 'Save as Word' },
  html: { zh: '存为网页', en: 'Save as HTML' },
  xlsx: { zh: '存为 Excel', en: 'Save as Excel' },
  pdf: { zh: '存为 PDF', en: 'Save as PDF' },
  paper: {
    zh: '纸质件（加签署页；已导出且未再改动时附上报包摘要和二维码）',
    en: 'Paper copy (with a page to sign; digest and QR code once exported)',
  },
  saving: { zh: '正在生成…', en: 'Making it…' },
  saved: { zh: '已存为“{fileName}”。', en: 'Saved as "{fileName}".' },
  drafts: { zh: '由表格数字起草的句子（插入后请修改）', en: 'Sentences drafted from the tables (edit them once inserted)' },
  insertDraft: { zh: '插入：{label}', en: 'Insert: {label}' },
  preview: { zh: '预览', en: 'Preview' },
  views: { zh: '文档与图表的内容', en: 'Parts of documents and charts' },
  report: { zh: '年报', en: 'Report' },
  charts: { zh: '图表', en: 'Charts' },
  infographic: { zh: '一图读懂', en: 'Page for the public' },
  paperCheck: { zh: '核对纸质件', en: 'Check a paper copy' },
  withCharts: { zh: '附图表（网页和 PDF）', en: 'With charts (HTML and PDF)' },
  date: { zh: '落款日期', en: 'Date' },
  dateHint: { zh: '不填就不写落款。', en: 'Without it, unit and date are not printed.' },
  datePasted: {
    zh: '粘贴的不是日期。可以是 2026-01-23、2026年1月23日、2026.1.23 的样子。',
    en: 'What was pasted is no date. Such as 2026-01-23, 2026.1.23 or 2026/1/23.',
  },
  onlyWithoutCharts: {
    zh: '附图表只有网页和 PDF 能带；要存 Word 或 Excel，请先去掉“附图表”。',
    en: 'Only HTML and PDF have charts. To save Word or Excel, take the charts off first.',
  },
  onlyWithoutPaper: {
    zh: 'Excel 没有签署页；要存 Excel，请先去掉“纸质件”。',
    en: 'The workbook has no page to sign. To save Excel, take the paper copy off first.',
  },
  aboutInfographic: {
    zh: '把主要数字和图表排成一页，随年报一起公布。没有填的数写“未填”。',
    en: 'The main figures and the charts on one page, to be published with the report. Blank figures are said to be blank.',
  },
  infographicHtml: { zh: '存为网页', en: 'Save as HTML' },
  infographicPdf: { zh: '存为 PDF（A4 一页）', en: 'Save as PDF (one A4 page)' },
  infographicPng: { zh: '存为长图', en: 'Save as a long picture' },
} as const satisfies Record<string, Bilingual>;
