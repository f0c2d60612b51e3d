/** Words about consolidation: its notes, and what the command prints. */
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import type { Chain, Conflict } from '../consolidation/choose-sources.ts';
import type { Gap } from '../consolidation/completeness.ts';
import type { OpenUnit } from '../consolidation/open-units.ts';
import { sumNoteHead } from '../consolidation/sum-note.ts';

export const consolidationWords = {
  done: {
    zh: '{unit} {year} 年度汇总已写入 {path}：计入 {summed} 个单位（读了 {files} 个文件）。',
    en: 'The sum of {unit} for {year} is in {path}: {summed} units counted ({files} files read).',
  },
  complete: { zh: '汇总完整。', en: 'The sum is complete.' },
  incomplete: { zh: '汇总不完整：{gaps}。', en: 'The sum is incomplete: {gaps}.' },
  expected: {
    zh: '名单上应报 {expected} 家：已计入 {summed}，未报 {missing}，被拒收 {refused}，内容冲突 {conflict}。',
    en: 'The roster expects {expected} units: {summed} counted, {missing} missing, {refused} refused, {conflict} in conflict.',
  },
  missing: { zh: '未报：{unit}（{code}）{contact}', en: 'Missing: {unit} ({code}) {contact}' },
  refused: { zh: '拒收：{file}\n  {code} {message}', en: 'Refused: {file}\n  {code} {message}' },
  refusedMore: { zh: '  {code}：同样的原因，还有 {count} 份', en: '  {code}: {count} more for the same reason' },
  wrong: { zh: '数据有误：{unit}（{file}）', en: 'Wrong figures: {unit} ({file})' },
  notUnderstood: { zh: '有 {count} 处没有读懂：{unit}（{file}）', en: '{count} places not understood: {unit} ({file})' },
  conflict: {
    zh: '内容冲突，没有计入：{unit} 第 {revision} 版，{why}：{files}',
    en: 'In conflict, not counted: {unit}, version {revision}, {why}: {files}',
  },
  superseded: {
    zh: '已被新版取代：{file}（第 {revision} 版，{unit}），采用 {by}（第 {newest} 版）',
    en: 'Superseded: {file} (version {revision}, {unit}), by {by} (version {newest})',
  },
  duplicate: { zh: '重复，只计一次：{file} 与 {sameAs}（{unit}）', en: 'The same twice, counted once: {file} and {sameAs} ({unit})' },
  chain: { zh: '版本衔接：{unit} 第 {revision} 版，{chain}', en: 'Revision chain: {unit}, version {revision}, {chain}' },
  excluded: { zh: '按名单不计入汇总：{unit}（{why}）', en: 'Left out by the roster: {unit} ({why})' },
  blanks: {
    zh: '有单位未填的单元格：{count} 格（已填的照加，明细见报告）',
    en: 'Cells that some units left blank: {count} (what is stated is summed; see the report)',
  },
  untrusted: {
    zh: '{count} 个上报包的签名完整，但签名人未登记：{units}。给出证书（--trust）或在名单里写上证书指纹，就能核对。',
    en: '{count} bundles are intact but signed by somebody unregistered: {units}. --trust or fingerprints in the roster would tell.',
  },
  ignoredColumns: { zh: '名单里这些列没有用到：{columns}', en: 'Columns of the roster that were not used: {columns}' },
  otherLevel: {
    zh: '{cell}：{unit} 填了 {value}，该级单位没有此项，没有计入',
    en: '{cell}: {unit} states {value}; the row is not for units of its level and was not counted',
  },
  noUnit: {
    zh: '{cell}：{unit} 填了 {value} 而没有写明是元还是万元，没有计入',
    en: '{cell}: {unit} states {value} without saying whether it is 元 or 万元; it was not counted',
  },
  moved: { zh: '与 {file} 相比，{count} 格有变动：', en: 'Against {file}, {count} cells have moved:' },
  movedCell: {
    zh: '  {cell}：{from} → {to}（{difference}），来自 {through}',
    en: '  {cell}: {from} → {to} ({difference}), through {through}',
  },
  unmoved: { zh: '与 {file} 相比，没有变动。', en: 'Against {file}, nothing has moved.' },
  reportWritten: { zh: '汇总报告：{path}', en: 'Report: {path}' },
  progress: { zh: '已接收 {done}/{total}', en: '{done} of {total} received' },
  tidyDone: { zh: '{rows} 行（{files} 份报告）已写入 {path}。', en: '{rows} rows of {files} reports are in {path}.' },
  tidyRefused: { zh: '没有读进：{file}\n  {message}', en: 'Not read: {file}\n  {message}' },
  remindMissing: {
    zh: '{unit}：{year} 年度政府信息公开工作年度报告尚未收到，请尽快报送。',
    en: '{unit}: your annual report on open government information for {year} has not arrived; please send it.',
  },
  remindRefused: {
    zh: '{unit}：你单位报来的“{file}”没有收下。{what}{ask}',
    en: '{unit}: your "{file}" could not be accepted. {what} {ask}',
  },
  remindBeside: {
    zh: '{unit}：你单位的报告已经收到，以“{counted}”为准。同时报来的“{file}”没有收下。{what}它不用再报；只有它是更正后的新版本时，请重新导出后报送。',
    en: '{unit}: your report has arrived, and "{counted}" counts. "{file}", sent beside it, could not be accepted. {what} It need not be sent again; only if it is a newer version, please export and send it anew.',
  },
  remindBroken: {
    zh: '{unit}：收到了第 {revision} 版（“{file}”），它写明更正的第 {before} 版（摘要 {previous}）与收到的第 {before} 版不是同一份。请把它更正的那一份第 {before} 版也报来；没有的，说明以哪一版为准。',
    en: '{unit}: version {revision} ("{file}") has arrived; the version {before} that it names (digest {previous}) is not the version {before} received. Please send that version {before} as well, or say which version holds.',
  },
  remindAbsent: {
    zh: '{unit}：收到了第 {revision} 版（“{file}”），它更正的第 {before} 版（摘要 {previous}）没有收到。请把第 {before} 版也报来；没有的，说明原因。',
    en: '{unit}: version {revision} ("{file}") has arrived; the version {before} that it amends (digest {previous}) has not. Please send version {before} as well, or say why there is none.',
  },
  noPrevious: { zh: '没有写明', en: 'not stated' },
  tellArrived: {
    zh: '{unit}：你单位 {year} 年度政府信息公开工作年度报告已于 {time} 收到（“{file}”）。这份文件没有签名，不另发回执。',
    en: '{unit}: your annual report for {year} arrived on {time} ("{file}"). The file is not signed, so there is no receipt.',
  },
  remindSelf: {
    zh: '本单位待办：{unit}报来的“{file}”还没有计入。{reason}',
    en: 'To do here: "{file}" of {unit} does not count yet. {reason}',
  },
  remindConflict: {
    zh: '{unit}：收到几份版本号相同而内容不同的报告（{files}）。请确认以哪一份为准，作为更正重新导出后报送。',
    en: '{unit}: several reports of one version differ ({files}). Please say which one holds, export it as an amendment and send that.',
  },
  remindWrong: {
    zh: '{unit}：报来的数据有误，请核对后更正报送：\n{findings}',
    en: '{unit}: the figures contradict themselves; please check them and send an amendment:\n{findings}',
  },
  remindNotUnderstood: {
    zh: '{unit}：报来的“{file}”有 {count} 处没有读懂（{places}）。请核对，用年报通的填报表或上报包重新报送。',
    en: '{unit}: {count} places of "{file}" could not be read ({places}). Please check them and send the template or a bundle.',
  },
  noteHead: { zh: `${sumNoteHead}{gaps}。`, en: 'The sum is incomplete: {gaps}.' },
} as const satisfies Record<string, Bilingual>;

export const consolidationAbout = {
  consolidate: {
    zh: '把各单位的上报包、填报文件和报表汇总成本级的填报文件，每个数都能查到来源',
    en: 'sums the bundles, filings and reports of subordinate units; every figure can be traced back',
  },
  tidy: {
    zh: '把报告导出成一行一个数的表（CSV 或 Parquet），供 DuckDB 等分析',
    en: 'writes reports as one figure a row (CSV or Parquet) for DuckDB and the like',
  },
} as const satisfies Record<string, Bilingual>;

export const gapWords: Readonly<Record<Gap, Bilingual>> = {
  missing: { zh: '有单位未报送', en: 'units are missing' },
  refused: { zh: '有文件被拒收', en: 'files were refused' },
  returned: { zh: '有单位的报告已退回而没有计入', en: 'reports of units were returned and are left out' },
  earlier: {
    zh: '有单位的新报告已退回而用了以前接收的那一版',
    en: 'a unit’s new report was returned; the version accepted before it counts',
  },
  held: { zh: '有单位的报告暂缓计入', en: 'reports of units are held and left out' },
  conflict: { zh: '有单位的文件内容冲突', en: 'files of a unit are in conflict' },
  wrong: { zh: '有单位的数据自相矛盾', en: 'figures of a unit contradict themselves' },
  'not-understood': { zh: '有报表没有全部读懂', en: 'a report was not understood in full' },
  'no-unit': { zh: '有金额没有写明元还是万元', en: 'an amount does not say its unit' },
  nothing: { zh: '没有一个单位的数据', en: 'no unit’s figures' },
};

export const conflictWords: Readonly<Record<Conflict['why'], Bilingual>> = {
  'same-revision': { zh: '同一版本号内容不同', en: 'different contents under one version number' },
  'unsigned-over-signed': {
    zh: '没有签名的文件要取代签过名的上报包，却没有写明取代的是哪一个',
    en: 'an unsigned file would replace a signed bundle without naming it',
  },
};

export const chainWords: Readonly<Record<Chain, Bilingual>> = {
  first: { zh: '首版', en: 'the first version' },
  linked: { zh: '与上一版衔接', en: 'follows from the version before' },
  absent: { zh: '上一版不在这些文件里', en: 'the version before is not among these files' },
  broken: { zh: '写明的上一版与收到的不是同一份，请向对方核实', en: 'names another version before it than the one received; ask the unit' },
};

/** The reasons in one phrase. */
export function describeGaps(gaps: readonly Gap[], language: Language): string {
  return gaps.map((gap) => gapWords[gap][language]).join(language === 'zh' ? '、' : ', ');
}

/** Units whose figures are not in the sum, as documents call them. */
const leftOutWords = { missing: '未报送', refused: '拒收', returned: '已退回', held: '暂缓计入', conflict: '内容冲突' } as const;
const leftOut = ['missing', 'refused', 'returned', 'held', 'conflict'] as const;
const mostInNote = 20;

/**
 * What is printed under the tables of an incomplete sum, in one line with the units that it lacks; null for a complete
 * one. In Chinese, as the report is.
 */
export function incompleteNote(gaps: readonly Gap[], open: readonly OpenUnit[]): string | null {
  if (gaps.length === 0) return null;
  const head = fillPlaces(consolidationWords.noteHead.zh, { gaps: describeGaps(gaps, 'zh') });
  const groups = leftOut.map((why) => ({ why, units: open.filter((each) => each.why === why).map(({ name }) => name) }));
  const lines = groups.flatMap(({ why, units }) => {
    const named = `${units.slice(0, mostInNote).join('、')}${units.length > mostInNote ? '等' : ''}`;
    return units.length === 0 ? [] : [`${leftOutWords[why]}（${String(units.length)} 家）：${named}。`];
  });
  return [head, ...lines].join('');
}
