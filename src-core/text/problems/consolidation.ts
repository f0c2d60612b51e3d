/** Words for problems with rosters and with the files of a consolidation. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const consolidationProblems = {
  'roster/no-headings': {
    zh: '名单“{file}”的前 20 行里找不到表头。请在表头写明“代码”和“名称”两列（其余列可选）。',
    en: 'No line of headings in the first 20 lines of the roster "{file}". It needs the columns "code" and "name"; the others are optional.',
  },
  'roster/malformed': {
    zh: '名单“{file}”有 {count} 处要改，没有导入：\n{faults}',
    en: 'The roster "{file}" has {count} faults and was not imported:\n{faults}',
  },
  'roster/unit-refused': {
    zh: '名单没有改：{column}“{value}”不能用：{reason}。',
    en: 'The roster was not changed: "{value}" cannot be used ({column}): {reason}.',
  },
  'roster/no-unit': {
    zh: '名单里已经没有代码 {code} 的单位。请重新打开这一年度的名单。',
    en: 'No unit of the roster has the code {code} any more. Open the roster of the year again.',
  },
  'roster/preview-outdated': {
    zh: '名单在预览之后变过，没有导入。请重新选择文件。',
    en: 'The roster has changed since the preview; nothing was imported. Choose the file again.',
  },
  'reception/under-way': {
    zh: '正在接收另一批文件。请等它结束，或先取消。',
    en: 'Other files are being received. Wait until that ends, or cancel it.',
  },
  'reception/archive': {
    zh: '“{file}”是压缩包，没有打开。请先解压，再接收里面的 {count} 个文件：{names}。',
    en: '"{file}" is an archive and was not opened. Unpack it first, then receive the {count} files inside: {names}.',
  },
  'reception/empty': {
    zh: '“{file}”是空文件（0 字节），里面什么也没有，多半是复制或下载时中断了。请在来源处看看文件大小，重新复制；来源处也是 0 字节的，请对方重新导出。',
    en: '"{file}" is empty (0 bytes): copying or downloading it was probably cut off. Look at its size where it came from and copy it again; if it is empty there too, ask the unit to export it anew.',
  },
  'reception/other-archive': {
    zh: '“{file}”是压缩包，没有打开。请先解压，再接收里面的文件。',
    en: '"{file}" is an archive and was not opened. Unpack it first, then receive what is inside.',
  },
  'reception/nothing-dropped': {
    zh: '拖进来的不是这台电脑上的文件或文件夹，没有接收。请从文件夹窗口拖入，或用“选择文件”。',
    en: 'What was dropped are no files or folders of this computer; nothing was received. Drag them from a folder, or choose them.',
  },
  'consolidation/no-own-unit': {
    zh: '还不知道是谁在汇总。请先填写本单位（名称、代码、级别）。',
    en: 'It is not known yet who sums. Enter your own unit first (name, code, level).',
  },
  'consolidation/nothing-counted': {
    zh: '{year} 年度还没有一个单位的数据计入汇总。请先接收各单位的报告。',
    en: 'No unit’s figures are in the sum of {year} yet. Receive the units’ reports first.',
  },
  'consolidation/preview-outdated': {
    zh: '显示之后，{year} 年度的汇总或本级年报又有变化，没有填入。请再看一遍差异。',
    en: 'The sum of {year} or your own report has changed since it was shown; nothing was taken. Look at the differences again.',
  },
  'consolidation/nothing-to-sum': {
    zh: '没有一份文件能读出数据，无法汇总（共 {files} 个文件，{refused} 个被拒收）。请检查文件或文件夹。\n{zh}',
    en: 'None of the files gives figures to sum ({files} files, {refused} refused). Check the files or folders.\n{en}',
  },
  'consolidation/nothing-trusted': {
    zh: '没有一份文件通过签名、摘要或信任检查，无法汇总（共 {files} 个文件，{refused} 个被拒收）。\n{zh}',
    en: 'None of the files passed the checks of signature, digest and trust ({files} files, {refused} refused).\n{en}',
  },
  'consolidation/too-large': {
    zh: '{cell} 的合计 {value} 超出了表样能容纳的位数，请核对各单位的数字。',
    en: 'The sum {value} of {cell} has more digits than the form can hold; check the figures of the units.',
  },
  'consolidation/other-year': {
    zh: '“{file}”（{unit}）是 {found} 年度的报告，这次汇总的是 {asked} 年度，没有计入。',
    en: '"{file}" ({unit}) is the report for {found}; this sum is for {asked}. It was not counted.',
  },
  'consolidation/other-edition': {
    zh: '“{file}”（{unit}）用的是 {found} 版表样，这次汇总的是 {asked} 版，不同表样的数字不能相加，没有计入。',
    en: '"{file}" ({unit}) uses the form of {found}; this sum is of {asked}. Figures of different forms do not add up; it was not counted.',
  },
  'consolidation/own-sum': {
    zh: '“{file}”的单位就是汇总单位{unit}（{code}），看来是汇总报告本身，没有计入。如果它是本级自己的报告，请把单位名称写成与汇总单位不同的（例如本级办公室的名称）再报。',
    en: '"{file}" is a report of {unit} ({code}), for which the sum is made; it looks like the sum itself and was not counted. If it is the office’s own report, give it another name than that of the sum.',
  },
  'consolidation/unknown-unit': {
    zh: '“{file}”里没有单位代码，名称“{unit}”在名单里也找不到，不知道是谁的数据，没有计入。请核对名单里的单位名称，或请对方用上报包、填报表报送（里面有单位代码）。',
    en: '"{file}" has no unit code, and no unit of the roster is called "{unit}"; it was not counted. Check the names in the roster, or ask for a bundle or the template, which have the code.',
  },
  'consolidation/not-in-roster': {
    zh: '“{file}”的单位{unit}（{code}）不在名单中由本单位汇总的单位里，没有计入。请核对代码或名单。',
    en: '"{file}" is of {unit} ({code}), which the roster does not have among the units of this sum; it was not counted. Check the code or the roster.',
  },
  'consolidation/not-that-year': {
    zh: '“{file}”的单位{unit}（{code}）按名单在 {year} 年度不报送，没有计入。请核对名单的起止年度。',
    en: '"{file}" is of {unit} ({code}), which by the roster does not file for {year}; it was not counted. Check the years in the roster.',
  },
  'consolidation/several-units': {
    zh: '“{file}”（{unit}，{code}）对应名单里不止一个单位：{units}，没有计入。请对方按新的单位代码分别报送。',
    en: '"{file}" ({unit}, {code}) stands for more than one unit of the roster: {units}; it was not counted. Ask for reports under the present codes.',
  },
  'consolidation/summed-by-other': {
    zh: '“{file}”的单位{unit}（{code}）由{summedBy}汇总，为免重复，没有计入。',
    en: '"{file}" is of {unit} ({code}), whose figures {summedBy} sums; counting it here would count it twice.',
  },
  'consolidation/successor-filed': {
    zh: '“{file}”的单位{unit}（{code}）已并入{successor}，后者已经报送，为免重复，没有计入。',
    en: '"{file}" is of {unit} ({code}), now part of {successor}, which has filed; counting it would count it twice.',
  },
  'consolidation/no-code': {
    zh: '“{file}”里既没有单位代码也没有单位名称，不知道是谁的数据，没有计入。请对方在标题里写明单位全称，或用上报包、填报表报送。',
    en: '"{file}" names neither the code nor the name of a unit; it was not counted. Ask for the unit’s full name in the title, or for a bundle or the template.',
  },
  'consolidation/untrusted': {
    zh: '“{file}”（{unit}）的签名人没有登记（证书指纹 {fingerprint}），没有计入。请电话核对指纹后登记。',
    en: '"{file}" ({unit}) is signed by somebody who is not registered (certificate {fingerprint}); it was not counted. Check the fingerprint by phone and register it.',
  },
  'consolidation/other-key': {
    zh: '“{file}”（{unit}）不是用名单里登记的密钥签的：登记的指纹是 {expected}，签名的是 {fingerprint}，没有计入。请电话核对。',
    en: '"{file}" ({unit}) is signed by another key than the one in the roster: registered {expected}, signed by {fingerprint}; it was not counted. Check by phone.',
  },
  'consolidation/not-an-earlier-report': {
    zh: '“{file}”不是同一单位、同一年度的汇总报告（{reason}），不能比较。请用 consolidate --report 写出的文件。',
    en: '"{file}" is no earlier report of the same sum ({reason}) and cannot be compared. Use a file written by consolidate --report.',
  },
  'consolidation/bug-in-file': {
    zh: '读“{file}”时程序出错了，没有计入，其余文件不受影响。请把这个文件和诊断包交给信息技术人员。',
    en: 'The program failed on "{file}"; it was not counted, the other files were. Please report the file with these words.',
  },
} as const satisfies Record<string, Bilingual>;

/** Faults of a line of a roster. */
export const rosterReasons = {
  'roster-column-twice': { zh: '同一列出现了两次', en: 'the column stands there twice' },
  'roster-code': { zh: '代码只能是数字、字母和连字符，最多 32 位', en: 'a code is digits, letters and hyphens, 32 at most' },
  'roster-code-twice': { zh: '同一年度里代码重复', en: 'the code stands for another unit of the same year' },
  'roster-name': { zh: '名称要写，最多 64 个字', en: 'a name is needed, of 64 characters at most' },
  'roster-level': {
    zh: '级别不认识，请写：省（自治区、直辖市）、市（地级市、自治州）、县（区、县级市、旗）、乡镇（街道）或部门',
    en: 'unknown level; write province, prefecture (city), county (district), township or department',
  },
  'roster-credit-form': {
    zh: '统一社会信用代码应为 18 位（GB 32100）；确是如此的，请在“信用代码说明”列写明理由',
    en: 'a credit code has 18 characters (GB 32100); if it is right all the same, say why in the column "credit code reason"',
  },
  'roster-credit-check': {
    zh: '统一社会信用代码的校验位不对，请核对；确是如此的，请在“信用代码说明”列写明理由',
    en: 'the last character of the credit code does not agree with the others; if it is right all the same, say why in the column "credit code reason"',
  },
  'roster-fingerprint': { zh: '证书指纹应为 64 位十六进制数', en: 'a fingerprint has 64 hexadecimal digits' },
  'roster-fingerprint-twice': { zh: '这枚密钥已经登记给别的单位', en: 'the key is registered for another unit' },
  'roster-year': { zh: '年度应为四位数字，止不早于起', en: 'a year has four digits, and the last is not before the first' },
  'roster-loop': { zh: '上级关系绕成了圈', en: 'the unit is its own superior' },
} as const satisfies Record<string, Bilingual>;
