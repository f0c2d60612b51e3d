/** The columns of a roster file, by the headings that offices give them. */
import type { UnitLevel } from '../form/unit-level.ts';
import { labelKey } from '../intake/label-key.ts';

export const rosterFields = [
  'code',
  'name',
  'level',
  'parent',
  'creditCode',
  'creditCodeReason',
  'contact',
  'phone',
  'excluded',
  'predecessors',
  'fingerprint',
  'from',
  'to',
] as const;
export type RosterField = (typeof rosterFields)[number];

const headings: Readonly<Record<RosterField, readonly string[]>> = {
  code: ['代码', '单位代码', '编码', '单位编码', '行政区划代码', '区划代码', 'code', 'unit code'],
  name: ['名称', '单位名称', '单位', '单位全称', 'name', 'unit name'],
  level: ['级别', '层级', '单位级别', 'level'],
  parent: ['上级', '上级代码', '上级单位代码', '上级单位', 'parent', 'parent code', 'superior'],
  creditCode: ['统一社会信用代码', '信用代码', '社会信用代码', 'credit code'],
  creditCodeReason: ['信用代码说明', '信用代码校验说明', 'credit code reason', 'credit code override'],
  contact: ['联系人', 'contact'],
  phone: ['电话', '联系电话', '手机', 'phone', 'telephone'],
  excluded: ['不纳入汇总', '不计入汇总', '排除', '垂直管理', 'excluded', 'exclude'],
  predecessors: ['原代码', '原单位代码', '曾用代码', '前身代码', '并入单位代码', 'predecessors', 'predecessor', 'predecessor codes'],
  fingerprint: ['证书指纹', '指纹', '登记证书指纹', 'fingerprint', 'certificate fingerprint'],
  from: ['起始年度', '启用年度', '有效起', '起', 'from', 'valid from', 'from year'],
  to: ['截止年度', '停用年度', '有效止', '止', 'to', 'valid to', 'to year'],
};

const fieldByHeading: ReadonlyMap<string, RosterField> = new Map(
  rosterFields.flatMap((field) => headings[field].map((heading) => [labelKey(heading), field] as const)),
);

/** Remarks in brackets behind a heading do not count. */
export function fieldOf(heading: string): RosterField | null {
  return fieldByHeading.get(labelKey(heading)) ?? fieldByHeading.get(labelKey(heading.replace(/[（(].*$/u, ''))) ?? null;
}

/** As offices write them; 市 alone is a city with districts, and its districts say 区. */
const levelWords: Readonly<Record<UnitLevel, readonly string[]>> = {
  province: ['province', 'provincial', '省', '省级', '自治区', '自治区级', '直辖市', '省市区', '省（自治区、直辖市）'],
  prefecture: [
    ...['prefecture', 'city', 'prefecture-level city', 'municipality', '市', '地', '州', '盟', '市级', '地级', '州级', '地市', '地市级'],
    ...['地级市', '地州市', '市州', '设区的市', '设区市', '设区市级', '副省级', '副省级市', '副省级城市', '自治州', '地区', '地区级'],
  ],
  county: [
    ...['county', 'district', 'county-level city', '县', '区', '旗', '县级', '区级', '旗级', '区县', '县区', '市县', '县市区', '区县级'],
    ...['县区级', '县市区级', '县级市', '市辖区', '自治县', '自治旗', '林区', '特区', '不设区的市', '县（市、区）', '县（市、区、旗）'],
  ],
  township: [
    ...['township', 'town', 'subdistrict', '乡', '镇', '街道', '街道办', '街道办事处', '乡镇', '乡级', '镇级', '街道级', '乡镇级', '镇街'],
    ...['乡镇街道', '乡镇街道级', '镇乡', '民族乡', '苏木', '民族苏木', '乡（镇）', '乡（镇、街道）'],
  ],
  department: [
    ...['department', 'agency', 'bureau', '部门', '部门级', '工作部门', '政府部门', '直属部门', '厅', '局', '委', '办', '委办局', '厅局'],
    ...['机关', '单位', '直属单位', '直属机构', '派出机构', '派出机关', '事业单位', '垂管部门', '垂直管理部门', '本级部门'],
  ],
};

const levelByWord: ReadonlyMap<string, UnitLevel> = new Map(
  (['province', 'prefecture', 'county', 'township', 'department'] as const).flatMap((level) =>
    levelWords[level].map((word) => [labelKey(word), level] as const),
  ),
);

/** Null for a word that names no level. */
export function levelOfWord(word: string): UnitLevel | null {
  return levelByWord.get(labelKey(word)) ?? null;
}
