/** Words that the headless commands print. */
import type { Bilingual } from '../lib/bilingual.ts';

export const commandWords = {
  usageHead: { zh: '用法：nianbao 命令 …', en: 'Usage: nianbao COMMAND …' },
  usageFoot: {
    zh: '通用选项：--lang zh|en  --json  --data 数据文件夹。退出码：0 正常；1 有阻止上报的问题；2 用法或输入读不懂；3 签名、摘要或信任检查未通过。',
    en: 'Everywhere: --lang zh|en  --json  --data FOLDER. Exit status: 0 fine; 1 blocking findings; 2 usage or unreadable input; 3 a signature, digest or trust check failed.',
  },
  show: { zh: '列出文件中的全部单元格', en: 'lists the cells of a supported file' },
  intake: {
    zh: '把已公布的年报（文本、网页、Word）或工作簿变成填报文件；给文件夹时一次读完',
    en: 'turns published reports (text, web page, Word) and workbooks into filings; a folder in one go',
  },
  template: {
    zh: '生成下发填报用的 Excel 表（自动合计、限制填法，可带上年数据）',
    en: 'makes the Excel workbook to be filled in (totals computed, entries checked, last year’s figures beside)',
  },
  templateWritten: {
    zh: '{unit} {year} 年度的 Excel 填报表已写入 {path}（表样：{document}）。填好后可用 intake 读回。',
    en: 'The Excel workbook for {unit}, {year}, is in {path} (form: {document}). Once filled in, intake reads it back.',
  },
  render: {
    zh: '生成 Word、网页、Excel 或 PDF 文件；--paper 为带签署页的纸质件（从上报包生成时附摘要和二维码），--date 写上落款，--charts 附图（网页、PDF），--infographic 为“一图读懂”（html、pdf 一页，png 长图），--prior 给出上年报告',
    en: 'makes the Word, HTML, Excel or PDF document; --paper adds the page to sign (with digest and QR code when made from a bundle), --date unit and date, --charts charts (HTML, PDF); --infographic is the page for the public (html, pdf, or a long png); --prior is last year’s report',
  },
  rendered: { zh: '{title}：已写入 {path}。', en: '{title}: written to {path}.' },
  validate: { zh: '按全部规则校验', en: 'checks all rules' },
  seal: { zh: '校验并做成签名的上报包', en: 'validates and makes the signed bundle' },
  verify: { zh: '验证上报包：容器、摘要、签名、证书、复核', en: 'verifies bundles: container, digests, signature, certificate, rules' },
  intakeDone: {
    zh: '已读出 {found}/{expected} 格，写入 {path}。未找到 {notFound} 格，未读懂 {notUnderstood} 处，合计与各项之和不同 {stated} 处。',
    en: 'Read {found} of {expected} cells into {path}. Not found: {notFound}; not understood: {notUnderstood}; totals that differ from their sums: {stated}.',
  },
  intakeNotFound: { zh: '未找到：{label}', en: 'Not found: {label}' },
  intakeNotUnderstood: { zh: '未读懂：{place}“{text}”', en: 'Not understood: {place} "{text}"' },
  intakeStated: {
    zh: '合计不符：{label} 写的是 {stated}，各项之和 {computed}',
    en: 'Total differs: {label} states {stated}, the parts sum to {computed}',
  },
  intakeNote: { zh: '注意：{note}', en: 'Note: {note}' },
  intakeManyDone: {
    zh: '共 {count} 份：写入 {folder} {taken} 份；重复 {duplicates} 份，对不上单位或年度 {unmatched} 份，读不了 {refused} 份。',
    en: '{count} reports: {taken} written to {folder}; {duplicates} duplicates, {unmatched} of no known unit or year, {refused} unreadable.',
  },
  intakeManyTaken: {
    zh: '已读：{place} → {unit} {year}，{found}/{expected} 格，待看 {open} 处',
    en: 'Read: {place} → {unit} {year}, {found} of {expected} cells, {open} to look at',
  },
  intakeManyDuplicate: {
    zh: '重复：{place} 也是 {unit} {year} 年度的，已按 {of} 读取，这一份没有取用',
    en: 'Duplicate: {place} is also {unit} {year}; {of} was read, this one was not',
  },
  intakeManyUnmatched: {
    zh: '对不上：{place}（单位：{names}；年度：{year}）。请用 --roster 给出含这个单位的名册，或在标题里写明单位和年度',
    en: 'Unmatched: {place} (unit: {names}; year: {year}). Give --roster with this unit, or name unit and year in the title',
  },
  intakeManyRefused: { zh: '读不了：{place}：{reason}', en: 'Unreadable: {place}: {reason}' },
  reportWritten: { zh: '读取报告：{path}', en: 'Intake report: {path}' },
  validateFine: {
    zh: '校验通过：{unit} {year} 年度，没有错误和待核实项。',
    en: 'All checks pass: {unit}, {year}; no errors, no warnings.',
  },
  validateCount: {
    zh: '{unit} {year} 年度：{errors} 处错误，{warnings} 处待核实。',
    en: '{unit}, {year}: {errors} errors, {warnings} warnings.',
  },
  priorMerged: {
    zh: '上年数据为 {count} 个单位之和：{units}。',
    en: 'Last year’s figures are the sum of {count} units: {units}.',
  },
  severityError: { zh: '错误', en: 'error' },
  severityWarning: { zh: '核实', en: 'warning' },
  severityHint: { zh: '提示', en: 'hint' },
  justified: { zh: '（已说明）', en: '(explained)' },
  sealed: {
    zh: '上报包已写入 {path}，并读回验证无误。\n摘要：{digest}',
    en: 'The bundle is in {path}; it was read back and verified.\nDigest: {digest}',
  },
  verdictValid: { zh: '有效', en: 'valid' },
  verdictUntrusted: { zh: '完整，但签名人未登记', en: 'intact, signer not registered' },
  verdictInvalid: { zh: '无效', en: 'invalid' },
  verdictLine: { zh: '{file}：{verdict}', en: '{file}: {verdict}' },
  signedBy: {
    zh: '  {unit} {year} 年度 第 {revision} 版；签名人 {signer}，自称签名时间 {time}，证书指纹 {fingerprint}',
    en: '  {unit}, {year}, version {revision}; signed by {signer}, claimed time {time}, certificate {fingerprint}',
  },
  backupList: { zh: '列出数据文件夹里的备份', en: 'list the backups in a data folder' },
  backupCreate: { zh: '把整个数据文件夹备份成一个文件', en: 'back a data folder up into one file' },
  backupInspect: {
    zh: '检查备份：只读打开，说明里面有什么、是否完整；给出数据文件夹时还说明恢复会改变什么',
    en: 'look into a backup, read-only: what is inside, whether it is whole, and what restoring it would change',
  },
  backupRestore: { zh: '用备份替换数据文件夹的内容；替换前先备份现状', en: 'restore a backup; the present state is backed up first' },
  backupLine: { zh: '{name}\n    {time}，{reason}，{size}', en: '{name}\n    {time}, {reason}, {size}' },
  noBackups: { zh: '还没有备份。', en: 'There are no backups yet.' },
  backupMade: {
    zh: '备份已写入 {path}，并读回核对无误（{size}）。\n摘要：{sha256}',
    en: 'The backup is in {path}; it was read back and found whole ({size}).\nDigest: {sha256}',
  },
  backupRestored: {
    zh: '已恢复。恢复前的状态备份在 {before}，恢复它即可撤回这次恢复。',
    en: 'Restored. The state before is in {before}; restoring that takes this restore back.',
  },
  bug: { zh: '程序出错了，没有完成。请把下面的内容反馈给开发者。', en: 'Something went wrong; please report what follows.' },
  passphraseAgainPrompt: { zh: '再输一次：', en: 'Again: ' },
  passphrasePrompt: { zh: '密钥口令：', en: 'Passphrase: ' },
} as const satisfies Record<string, Bilingual>;
