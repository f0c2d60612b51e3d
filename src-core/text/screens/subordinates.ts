/** Words of the screen of subordinate units: states, files, the roster. */
import type { FileRole } from '../../consolidation/file-roles.ts';
import type { SubordinateState } from '../../consolidation/subordinates.ts';
import type { ReceivedKind, ReceivedVerdict } from '../../consolidation/received-file.ts';
import type { RosterUnit } from '../../consolidation/roster.ts';
import type { UnitFault, UnitRemark } from '../../consolidation/unit-fault.ts';
import type { Bilingual } from '../../lib/bilingual.ts';

export const subordinateWords = {
  title: { zh: '下级单位', en: 'Subordinate units' },
  year: { zh: '年度', en: 'Year' },
  yearOption: { zh: '{year} 年度', en: '{year}' },
  received: { zh: '已收 {received} / 应报 {expected}', en: '{received} of {expected} received' },
  acceptedOfThem: { zh: '其中已接收 {count} 家', en: '{count} of them accepted' },
  receivedBare: { zh: '收到 {received} 家（没有名单）', en: '{received} units (no roster)' },
  wrongCount: { zh: '有误 {count} 家', en: '{count} wrong' },
  heldCount: { zh: '暂缓 {count} 家', en: '{count} held' },
  returnedCount: { zh: '已退回 {count} 家', en: '{count} returned' },
  receiveFiles: { zh: '接收文件…', en: 'Receive files…' },
  receiveFolder: { zh: '接收文件夹或 U 盘…', en: 'Receive a folder or stick…' },
  dropHint: { zh: '也可以把文件或文件夹拖进窗口', en: 'Or drop files and folders onto the window' },
  dropNow: { zh: '松开鼠标，接收这些文件（{year} 年度）', en: 'Drop to receive these files ({year})' },
  progress: { zh: '正在接收 {done} / {total}', en: 'Receiving {done} of {total}' },
  looking: { zh: '正在查看文件…', en: 'Looking for files…' },
  cancel: { zh: '取消接收', en: 'Cancel' },
  search: { zh: '按名称或代码查找', en: 'Find by name or code' },
  all: { zh: '全部', en: 'All' },
  listName: { zh: '单位名单', en: 'Units' },
  filters: { zh: '按状态显示', en: 'Show by state' },
  nobodyYet: { zh: '还没有单位。请先导入名单，或直接接收文件。', en: 'No units yet. Import a roster, or receive files.' },
  nothingFound: { zh: '没有符合条件的单位', en: 'No such unit' },
  // what came of a batch
  doneHead: { zh: '已接收 {taken} 份', en: '{taken} received' },
  doneRefused: { zh: '拒收 {count} 份', en: '{count} refused' },
  doneKnown: { zh: '以前收过 {count} 份，没有重复接收', en: '{count} received before, passed over' },
  doneIgnored: { zh: '不是报告 {count} 个', en: '{count} no reports' },
  doneOtherYears: { zh: '其中 {count} 份是别的年度，列在各自的年度里', en: '{count} of other years, listed there' },
  doneUnchained: {
    zh: '版次衔接不上 {count} 家（{units}），请向对方核实',
    en: '{count} whose version does not follow from the one before it ({units}): ask them',
  },
  doneStopped: {
    zh: '已取消：看了 {done} / {files} 个文件，收下的都已完整保存；再次接收时会接着做',
    en: 'Cancelled after {done} of {files} files; what was received is kept whole, and receiving again goes on',
  },
  doneUnsaved: { zh: '没有存到磁盘：{problem}', en: 'Not saved to disk: {problem}' },
  notKept: { zh: '“{file}”没有收下：{problem}', en: '"{file}" was not received: {problem}' },
  // overview
  overview: { zh: '总览', en: 'Overview' },
  backToOverview: { zh: '回到总览', en: 'Overview' },
  missingHead: { zh: '未报（{count}）', en: 'Missing ({count})' },
  wrongHead: { zh: '有误（{count}）', en: 'Wrong ({count})' },
  strangersHead: { zh: '不属于名单中任何单位的文件（{count}）', en: 'Files of no unit of the roster ({count})' },
  remarkedHead: { zh: '请留意（{count}）', en: 'To be noted ({count})' },
  sameFault: { zh: '{fault}（{count} 家）', en: '{fault} ({count})' },
  showMore: { zh: '再显示 {count} 份', en: 'Show {count} more' },
  sameReason: { zh: '{count} 份文件原因相同。例如：{reason}', en: '{count} files for the same reason. One of them: {reason}' },
  ofFile: { zh: '“{file}”：{reason}', en: '“{file}”: {reason}' },
  allWell: { zh: '都已收到，没有问题。', en: 'Everything has arrived and is in order.' },
  copyAll: { zh: '复制全部催报和更正通知', en: 'Copy all messages' },
  copy: { zh: '复制通知', en: 'Copy the message' },
  copied: { zh: '已复制', en: 'Copied' },
  andMore: { zh: '等，共 {count} 家', en: '… {count} in all' },
  checkAgain: { zh: '重新核对 {count} 份', en: 'Check {count} again' },
  checkAgainHint: {
    zh: '被拒收的和签名人未登记的文件，按现在登记的密钥和名单再核对一次',
    en: 'Files that were refused or whose signer is unknown, by the keys and roster of now',
  },
  // one unit
  codeChecked: { zh: '已核对', en: 'Checked' },
  noContact: { zh: '名单里没有联系方式', en: 'The roster has no contact' },
  faults: { zh: '问题', en: 'What is wrong' },
  files: { zh: '收到的文件（{count}）', en: 'Files received ({count})' },
  noFiles: { zh: '还没有收到文件', en: 'No file has arrived' },
  revision: { zh: '第 {revision} 版', en: 'version {revision}' },
  saveFile: { zh: '另存原件', en: 'Save the file' },
  hold: { zh: '暂缓计入', en: 'Hold' },
  takeAgain: { zh: '重新计入', en: 'Take again' },
  remove: { zh: '移除', en: 'Remove' },
  savedAs: { zh: '已另存为“{file}”', en: 'Saved as “{file}”' },
  findingsMore: { zh: '还有 {count} 处', en: '{count} more' },
  copyForUs: { zh: '复制待办', en: 'Copy as a task' },
  conflictHint: {
    zh: '这个单位有几份内容不同的文件，都没有计入。看清差别后采用一份，其余的暂缓计入，以后还可以改；拿不准的，复制通知请对方确认。',
    en: 'Several files of the unit differ, and none of them counts. Look at what differs and take one; the others are held, and can be taken again. In doubt, copy the message and ask.',
  },
  arrivedAt: { zh: '{time} 收到', en: 'arrived {time}' },
  arrivedLast: { zh: '{time} 收到，是最新的一份', en: 'arrived {time}, the newest' },
  takeThis: { zh: '采用这份，其余暂缓', en: 'Take this one, hold the others' },
  differsIn: { zh: '相差 {count} 格（按收到的先后）：', en: '{count} cells differ (in the order of arrival):' },
  differsInWords: {
    zh: '表中数字相同，不同的是文字、附件或版本。',
    en: 'The figures are the same; text, attachments or the version differ.',
  },
  noReceiptHere: {
    zh: '这份报告没有签名，不能用回执答复。要告诉对方已经收到，请复制通知，用平时的联系方式发送；要退回的，在上面复制更正通知。需要回执的，请对方改报签名的上报包。',
    en: 'This report is not signed, so no receipt can answer it. To tell the unit that it arrived, copy the message and send it as usual; to return it, copy the message about what is wrong. For a receipt, ask for a signed bundle.',
  },
  copyArrived: { zh: '复制收到通知', en: 'Copy a note of arrival' },
  remarks: { zh: '请留意', en: 'To be noted' },
  beside: { zh: '另有 {count} 份文件无效', en: '{count} other files cannot be used' },
  chainBroken: {
    zh: '第 {revision} 版（“{file}”）写明的上一版与收到的不是同一份，请向对方核实',
    en: 'Version {revision} (“{file}”) names another version before it than the one received; ask the unit',
  },
  chainAbsent: {
    zh: '第 {revision} 版（“{file}”）的上一版没有收到，请向对方核实',
    en: 'The version before version {revision} (“{file}”) was not received; ask the unit',
  },
  earlier: {
    zh: '第 {returned} 版已退回，计入的是以前接收的第 {revision} 版',
    en: 'Version {returned} was returned; version {revision}, accepted before, counts',
  },
  removeFileTitle: { zh: '移除“{file}”？', en: 'Remove “{file}”?' },
  removeFileCounts: {
    zh: '这份文件现在计入汇总。移除后，这个单位的数不再计入，除非它另有能用的文件。',
    en: 'The file counts in the sum now. Without it the unit counts only by another file that can be used.',
  },
  removeFileAbout: {
    zh: '文件原件和记录都保留，以后可以在这里“重新计入”。',
    en: 'The file and its record are kept; it can be taken again here.',
  },
  removeOthers: { zh: '内容相同的文件一并移除：{files}。', en: 'Files with the same bytes go with it: {files}.' },
  removeUnitTitle: { zh: '从 {year} 年度名单移除“{unit}”？', en: 'Remove “{unit}” from the roster of {year}?' },
  removeUnitLost: {
    zh: '名单里记的{fields}会丢失，不能撤销；要恢复，须重新添加或重新导入名单。',
    en: 'What the roster has of it is lost ({fields}); to have it back, add it or import the roster again.',
  },
  removeUnitFiles: {
    zh: '它的 {count} 份文件保留，但不再属于名单中的单位，不计入汇总。',
    en: 'Its {count} files are kept, but belong to no unit of the roster and do not count.',
  },
  leftBehind: {
    zh: '{year} 年度名单里有、这一年度没有的单位（{count}）：{units}。更名、合并的，请在接替单位的“原代码”里写上旧代码。',
    en: 'Units of the roster of {year} that this one does not mention ({count}): {units}. For a renaming or merger, enter the old code with the successor.',
  },
  apartExcluded: { zh: '按名单不计入汇总：{why}', en: 'Left out by the roster: {why}' },
  apartOther: { zh: '由别的单位汇总，本单位不直接接收', en: 'Summed by another unit' },
  editUnit: { zh: '修改名单信息…', en: 'Edit the entry…' },
  removeUnit: { zh: '从名单移除', en: 'Remove from the roster' },
  // the roster
  roster: { zh: '名单', en: 'Roster' },
  rosterCount: { zh: '{year} 年度名单 {count} 家', en: 'Roster of {year}: {count} units' },
  noRoster: { zh: '这一年度还没有名单', en: 'This year has no roster yet' },
  noRosterWhy: {
    zh: '有了名单，才知道谁没报、报来的是谁的。名单是 Excel 或 CSV，表头要有“代码”和“名称”，还可以有级别、上级代码、联系人、电话、原代码、证书指纹等列。',
    en: 'A roster tells who is missing and whose a file is. It is an Excel or CSV file with the headings “code” and “name”; level, parent code, contact, phone, former codes, fingerprint may follow.',
  },
  importRoster: { zh: '导入名单…', en: 'Import a roster…' },
  copyRoster: { zh: '沿用 {year} 年度名单…', en: 'Begin with the roster of {year}…' },
  addUnit: { zh: '添加单位…', en: 'Add a unit…' },
  previewTitle: { zh: '导入名单“{file}”', en: 'Import the roster “{file}”' },
  previewCopyTitle: { zh: '沿用 {file} 年度名单', en: 'Begin with the roster of {file}' },
  previewCounts: {
    zh: '新增 {added} 家，移除 {removed} 家，变更 {changed} 家，不变 {same} 家',
    en: '{added} added, {removed} removed, {changed} changed, {same} the same',
  },
  previewSame: { zh: '与现有名单相同，没有变化。', en: 'The same as the present roster.' },
  previewAdded: { zh: '新增', en: 'Added' },
  previewRemoved: { zh: '移除', en: 'Removed' },
  previewChanged: { zh: '变更', en: 'Changed' },
  previewField: { zh: '{field}：{before} → {after}', en: '{field}: {before} → {after}' },
  previewIgnored: { zh: '没有用到的列：{columns}', en: 'Columns that were not used: {columns}' },
  previewOtherYears: { zh: '{count} 家不在这一年度，没有列入', en: '{count} units are not of this year' },
  blank: { zh: '（空）', en: '(blank)' },
  take: { zh: '采用', en: 'Take it' },
  cancelDialog: { zh: '取消', en: 'Cancel' },
  save: { zh: '保存', en: 'Save' },
  editTitle: { zh: '修改“{unit}”', en: 'Edit “{unit}”' },
  addTitle: { zh: '添加单位', en: 'Add a unit' },
  levelByCode: { zh: '按代码判断', en: 'By the code' },
  predecessorsHint: { zh: '更名、合并前的代码，用顿号或空格隔开', en: 'Codes before a renaming or merger, separated by spaces' },
  excludedHint: { zh: '垂直管理等不计入汇总的，写明理由', en: 'Why it stays out of the sum' },
} as const satisfies Record<string, Bilingual>;

export const subordinateStateWords: Readonly<Record<SubordinateState, Bilingual>> = {
  missing: { zh: '未报', en: 'Missing' },
  received: { zh: '已收', en: 'Received' },
  wrong: { zh: '有误', en: 'Wrong' },
  returned: { zh: '已退回', en: 'Returned' },
  accepted: { zh: '已接收', en: 'Accepted' },
  held: { zh: '暂缓', en: 'Held' },
  apart: { zh: '不直接报送', en: 'Not expected' },
};

export const faultWords: Readonly<Record<UnitFault['kind'], Bilingual>> = {
  missing: { zh: '没有收到报告', en: 'No report has arrived' },
  refused: { zh: '文件被拒收', en: 'A file was refused' },
  conflict: { zh: '几份文件内容冲突', en: 'Files contradict each other' },
  figures: { zh: '数据自相矛盾', en: 'Figures contradict themselves' },
  'not-understood': { zh: '有内容没有读懂', en: 'Places could not be read' },
};

/** In one line of a list; `beside` has how many. */
export const remarkWords: Readonly<Record<UnitRemark['kind'], Bilingual>> = {
  beside: subordinateWords.beside,
  chain: { zh: '版次衔接不上', en: 'version does not follow' },
  earlier: { zh: '计入以前接收的一版', en: 'an earlier version counts' },
};

export const receivedKindWords: Readonly<Record<ReceivedKind, Bilingual>> = {
  bundle: { zh: '上报包', en: 'bundle' },
  filing: { zh: '填报文件', en: 'filing file' },
  workbook: { zh: '工作簿', en: 'workbook' },
  report: { zh: '已公开的报告', en: 'published report' },
};

export const receivedVerdictWords: Readonly<Record<ReceivedVerdict, Bilingual>> = {
  valid: { zh: '签名有效', en: 'signature valid' },
  untrusted: { zh: '完整，签名人未登记', en: 'intact, signer not registered' },
  unsigned: { zh: '没有签名', en: 'not signed' },
  refused: { zh: '拒收', en: 'refused' },
};

export const fileRoleWords: Readonly<Record<FileRole['kind'], Bilingual>> = {
  counts: { zh: '计入', en: 'counts' },
  duplicate: { zh: '与“{by}”内容相同', en: 'the same as “{by}”' },
  superseded: { zh: '已被“{by}”取代', en: 'superseded by “{by}”' },
  conflict: { zh: '内容冲突，没有计入', en: 'in conflict, not counted' },
  returned: { zh: '已退回，没有计入', en: 'returned, not counted' },
  refused: { zh: '拒收', en: 'refused' },
  held: { zh: '暂缓计入', en: 'held' },
  removed: { zh: '已移除', en: 'removed' },
  excluded: { zh: '按名单不计入', en: 'left out by the roster' },
  'left-out': { zh: '没有计入', en: 'not counted' },
};

export const rosterFieldWords: Readonly<Record<keyof RosterUnit, Bilingual>> = {
  code: { zh: '代码', en: 'Code' },
  name: { zh: '名称', en: 'Name' },
  level: { zh: '级别', en: 'Level' },
  parent: { zh: '上级代码', en: 'Parent code' },
  creditCode: { zh: '统一社会信用代码', en: 'Credit code' },
  contact: { zh: '联系人', en: 'Contact' },
  phone: { zh: '电话', en: 'Phone' },
  excluded: { zh: '不计入汇总的理由', en: 'Why it is left out' },
  predecessors: { zh: '原代码', en: 'Former codes' },
  fingerprint: { zh: '证书指纹', en: 'Fingerprint' },
  from: { zh: '起始年度', en: 'First year' },
  to: { zh: '截止年度', en: 'Last year' },
};
