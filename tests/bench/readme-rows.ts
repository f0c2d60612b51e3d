/** The rows of README's tables, by the measurement's id, and their words in Chinese; the English ones are the measurement's own. */

export type ReadmeRow = {
  readonly id: string;
  readonly what: string;
  /** What stands beside it, where something does. */
  readonly beside?: string;
};

export const readmeRows: readonly ReadmeRow[] = [
  { id: 'window/key-95', what: '从按键到合计和问题显示出来，95% 在此之内', beside: '空窗口里的一个输入框' },
  { id: 'window/start', what: '从启动到第一个单元格', beside: '空窗口' },
  { id: 'window/memory', what: '打开一份年报时的内存', beside: '空窗口' },
  { id: 'validation/key-95', what: '按一个键（不算显示），95% 在此之内' },
  { id: 'validation/threads', what: '第一次见到的年报全部校验（含文字），所有核，按时钟' },
  { id: 'storage/save', what: '县级数据文件保存一次改动，直到落盘', beside: '直接写同样字节' },
  { id: 'storage/save-database', what: '县级数据文件保存一次改动，与在数据库文件里做同样改动相比', beside: 'node-sqlite3-wasm' },
  { id: 'storage/province-open', what: '省级数据文件（1 万份）打开并列出全部年报' },
  { id: 'storage/province-block', what: '省级数据文件保存时窗口最长的停顿', beside: '什么都不做时' },
  { id: 'storage/province-memory', what: '省级数据文件的最大内存' },
  { id: 'suspects/imported-first', what: '导入的年报错一格，第一个可疑的就是它' },
  { id: 'intake/template', what: '读入模板工作簿，处理器时间', beside: 'SheetJS 直接读' },
  { id: 'documents/again-2021', what: '一份年报（2021 版）的 Word、HTML、Excel' },
  { id: 'documents/pdf-2021', what: '一份年报（2021 版）的 PDF' },
  { id: 'verify/rate', what: '验证上报包，含复核规则' },
  { id: 'verify/one-loop', what: '验证上报包，与一个命令行循环相比', beside: '一个循环（unzip、openssl、sha256sum）' },
  { id: 'verify/loops', what: '验证上报包，与两个同时跑的命令行循环相比', beside: '两个循环' },
  { id: 'consolidation/rate', what: '接收 1 万个单位的上报包（验证、校验、存储），按时钟' },
  { id: 'consolidation/of-many', what: '1 万个上报包中每个的处理器时间', beside: '1 千个中的每个' },
  { id: 'consolidation/memory', what: '接收时的最大内存' },
  { id: 'consolidation/sum', what: '1 万个单位的汇总，按时钟', beside: '手写的加法' },
  { id: 'consolidation/trace', what: '查出一个数字的来源' },
];
