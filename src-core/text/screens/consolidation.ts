/** Words of the screen of the sum: figures and where they come from, movements, comparison, the superior's own report. */
import type { Bilingual } from '../../lib/bilingual.ts';
import type { Chain } from '../../consolidation/choose-sources.ts';
import type { LineageOrder } from '../../consolidation/lineage.ts';
import type { UnitMovement } from '../../consolidation/movements.ts';
import type { SignatureState, SourceKind } from '../../consolidation/source.ts';
import type { Part } from '../../consolidation/sum-cells.ts';
import type { SimilarFiling } from '../../validation/similar-filings.ts';
import type { OpenUnit } from '../../consolidation/open-units.ts';

export const consolidationScreenWords = {
  parts: { zh: '下级单位与汇总', en: 'Units and sum' },
  partList: { zh: '单位与接收', en: 'Units' },
  partSum: { zh: '汇总', en: 'Sum' },
  title: { zh: '{year} 年度汇总', en: 'Sum of {year}' },
  counted: { zh: '已计入 {summed} / 应计 {expected}', en: '{summed} of {expected} counted' },
  countedBare: { zh: '已计入 {summed} 家（没有名单）', en: '{summed} units counted (no roster)' },
  complete: { zh: '汇总完整', en: 'Complete' },
  incomplete: { zh: '不完整', en: 'Incomplete' },
  incompleteWhy: { zh: '汇总数不完整：{gaps}。', en: 'The sum is incomplete: {gaps}.' },
  unitsOf: { zh: '{why}（{count} 家）：', en: '{why} ({count}): ' },
  nameOwnUnit: { zh: '填写本单位…', en: 'Enter your unit…' },
  close: { zh: '关闭', en: 'Close' },
  cancel: { zh: '取消', en: 'Cancel' },
  views: { zh: '汇总的内容', en: 'Parts of the sum' },
  findings: { zh: '校验 {count}', en: 'Checks {count}' },
  movements: { zh: '变动', en: 'Movements' },
  movementsCount: { zh: '变动 {count}', en: 'Movements {count}' },
  compare: { zh: '对比', en: 'Compare' },
  alike: { zh: '雷同', en: 'Alike' },
  keys: { zh: '方向键移动，回车或单击查看来源', en: 'Arrows move; Enter or a click shows where a figure comes from' },
  blankUnits: { zh: '{count} 家未填', en: '{count} blank' },
  leftOutUnits: { zh: '{count} 家没有计入', en: '{count} not counted' },
  receiving: {
    zh: '正在接收 {done} / {total}，汇总尚未更新；接收结束后自动更新。',
    en: 'Receiving {done} of {total}; the sum is not up to date and follows when that ends.',
  },
  isPartial: { zh: '不完整', en: 'incomplete' },
  // lineage
  lineage: { zh: '来源', en: 'Where it comes from' },
  lineageNone: {
    zh: '在表中选一个数，这里列出它由哪些单位的哪些数加成。',
    en: 'Choose a figure: its units and their values are listed here.',
  },
  lineageSum: { zh: '合计 {value}{unit} · {counted} 家计入', en: 'Sum {value}{unit} · {counted} counted' },
  order: { zh: '排序', en: 'Sort by' },
  lineageList: { zh: '各单位的数', en: 'Values of the units' },
  share: { zh: '占 {percent}%', en: '{percent}%' },
  change: { zh: '上年 {before}，{change}', en: 'last year {before}, {change}' },
  revision: { zh: '第 {revision} 版', en: 'version {revision}' },
  stated: { zh: '原报 {value}{unit}', en: 'stated {value}{unit}' },
  errors: { zh: '{count} 处错误涉及这一格', en: '{count} errors concern this cell' },
  justification: { zh: '{rule} 说明：{text}', en: '{rule} explained: {text}' },
  openUnit: { zh: '查看单位', en: 'Show the unit' },
  saveFile: { zh: '另存原件', en: 'Save the file' },
  savedAs: { zh: '已另存为“{file}”', en: 'Saved as “{file}”' },
  more: { zh: '再显示 {count} 家', en: 'Show {count} more' },
  // findings of the sum
  noFindings: { zh: '汇总数通过全部校验。', en: 'The sum passes all checks.' },
  findingsAbout: {
    zh: '用与填报相同的规则检查汇总数，另有汇总规则 S-1 至 S-6；有上年数据的，连同跨年规则。',
    en: 'The same rules as for any report, and S-1 to S-6 for sums; with last year’s figures also the rules across years.',
  },
  showAll: { zh: '全部 {count} 处', en: 'All {count}' },
  goTo: { zh: '定位', en: 'Go to' },
  // movements
  accepted: { zh: '与 {time} 认可的汇总相比', en: 'Against the sum accepted on {time}' },
  neverAccepted: {
    zh: '还没有认可过这一年度的汇总。认可之后，补报和更正会在这里逐一列出：使哪些总数变了多少。',
    en: 'No sum of this year was accepted yet. Once one is, late files and amendments are listed here with every total they move.',
  },
  acceptAll: { zh: '认可当前汇总', en: 'Accept the sum as it is' },
  acceptUnit: { zh: '接受', en: 'Accept' },
  holdUnit: { zh: '暂缓', en: 'Hold' },
  takeAgain: { zh: '计入', en: 'Take it' },
  noMovements: { zh: '没有变动。', en: 'Nothing has moved.' },
  movedUnits: { zh: '来自哪些单位（{count}）', en: 'Through whom ({count})' },
  movedCells: { zh: '变动的总数（{count}）', en: 'Totals that move ({count})' },
  movesCells: { zh: '使 {count} 个总数变动', en: 'moves {count} totals' },
  movesNothing: { zh: '不影响总数', en: 'moves no total' },
  heldHead: { zh: '暂缓计入的文件（{count}）', en: 'Held files ({count})' },
  cell: { zh: '项目', en: 'Figure' },
  from: { zh: '原来', en: 'Before' },
  to: { zh: '现在', en: 'Now' },
  difference: { zh: '增减', en: 'Change' },
  through: { zh: '来自', en: 'Through' },
  // comparison
  compareAbout: {
    zh: '每行一个单位，按申请量从大到小；颜色是该项占新收申请的比例与全体相比的倍数：颜色越强，比别家越多。',
    en: 'A line for each unit, the largest first; the colour is how its share of applications compares with all units together: stronger is more.',
  },
  compareTable: { zh: '比较', en: 'Compare' },
  page: { zh: '第 {from}–{to} 家，共 {count} 家', en: '{from}–{to} of {count}' },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  heatTitle: { zh: '{table}：单位 × 项目（{column}）', en: '{table}: units by rows ({column})' },
  heatSummary: {
    zh: '本页 {count} 家；颜色最强处是全体平均的 {most} 倍或更多。',
    en: '{count} units on this page; the strongest colour is {most} times the average of all units, or more.',
  },
  unit: { zh: '单位', en: 'Unit' },
  unitCode: { zh: '单位代码', en: 'Unit code' },
  level: { zh: '级别', en: 'Level' },
  state: { zh: '状态', en: 'State' },
  countedState: { zh: '已计入', en: 'Counted' },
  saveComparison: { zh: '导出本表…', en: 'Export this table…' },
  comparisonFile: { zh: '{unit}-{year}-单位对比{number}.csv', en: '{unit}-{year}-单位对比{number}.csv' },
  perHundred: { zh: '{value}（每百件 {rate}，是全体的 {times} 倍）', en: '{value} ({rate} per hundred, {times} times the average)' },
  outliers: { zh: '与规模不相称的数（{count}）', en: 'Out of proportion to the unit’s size ({count})' },
  outliersAbout: {
    zh: '按其他单位的平均水平和本单位新收申请的件数推算。只供核实，不是错误。',
    en: 'What the other units’ rate lets one expect of a unit of this size. A question to ask, not a fault.',
  },
  noOutliers: { zh: '没有明显与规模不相称的数。', en: 'No figure is far out of proportion.' },
  expected: { zh: '推算', en: 'Expected' },
  value: { zh: '填报', en: 'Stated' },
  times: { zh: '倍数', en: 'Ratio' },
  // alike
  alikeAbout: {
    zh: '比对各单位报告的正文，找出与别家雷同的段落（空格、标点不计）；比对各表的数字，找出整张表相同的单位。只供核实。',
    en: 'Compares the prose of all units’ reports (without spaces and marks), and finds tables with the same figures. A question to ask.',
  },
  alikeStart: { zh: '比对正文和表格', en: 'Compare prose and tables' },
  alikeBusy: { zh: '正在比对…', en: 'Comparing…' },
  alikeNone: { zh: '比对了 {count} 份报告的正文，没有发现雷同。', en: 'The prose of {count} reports was compared: none is alike.' },
  alikeFound: { zh: '比对了 {count} 份报告的正文，{pairs} 处雷同', en: '{count} reports compared, {pairs} alike' },
  morePairs: { zh: '再显示 {count} 对', en: 'Show {count} more pairs' },
  moreGroups: { zh: '再显示 {count} 组', en: 'Show {count} more groups' },
  alikeGroup: {
    zh: '{count} 个单位的正文彼此雷同（{pairs} 对，最高 {percent}%）：{units}',
    en: 'The prose of {count} units is alike ({pairs} pairs, {percent}% at most): {units}',
  },
  alikePair: { zh: '{one} 的正文有 {percent}% 与 {other} 相同', en: '{percent}% of the prose of {one} stands in that of {other}' },
  alikeLeft: { zh: '有 {count} 家的正文没有比对：', en: 'The prose of {count} units was not compared:' },
  alikeLeftUnit: { zh: '{unit}：{why}（{file}）', en: '{unit}: {why} ({file})' },
  equalTables: {
    zh: '表格雷同：{units} 的“{table}”数字完全相同（{figures} 个不为零的数）',
    en: 'Equal tables: {units} have the same figures in “{table}” ({figures} above nought)',
  },
  noEqualTables: { zh: '没有整张表的数字都相同的单位。', en: 'No two units have a table with the same figures.' },
  passages: { zh: '查看段落', en: 'Show the passages' },
  passageLetters: { zh: '{count} 字', en: '{count} letters' },
  // own report
  ownNew: { zh: '建立本级年报…', en: 'Begin your own report…' },
  ownUpdate: { zh: '更新本级年报（{count} 格）…', en: 'Update own report ({count})…' },
  ownOpen: { zh: '打开本级年报', en: 'Open own report' },
  ownTitle: { zh: '把汇总数填入本级年报', en: 'Take the sum into your own report' },
  ownIntroNew: {
    zh: '将建立 {unit} {year} 年度的年报，三张表用 {sources} 家的汇总数填好；正文、审核和导出照常进行。',
    en: 'Begins the report of {unit} for {year} with the sum of {sources} units in its tables; prose, review and sealing follow as usual.',
  },
  ownIntro: {
    zh: '{unit} {year} 年度的年报有 {count} 格与 {sources} 家的汇总数不同。填入后可以一步撤销；正文和说明不变。',
    en: '{count} cells of the report of {unit} for {year} differ from the sum of {sources} units. Taking it is one step of undo; the prose stays.',
  },
  ownSame: { zh: '本级年报的三张表与汇总数一致，不用更新。', en: 'The tables of your own report are those of the sum.' },
  ownIncomplete: {
    zh: '汇总还不完整（{gaps}）。填入后，每张表下都会注明不完整和未报的单位。',
    en: 'The sum is incomplete ({gaps}). A note under each table will say so and name who is missing.',
  },
  ownNote: { zh: '{table} 的表下说明：{from} → {to}', en: 'Note under {table}: {from} → {to}' },
  ownTake: { zh: '填入', en: 'Take it' },
  nothing: { zh: '（无）', en: '(none)' },
  ownPresent: { zh: '本级年报', en: 'Own report' },
  ownSum: { zh: '汇总数', en: 'Sum' },
  ownFew: { zh: '先列出 {shown} 格，共 {count} 格', en: 'The first {shown} of {count}' },
  // export
  saveCsv: { zh: '导出 CSV…', en: 'Export CSV…' },
  saveParquet: { zh: '导出 Parquet…', en: 'Export Parquet…' },
  exported: { zh: '已导出“{file}”：每家每格一行，供 DuckDB、PostgreSQL、Excel 等分析。', en: 'Exported “{file}”: one figure a row.' },
  tidyFile: { zh: '{unit}-{year}-汇总明细{number}.{format}', en: '{unit}-{year}-汇总明细{number}.{format}' },
} as const satisfies Record<string, Bilingual>;

export const openUnitWords: Readonly<Record<OpenUnit['why'], Bilingual>> = {
  missing: { zh: '未报', en: 'Missing' },
  refused: { zh: '拒收', en: 'Refused' },
  returned: { zh: '已退回，没有计入', en: 'Returned and left out' },
  earlier: { zh: '新报告已退回，用的是以前接收的', en: 'New report returned; the one accepted before counts' },
  held: { zh: '暂缓计入', en: 'Held' },
  conflict: { zh: '内容冲突', en: 'In conflict' },
  wrong: { zh: '数据有误', en: 'Wrong figures' },
  'not-understood': { zh: '没有全部读懂', en: 'Not understood in full' },
};

export const alikeLeftWords: Readonly<Record<'figures-only' | NonNullable<SimilarFiling['skipped']>, Bilingual>> = {
  'figures-only': { zh: '报来的是表格，没有正文', en: 'what it sent has tables and no prose' },
  'no-prose': { zh: '报告没有正文', en: 'the report has no prose' },
  'too-short': { zh: '正文太短，比不出雷同', en: 'its prose is too short to tell' },
};

export const lineageOrderWords: Readonly<Record<LineageOrder, Bilingual>> = {
  share: { zh: '占比', en: 'Share' },
  change: { zh: '比上年增减', en: 'Change' },
  finding: { zh: '问题', en: 'Findings' },
  name: { zh: '单位代码', en: 'Unit code' },
};

export const partWords: Readonly<Record<Part, Bilingual>> = {
  counted: { zh: '计入', en: 'counted' },
  blank: { zh: '未填', en: 'blank' },
  'other-level': { zh: '该级单位没有此项，没有计入', en: 'not for units of its level, not counted' },
  'no-unit': { zh: '没有写明元还是万元，没有计入', en: 'its unit of money is open, not counted' },
};

export const signatureWords: Readonly<Record<SignatureState, Bilingual>> = {
  valid: { zh: '签名有效', en: 'signature valid' },
  untrusted: { zh: '签名人未登记', en: 'signer not registered' },
  unsigned: { zh: '没有签名', en: 'not signed' },
};

export const sourceKindWords: Readonly<Record<SourceKind, Bilingual>> = {
  bundle: { zh: '上报包', en: 'bundle' },
  filing: { zh: '填报文件', en: 'filing file' },
  report: { zh: '报表', en: 'report' },
};

/** Only what is to be asked about. */
export const chainNotes: Readonly<Record<Chain, Bilingual | null>> = {
  first: null,
  linked: null,
  absent: { zh: '上一版没有收到', en: 'the version before was not received' },
  broken: { zh: '写明的上一版与收到的不是同一份', en: 'names another version before it than the one received' },
};

export const movementWords: Readonly<Record<UnitMovement['why'], Bilingual>> = {
  late: { zh: '新计入：第 {to} 版', en: 'new: version {to}' },
  amended: { zh: '第 {from} 版换成第 {to} 版', en: 'version {from} became version {to}' },
  gone: { zh: '不再计入（原第 {from} 版）', en: 'no longer counted (version {from})' },
};
