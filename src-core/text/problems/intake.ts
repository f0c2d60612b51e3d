/** Words for problems with the files that intake reads. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const intakeProblems = {
  'intake/not-a-report': {
    zh: '“{fileName}”里找不到年度报告的内容（缺少：{missing}）。请确认选的是政府信息公开工作年度报告全文，或含有这些表的工作簿。',
    en: '"{fileName}" does not read as an annual report (missing: {missing}). Choose the full text of the report or a workbook with its tables.',
  },
  'intake/other-year': {
    zh: '“{fileName}”是 {found} 年度的报告，不是 {asked} 年度的。请核对年度或文件。',
    en: '"{fileName}" is the report for {found}, not {asked}. Check the year or the file.',
  },
  'intake/several-reports': {
    zh: '“{fileName}”里有 {count} 份报告，分不清要哪一份：{names}。请写明要读的单位名称（与标题或工作表里的一致）和年度，或把要读的那份另存为一个文件。',
    en: '"{fileName}" holds {count} reports and it is not clear which is meant: {names}. Give --name as in the title or sheet name and --year, or save the one to read as a file of its own.',
  },
  'intake/no-year': {
    zh: '“{fileName}”的标题和正文里都没有年度。请在标题里写明年度，或读取时指定年度。',
    en: '"{fileName}" names no year in its title or text. Read it by the intake command, with --year.',
  },
  'intake/tables-are-pictures': {
    zh: '“{fileName}”里的表格是图片（{count} 张），读不出数字。请向编制单位要 Word 或表格文件，或对照图片录入。',
    en: 'The tables of "{fileName}" are pictures ({count}); their figures cannot be read. Ask for the Word or workbook file, or type them.',
  },
  'intake/old-word': {
    zh: '“{fileName}”是旧格式的文字文档（.doc、.wps 或 .rtf）。请用 Word 或 WPS 打开，另存为 .docx 后再试。',
    en: '"{fileName}" is a text document of the old kind (.doc, .wps or .rtf). Open it in Word or WPS, save it as .docx and try again.',
  },
  'intake/is-pdf': {
    zh: '“{fileName}”是 PDF。请打开它，全选并复制文字，粘贴到文本文件（.txt）后再试；扫描件只能录入。',
    en: '"{fileName}" is a PDF. Open it, copy all of its text into a text file (.txt) and try again; a scan has to be typed.',
  },
  'intake/is-web-archive': {
    zh: '“{fileName}”是单个网页文件（.mht）。请在浏览器中打开，另存为“网页，仅 HTML”（.html）后再试。',
    en: '"{fileName}" is a web archive (.mht). Open it in a browser, save it as "Webpage, HTML only" (.html) and try again.',
  },
  'intake/encrypted': {
    zh: '“{fileName}”设有打开密码。请用密码打开它，取消密码另存一份后再试。',
    en: '"{fileName}" is protected by a password. Open it with the password, save a copy without one and try again.',
  },
  'intake/has-macros': {
    zh: '“{fileName}”带有宏，没有打开。请用表格或文字软件另存为不带宏的 .xlsx 或 .docx 后再试。',
    en: '"{fileName}" carries macros and was not opened. Save it as .xlsx or .docx without macros and try again.',
  },
  'intake/damaged': {
    zh: '“{fileName}”已损坏或不完整（{reason}），读不下去。请重新下载或复制，或用原来的软件打开后另存一份。',
    en: '"{fileName}" is damaged or incomplete ({reason}). Fetch it again, or open it in its own program and save a copy.',
  },
  'intake/too-large': {
    zh: '“{fileName}”展开后太大（{reason}：{found}，上限 {limit}），没有读取。请只保留年度报告的表格，另存一份后再试。',
    en: '"{fileName}" is too large when unpacked ({reason}: {found}, limit {limit}) and was not read. Save a copy with the tables of the report only.',
  },
  'intake/too-slow': {
    zh: '“{fileName}”在 {seconds} 秒内或可用的内存中没有读完，已经停下。请只保留年度报告的表格，另存一份后再试。',
    en: '"{fileName}" could not be read within {seconds} seconds or the memory allowed; reading was stopped. Save a copy with the tables of the report only.',
  },
  'intake/unknown-encoding': {
    zh: '“{fileName}”的文字编码认不出来（不是 UTF-8，也不是 GB18030）。请用记事本或 WPS 另存为 UTF-8 后再试。',
    en: 'The encoding of "{fileName}" is neither UTF-8 nor GB18030. Save it as UTF-8 and try again.',
  },
  'intake/other-office-file': {
    zh: '“{fileName}”不是文字文档或工作簿，不能读取年度报告。可以用：.txt、.md、.html、.docx、.odt、.xlsx、.xls、.et、.ods、.csv。',
    en: '"{fileName}" is neither a text document nor a workbook. Known: .txt, .md, .html, .docx, .odt, .xlsx, .xls, .et, .ods, .csv.',
  },
  'intake/embedded-document': {
    zh: '“{fileName}”里整个嵌入了另一份文档（{part}），读不出来。请用 Word 或 WPS 打开它，另存一份 .docx 后再试。',
    en: '"{fileName}" has another document embedded whole ({part}), which cannot be read. Open it in Word or WPS, save a copy as .docx and try again.',
  },
  'intake/preview-outdated': {
    zh: '看过“{fileName}”的预览之后，年报又有修改，没有读入。请重新预览再选择。',
    en: 'The report has changed since the preview of "{fileName}" was shown; nothing was taken. Look at it again and choose.',
  },
  'intake/nothing-chosen': {
    zh: '“{fileName}”里没有选中任何要读入的内容，年报没有改变。请选择要读入的表或文字。',
    en: 'Nothing of "{fileName}" was chosen; the report is as it was. Choose the tables or sections to take.',
  },
  'intake/no-last-year': {
    zh: '这台电脑里没有{unit} {year} 年度的年报，无法结转。请先导入上年的年报。',
    en: "There is no report of {unit} for {year} on this computer to carry over from. Import last year's report first.",
  },
} as const satisfies Record<string, Bilingual>;

/** What was too large, and what is broken, as the readers name it. */
export const intakeReasons = {
  'archive-entries': { zh: '压缩包里的文件数', en: 'entries' },
  'archive-bytes': { zh: '展开后的字节数', en: 'bytes when unpacked' },
  'archive-ratio': { zh: '压缩倍数', en: 'compression ratio' },
  'workbook-sheets': { zh: '工作表数', en: 'sheets' },
  'workbook-rows': { zh: '行数', en: 'rows' },
  'workbook-columns': { zh: '列数', en: 'columns' },
  'workbook-cells': { zh: '单元格数', en: 'cells' },
  'workbook-merges': { zh: '合并单元格数', en: 'merged cells' },
  'page-nesting': { zh: '网页嵌套层数', en: 'nested elements' },
  'text-line': { zh: '一行的字数', en: 'characters in a line' },
  'text-letters': { zh: '展开后的字数', en: 'characters when unpacked' },
  'text-lines': { zh: '行数', en: 'lines' },
  'cut-off': { zh: '文件不完整，结尾缺失', en: 'the end of the file is missing' },
  'broken-archive': { zh: '压缩包的目录有误', en: 'its directory is wrong' },
  'broken-content': { zh: '里面的内容无法解析', en: 'its content cannot be parsed' },
} as const satisfies Record<string, Bilingual>;
