/** Each phrase family of domain.md 2.6: a sentence as reports write it, with tables that agree and tables that do not. */
import { describe, expect, test } from 'vitest';
import { blank, check, read, shown, type Figures, type Told } from './harness.ts';

type Case = [code: string, sentence: string, agreeing: Figures, contradicting: Figures, told?: Told];

const received = { receivedThisYear: 36, broughtForward: 2, handlingTotal: 35, carriedForward: 3 };
const in2023 = { reportYear: 2023 };

const families: readonly Case[] = [
  ['P-1', '2023年，全县共收到政府信息公开申请36件。', received, { receivedThisYear: 37 }],
  ['P-1', '2023年，我局共受理36件政府信息公开申请，均已按时答复。', received, { receivedThisYear: 35 }],
  ['P-1', '共接到社会公众依申请公开36宗。', received, { receivedThisYear: 1 }],
  ['P-1', '全年收政府信息公开申请三十六份。', received, { receivedThisYear: 37 }],
  ['P-1', '收到依申请公开信息３６条。', received, { receivedThisYear: 37 }],
  ['P-1', '受理政府信息依申请公开（36）件。', received, { receivedThisYear: 37 }],
  ['P-1', '（二）依申请公开情况\n2023年，共收到36件，涉及征地、教育等领域。', received, { receivedThisYear: 37 }],
  ['P-1', '全市共收到政府信息公开申请3.4万件。', { receivedThisYear: 34_290 }, { receivedThisYear: 35_290 }],
  ['P-1', '本机关新收政府信息公开申请36起。', received, { receivedThisYear: 34, broughtForward: 2 }],
  ['P-2', '收到政府信息公开申请36件，上年结转2件。', received, { ...received, broughtForward: 3 }],
  ['P-2', '收到政府信息公开申请36件，结转上年度政府信息公开申请2件。', received, { ...received, broughtForward: 1 }],
  ['P-2', '共收到政府信息公开申请36件，2022年结转2件。', received, { ...received, broughtForward: 1 }, in2023],
  ['P-2', '全区共处理政府信息公开申请38件（含上年结转2件）。', received, { ...received, broughtForward: 1, receivedThisYear: 37 }],
  ['P-2', '收到政府信息公开申请36件，无上年结转申请。', { ...received, broughtForward: 0 }, received],
  ['P-3', '收到政府信息公开申请36件，办结35件。', received, { ...received, handlingTotal: 36 }],
  ['P-3', '收到政府信息公开申请36件（其中网上20件），上年结转2件，办结35件。', received, { ...received, handlingTotal: 36 }],
  ['P-3', '答复政府信息公开申请35件（含上年度转结），均在法定期限内。', received, { ...received, handlingTotal: 34 }],
  ['P-3', '全年共办理政府信息公开申请38件。', received, { ...received, broughtForward: 0 }],
  ['P-4', '答复政府信息公开申请35件。其中，予以公开的20件。', { ...received, disclosed: 20 }, { ...received, disclosed: 19 }],
  ['P-4', '收到依申请公开36件、同意公开20件。', { ...received, disclosed: 20 }, { ...received, disclosed: 21 }],
  ['P-5', '答复申请公开政府信息35件，其中部分公开4件。', { ...received, partiallyDisclosed: 4 }, { ...received, partiallyDisclosed: 5 }],
  [
    'P-5',
    '全县共受理依申请公开36件，予以公开及部分公开的有24件。',
    { ...received, disclosed: 20, partiallyDisclosed: 4 },
    { ...received, disclosed: 20, partiallyDisclosed: 5 },
  ],
  [
    'P-6',
    '依申请公开办理中，不予公开8件。',
    { stateSecret: 1, internalAffairs: 4, processInformation: 3 },
    { stateSecret: 1, internalAffairs: 4 },
  ],
  [
    'P-6',
    '收到信息公开申请36件，其中不予公开（三类内部事务信息）4件。',
    { ...received, internalAffairs: 4, stateSecret: 1 },
    { ...received, internalAffairs: 5 },
  ],
  ['P-7', '依申请公开办理中，无法提供5件。', { notHeld: 3, requiresCreation: 2 }, { notHeld: 3, requiresCreation: 3 }],
  ['P-7', '依申请公开办理中，因不掌握相关信息无法提供3件。', { notHeld: 3, requiresCreation: 2 }, { notHeld: 4, requiresCreation: 2 }],
  ['P-7', '政府信息公开申请中，本机关不掌握相关政府信息3件。', { notHeld: 3, requiresCreation: 2 }, { notHeld: 4 }],
  ['P-8', '依申请公开办理中，不予处理6件。', { petitionOrComplaint: 5, duplicate: 1 }, { petitionOrComplaint: 6, duplicate: 1 }],
  ['P-8', '依申请公开办理中，重复申请1件。', { petitionOrComplaint: 5, duplicate: 1 }, { duplicate: 2 }],
  ['P-9', '依申请公开办理中，作其他处理7件。', { otherReason: 4, correctionOverdue: 3 }, { otherReason: 4 }],
  ['P-9', '依申请公开办理中，其他处理7件。', { otherwiseHandled: 7 }, { otherwiseHandled: 8 }, { edition: '2019' }],
  ['P-10', '受理政府信息依申请公开36件，其中3件结转下一年度办理，其余全部办结。', received, { ...received, carriedForward: 4 }],
  ['P-10', '办结政府信息公开申请35件，结转至2024年办理3件。', received, { ...received, carriedForward: 2 }, in2023],
  [
    'P-10',
    '除3件结转2024年办理以外，政府信息公开申请均已答复。政府信息公开申请3件顺延到下年度答复。',
    received,
    { ...received, carriedForward: 2 },
    in2023,
  ],
  ['P-10', '收到政府信息公开申请36件，目前3件仍在办理。', received, { ...received, carriedForward: 0 }],
  ['P-10', '收到政府信息公开申请36件，无结转2024年继续办理件。', { ...received, carriedForward: 0 }, received, in2023],
  [
    'P-11',
    '收到政府信息公开申请36件，其中自然人30件。',
    { ...received, 'receivedThisYear.naturalPerson': 30 },
    { ...received, 'receivedThisYear.naturalPerson': 31 },
  ],
  [
    'P-11',
    '办理依申请公开36件，其中30件为自然人申请。',
    { ...received, 'handlingTotal.naturalPerson': 30 },
    { ...received, 'handlingTotal.naturalPerson': 29 },
  ],
  [
    'P-11',
    '收到政府信息公开申请36件，其中法人或其他组织6件。',
    { ...received, 'receivedThisYear.commercialEnterprise': 4, 'receivedThisYear.other': 2 },
    { ...received, 'receivedThisYear.commercialEnterprise': 4, 'receivedThisYear.other': 1 },
  ],
  ['P-11', '收到政府信息公开申请36件，其中商业企业4件。', { ...received, 'receivedThisYear.commercialEnterprise': 4 }, received],
  ['P-12', '因政府信息公开引起的行政复议6件。', { 'reconsideration.total': 6 }, { 'reconsideration.total': 5 }],
  [
    'P-12',
    '全年政府信息公开被申请行政复议6件。',
    { 'reconsideration.upheld': 4, 'reconsideration.corrected': 2, 'reconsideration.total': 9 },
    { 'reconsideration.total': 5 },
  ],
  [
    'P-12',
    '处理涉及政府信息公开行政诉讼14件。',
    { 'directLitigation.total': 10, 'litigationAfterReconsideration.total': 4 },
    { 'directLitigation.total': 10, 'litigationAfterReconsideration.total': 5 },
  ],
  [
    'P-12',
    '办理政府信息公开行政复议、行政诉讼案件共20件。',
    { 'reconsideration.total': 6, 'directLitigation.total': 14 },
    { 'reconsideration.total': 6, 'directLitigation.total': 13 },
  ],
  [
    'P-12',
    '全县因政府信息公开发生行政复议、行政诉讼，相关案件20件。',
    { 'reconsideration.total': 6, 'directLitigation.total': 14 },
    { 'reconsideration.total': 6 },
  ],
  [
    'P-12',
    '因政府信息公开产生行政复议6件，复议后起诉2件。',
    { 'reconsideration.total': 6, 'litigationAfterReconsideration.total': 2 },
    { 'reconsideration.total': 6, 'litigationAfterReconsideration.total': 1 },
  ],
  [
    'P-12',
    '因政府信息公开产生行政复议案件6件，其中行政复议结果维持5件。',
    { 'reconsideration.total': 6, 'reconsideration.upheld': 5 },
    { 'reconsideration.total': 6, 'reconsideration.upheld': 4 },
  ],
  [
    'P-12',
    '全年因政府信息公开被申请行政复议6件，其中结果纠正2件。',
    { 'reconsideration.total': 6, 'reconsideration.corrected': 2 },
    { 'reconsideration.total': 6, 'reconsideration.corrected': 1 },
  ],
  [
    'P-12',
    '全年因政府信息公开被提起行政诉讼6件，其中尚未审结2件。',
    { 'directLitigation.total': 6, 'directLitigation.pending': 2 },
    { 'directLitigation.total': 6 },
  ],
  ['P-13', '全年未发生因政府信息公开引起的行政复议、行政诉讼。', {}, { 'reconsideration.total': 1 }],
  ['P-13', '无涉及政府信息公开申请的行政复议、行政诉讼。', {}, { 'litigationAfterReconsideration.total': 1 }],
  ['P-13', '未收到因政府信息公开申请引起的行政诉讼。', { receivedThisYear: 3 }, { 'directLitigation.total': 1 }],
  ['P-13', '政府信息公开行政复议零纠错。', { 'reconsideration.total': 6 }, { 'reconsideration.corrected': 1 }],
  ['P-13', '政府信息公开行政诉讼零败诉。', { 'directLitigation.total': 6 }, { 'directLitigation.corrected': 1 }],
  [
    'P-13',
    '因政府信息公开产生行政复议2件，均维持我区原答复。',
    { 'reconsideration.total': 2 },
    { 'reconsideration.total': 2, 'reconsideration.corrected': 1 },
  ],
  ['P-14', '2023年，我镇未收到政府信息公开申请。', {}, { receivedThisYear: 1 }],
  ['P-14', '我街道全年未接到依申请公开事项.', {}, { receivedThisYear: 1 }],
  ['P-14', '政府信息公开申请零报告。', {}, { receivedThisYear: 1 }],
  ['P-1', '我局共受理政府信息公开申请0件。', {}, { receivedThisYear: 1 }],
  ['P-15', '全年制发行政规范性文件2件，均已公开。', { 'normativeDocument.issued': 2 }, { 'normativeDocument.issued': 3 }],
  ['P-15', '本年出台行政规范性文件：废止件数10件。', { 'normativeDocument.repealed': 10 }, { 'normativeDocument.repealed': 9 }],
  ['P-15', '现行有效规范性文件14件。', { 'normativeDocument.inForce': 14 }, { 'normativeDocument.inForce': 15 }],
  ['P-15', '制定政府规章2部。', { 'administrativeRule.issued': 2 }, { 'administrativeRule.issued': 1 }],
  ['P-15', '本单位未制定规范性文件。', {}, { 'normativeDocument.issued': 1 }],
  [
    'P-15',
    '新制作规范性文件60件。',
    { 'normativeDocument.newlyMade': 60 },
    { 'normativeDocument.newlyMade': 59, 'normativeDocument.newlyDisclosed': 59 },
    { edition: '2019' },
  ],
  ['P-16', '全年办理行政许可450件。', { 'administrativeLicense.decisions': 450 }, { 'administrativeLicense.decisions': 423 }],
  ['P-16', '行政处罚处理决定数量29项。', { 'administrativePenalty.decisions': 29 }, { 'administrativePenalty.decisions': 28 }],
  ['P-16', '作出行政强制决定7宗。', { 'administrativeCompulsion.decisions': 7 }, { 'administrativeCompulsion.decisions': 6 }],
  [
    'P-16',
    '其他对外管理服务事项处理决定数量165件。',
    { 'otherManagementService.decisions': 165 },
    { 'otherManagementService.decisions': 93 },
    { edition: '2019' },
  ],
  ['P-16', '行政事业性收费282.1万元。', { 'administrativeFee.feeAmount': '282.1' }, { 'administrativeFee.feeAmount': '282.2' }],
  [
    'P-16',
    '行政事业性收费727,012,578元。',
    { 'administrativeFee.feeAmount': '72701.2578' },
    { 'administrativeFee.feeAmount': '72701.2579' },
  ],
  ['P-16', '行政事业性收费7.27亿元。', { 'administrativeFee.feeAmount': '72701.2578' }, { 'administrativeFee.feeAmount': '73701.2578' }],
];

const told = (more: Told | undefined): Told => more ?? {};

describe('an agreeing figure is recognised and raises nothing', () => {
  test.each(families)('%s %s', (code, sentence, agreeing, _contradicting, more) => {
    const readings = read(sentence, agreeing, told(more)).filter(({ rule }) => rule.code === code);
    expect(shown(readings).length).toBeGreaterThan(0);
    expect(readings.map(({ verdict }) => verdict)).toEqual(readings.map(() => 'agrees'));
    expect(check(sentence, agreeing, told(more))).toEqual([]);
  });
});

describe('a contradicting figure is a warning with its sentence, figure and cells', () => {
  test.each(families)('%s %s', (code, sentence, _agreeing, contradicting, more) => {
    const found = check(sentence, contradicting, told(more)).filter((finding) => finding.code === code);
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) {
      expect(finding).toMatchObject({ kind: 'narrativeFigure', severity: 'warning' });
      expect(sentence).toContain(finding.figure);
      expect(finding.sentence).toContain(finding.figure);
      expect(finding.cells.length).toBeGreaterThan(0);
      expect(finding.rightOperands.map(({ cell }) => cell)).toEqual(finding.cells);
      expect(finding.message.zh).toContain(finding.figure);
      expect(finding.message.en).toMatch(/table [234] has/u);
      expect(`${finding.message.zh}${finding.message.en}`).not.toMatch(/[{}]|undefined|null|NaN/u);
    }
  });
});

test('tables that are still blank contradict nothing', () => {
  const readings = read('收到政府信息公开申请36件，上年结转2件。', {}, { cells: blank('2021') });
  expect(shown(readings)).toEqual(['P-1 36 open', 'P-2 2 open']);
});

test('a total that was left blank is worth its row', () => {
  const figures = { 'disclosed.total': null, 'disclosed.naturalPerson': 200, 'disclosed.other': 72 };
  expect(check('依申请公开予以公开272件。', figures)).toEqual([]);
  expect(check('依申请公开予以公开258件。', figures)).toMatchObject([{ code: 'P-4', left: 258, right: 272, difference: -14 }]);
});
