/** What is wrong with a roster that was to be imported, line by line, with the columns as offices call them. */
import { readRosterFaults, type RosterFault } from '../consolidation/roster-faults.ts';
import { rosterFields, type RosterField } from '../consolidation/roster-columns.ts';
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import type { Problem } from '../lib/problem.ts';
import { rosterReasons } from './problems/consolidation.ts';

/** The headings of the roster file. */
const rosterColumnWords: Readonly<Record<RosterField, Bilingual>> = {
  code: { zh: '代码', en: 'code' },
  name: { zh: '名称', en: 'name' },
  level: { zh: '级别', en: 'level' },
  parent: { zh: '上级代码', en: 'parent' },
  creditCode: { zh: '统一社会信用代码', en: 'credit code' },
  creditCodeReason: { zh: '信用代码说明', en: 'credit code reason' },
  contact: { zh: '联系人', en: 'contact' },
  phone: { zh: '电话', en: 'phone' },
  excluded: { zh: '垂直管理', en: 'excluded' },
  predecessors: { zh: '原代码', en: 'predecessors' },
  fingerprint: { zh: '证书指纹', en: 'fingerprint' },
  from: { zh: '起始年度', en: 'from' },
  to: { zh: '截止年度', en: 'to' },
};

const line: Bilingual = { zh: '第 {line} 行“{column}”：{reason}（{value}）', en: 'line {line}, {column}: {reason} ({value})' };
const firstLine: Bilingual = { zh: '{reason}（与第 {first} 行相同）', en: '{reason} (as in line {first})' };
const value: Bilingual = { zh: '写的是“{value}”', en: '“{value}”' };
const blank: Bilingual = { zh: '空着', en: 'blank' };

/** A line of text for each fault; the reasons are codes of `rosterReasons`. */
function describeRosterFaults(faults: string, language: Language): readonly string[] {
  return readRosterFaults(faults).map((fault) =>
    fillPlaces(line[language], {
      line: fault.line,
      column: rosterColumnWords[fault.column][language],
      reason: reasonOf(fault, language),
      value: fault.value === '' ? blank[language] : fillPlaces(value[language], { value: fault.value }),
    }),
  );
}

/** The column's name where it is one; else what was given. */
function columnName(column: string, language: Language): string {
  const field = rosterFields.find((each) => each === column);
  return field === undefined ? column : rosterColumnWords[field][language];
}

function reasonOf({ reason: code, first }: RosterFault, language: Language): string {
  const words: Readonly<Record<string, Bilingual>> = rosterReasons;
  const reason = words[code]?.[language] ?? code;
  return first === undefined ? reason : fillPlaces(firstLine[language], { reason, first });
}

/** The details of a problem with a roster, in words; none for other problems. */
export function rosterDetails({ code, details }: Problem, language: Language): Readonly<Record<string, string>> {
  const { faults, column } = details;
  if (!code.startsWith('roster/')) return {};
  return {
    ...(typeof faults === 'string' ? { faults: describeRosterFaults(faults, language).join('\n') } : {}),
    ...(typeof column === 'string' ? { column: columnName(column, language) } : {}),
  };
}
