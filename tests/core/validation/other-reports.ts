/** Whole reports in layouts and wordings other than the published ones; the units are invented, the wordings are usual. */
import type { UnitLevel } from '#core/form/unit-level.ts';
import type { EditionId } from '../../fixtures/editions.ts';
import type { Figures } from '../figures/harness.ts';

export type OtherReport = {
  readonly edition: EditionId;
  readonly level: UnitLevel;
  readonly unitName: string;
  readonly reportYear: number;
  readonly figures: Figures;
  /** Some of the cells that the prose speaks of for certain. */
  readonly noticed: readonly string[];
  readonly prose: Readonly<Record<'preamble' | 'overview' | 'problems' | 'otherMatters', string>>;
};

const town: OtherReport = {
  edition: '2021',
  level: 'township',
  unitName: '柳溪县青石镇人民政府',
  reportYear: 2022,
  figures: {},
  noticed: ['receivedThisYear', 'reconsideration.total'],
  prose: {
    preamble:
      '本报告根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求编制。全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。如对本报告有疑问，请与青石镇人民政府党政综合办公室联系（地址：青石镇人民路1号，邮编：431699，电话：0722-3456789）。',
    overview:
      '2022年，青石镇坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神，认真落实《条例》要求。\n（一）主动公开情况。全年通过县政府网站青石镇专栏公开政府信息312条，其中机构职能4条、财政预决算2条、惠民惠农政策资金158条、疫情防控46条、其他102条。\n（二）依申请公开情况。2022年，我镇未收到政府信息公开申请，无上年结转，未发生因政府信息公开引起的行政复议、行政诉讼。\n（三）政府信息管理情况。严格执行“三审三校”制度，全年审核发布信息312条，未发生失泄密事件。\n（四）平台建设情况。“魅力青石”微信公众号推送信息189期，累计阅读量2.6万余次；设立政务公开专区1处、公开栏17个，覆盖全镇17个村（社区）。\n（五）监督保障情况。成立由镇长任组长的工作领导小组，明确1名分管领导和2名工作人员，召开专题会议3次，开展培训2次，参训45人次。全年未发生责任追究情形，社会评议满意度98.5%。',
    problems:
      '（一）存在的主要问题。一是公开的内容不够全面，二是解读形式单一，三是人员变动较大、业务不熟。（二）改进情况。针对2021年年报提出的3个问题，已整改到位2个，1个正在推进。下一步，一要加强学习，二要及时更新栏目，三要把公开工作纳入年度考核，占比不低于4%。',
    otherMatters: '2022年，我镇没有收取信息处理费，无其他需要报告的事项。',
  },
};

const bureau: OtherReport = {
  edition: '2021',
  level: 'department',
  unitName: '安和市自然资源和规划局',
  reportYear: 2023,
  figures: {
    ...{
      receivedThisYear: 57,
      'receivedThisYear.naturalPerson': 51,
      'receivedThisYear.commercialEnterprise': 4,
      'receivedThisYear.other': 2,
    },
    ...{
      broughtForward: 3,
      disclosed: 21,
      partiallyDisclosed: 9,
      internalAffairs: 2,
      thirdPartyRights: 3,
      notHeld: 15,
      requiresCreation: 2,
    },
    ...{ petitionOrComplaint: 2, duplicate: 1, otherReason: 3, handlingTotal: 58, carriedForward: 2 },
    ...{ 'reconsideration.total': 4, 'reconsideration.upheld': 3, 'reconsideration.otherOutcome': 1 },
    ...{ 'directLitigation.total': 2, 'directLitigation.pending': 2 },
    ...{
      'normativeDocument.issued': 2,
      'normativeDocument.inForce': 19,
      'administrativeLicense.decisions': 846,
      'administrativePenalty.decisions': 37,
    },
  },
  noticed: ['receivedThisYear', 'normativeDocument.issued', 'normativeDocument.inForce'],
  prose: {
    preamble:
      '根据《中华人民共和国政府信息公开条例》规定，现公布安和市自然资源和规划局2023年政府信息公开工作年度报告。本报告电子版可从市政府门户网站下载，数据统计期限为2023年1月1日至2023年12月31日。',
    overview:
      '一年来，我局以“公开为常态、不公开为例外”为原则，统筹推进政务公开各项任务。\n1.主动公开。依托市政府网站公开信息1,286条，其中：土地出让公告94条，征地信息212条，规划公示318条；全年制发行政规范性文件2件，现行有效19件；办理行政许可846件，作出行政处罚37件。\n2.依申请公开。本年新收政府信息公开申请57件，较上年增加12件。其中，自然人申请51件，法人或其他组织申请6件；网络申请20件，信函申请33件，当面申请4件；内容主要涉及征地批文、不动产登记、规划许可等。加上上年结转的3件，共办理60件。办结58件，其中予以公开21件，部分公开9件，不予公开5件（内部事务信息2件、第三方合法权益3件），无法提供17件，不予处理3件，其他处理3件；结转下年度继续办理2件。\n因政府信息公开引起行政复议4件，结果维持3件、其他结果1件；引起行政诉讼2件，尚未审结2件。\n3.政府信息管理。动态调整公开目录，清理失效信息68条。\n4.公开平台建设。网站访问量累计达35.4万人次，政务新媒体粉丝1.2万人。\n5.监督保障。全年开展保密审查培训2次、业务培训4场，覆盖下属8个单位、120余人次。',
    problems:
      '主要问题：一是个别申请答复说理不充分，全年因程序问题被复议机关提出意见1次；二是解读比例仅为60%。改进措施：上年提出的两项问题已全部整改。下一步将建立会商机制，法制机构全程参与，力争解读率达到90%以上。',
    otherMatters: '按照《政府信息公开信息处理费管理办法》，本年度我局共发出收费通知0份，未收取信息处理费。',
  },
};

const county: OtherReport = {
  edition: '2021',
  level: 'county',
  unitName: '云岭县人民政府',
  reportYear: 2024,
  figures: {
    ...{
      receivedThisYear: 218,
      'receivedThisYear.naturalPerson': 195,
      'receivedThisYear.commercialEnterprise': 16,
      'receivedThisYear.legalServiceInstitution': 7,
    },
    ...{
      broughtForward: 11,
      disclosed: 98,
      partiallyDisclosed: 23,
      stateSecret: 1,
      processInformation: 4,
      notHeld: 61,
      unclearAfterCorrection: 3,
    },
    ...{ petitionOrComplaint: 9, excessiveRepetition: 2, correctionOverdue: 5, otherReason: 6, handlingTotal: 212, carriedForward: 17 },
    ...{ 'reconsideration.total': 13, 'reconsideration.upheld': 8, 'reconsideration.corrected': 2, 'reconsideration.pending': 3 },
    ...{
      'directLitigation.total': 1,
      'directLitigation.upheld': 1,
      'litigationAfterReconsideration.total': 3,
      'litigationAfterReconsideration.upheld': 3,
    },
    ...{ 'normativeDocument.issued': 7, 'normativeDocument.repealed': 4, 'normativeDocument.inForce': 86 },
  },
  noticed: ['receivedThisYear', 'broughtForward', 'disclosed', 'carriedForward', 'normativeDocument.inForce'],
  prose: {
    preamble:
      '本年度报告由云岭县人民政府办公室根据各乡镇人民政府、县直各部门报送的材料汇总编制，所列数据统计期限自2024年1月1日起至2024年12月31日止。',
    overview:
      '2024年，云岭县深入贯彻党的二十届三中全会精神，政务公开质效持续提升，在全市第三方评估中位列第2名。\n（一）突出重点，主动公开更加有力。全县各级行政机关通过政府网站、政务新媒体等渠道公开信息2.3万余条。县政府及办公室制发行政规范性文件7件，废止4件，截至年底现行有效86件，均在政府信息公开平台集中公开，并提供Word、PDF两种格式下载。围绕民生领域开展图文、视频解读45篇次，举办新闻发布会12场，回应关切1300余件。\n（二）规范流程，依申请公开更加有序。全县共收到政府信息公开申请218件，同比增长18.5%，申请量前3位的分别是自然资源、住建和农业农村部门。其中自然人195件、占89.4%，法人或其他组织23件、占10.6%。2023年结转11件，全年应办理229件，按期办结212件，结转2025年办理17件。已答复的申请中，予以公开98件、部分公开23件、不予公开5件、无法提供64件、不予处理11件、其他处理11件，法定期限内答复率100%。县政府本级收到申请46件，答复44件。\n（三）防范风险，救济渠道保持畅通。全年因政府信息公开引发行政复议13件，其中维持8件、纠正2件、尚未审结3件；引发行政诉讼4件（未经复议直接起诉1件、复议后起诉3件），均获法院支持。\n（四）建强平台，载体建设更加规范。关停整合政务新媒体6个，保留29个；政府网站年访问量412万次，同比上升7.3个百分点。\n（五）压实责任，监督保障更加到位。政务公开在绩效考核中占4分，全年通报2期，培训680人次，对3家单位开展约谈，未发生责任追究情况。',
    problems:
      '过去一年，工作中仍存在一些不足：一是乡镇之间进展不平衡，16个乡镇中有4个信息更新不及时；二是申请答复仍有1件被责令重新作出；三是互动回应的深度不够。2025年将重点抓好以下工作：一是开展一次全覆盖抽查；二是分两批组织跟班学习；三是完善十类标准文本，切实改进答复质量。',
    otherMatters:
      '（一）收费情况。全年共有2家单位发出收费通知3件，总金额1,460元，实际收取2件、金额860元。（二）建议提案办理结果公开情况。公开人大代表建议答复101件、政协提案答复87件。（三）本年度工作要点落实情况。17项任务均已完成。',
  },
};

const province: OtherReport = {
  edition: '2019',
  level: 'province',
  unitName: '江南省交通运输厅',
  reportYear: 2020,
  figures: {
    ...{ receivedThisYear: 63, 'receivedThisYear.naturalPerson': 58, 'receivedThisYear.commercialEnterprise': 5, broughtForward: 1 },
    ...{
      disclosed: 30,
      partiallyDisclosed: 2,
      internalAffairs: 1,
      notHeld: 24,
      unclearAfterCorrection: 1,
      petitionOrComplaint: 3,
      otherwiseHandled: 1,
    },
    ...{ handlingTotal: 62, carriedForward: 2, 'reconsideration.total': 1, 'reconsideration.upheld': 1 },
  },
  noticed: ['receivedThisYear', 'broughtForward', 'disclosed', 'handlingTotal', 'carriedForward'],
  prose: {
    preamble:
      '根据《中华人民共和国政府信息公开条例》第四十九条、第五十条和《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）要求，特编制本报告。统计时间从2020年1月1日至2020年12月31日。',
    overview:
      '2020年是全面建成小康社会和“十三五”规划收官之年，省交通运输厅扎实做好“六稳”“六保”信息公开。\n一是主动公开提质扩面。厅门户网站全年发布各类信息5632条，其中政策文件128条、通行公告316条；政务微博发布1.1万条、政务微信发布2310条；召开新闻发布会5场。办结省人大代表建议91件、省政协提案104件，办理结果全部公开。\n二是依申请公开依法依规。全年共受理政府信息公开申请63件（其中网络提交41件、信函21件、当面1件），上年结转1件。全年答复62件：予以公开的30件，占48.4%；部分公开的2件，占3.2%；不予公开的1件，占1.6%；无法提供的25件，占40.3%；不予处理的3件，占4.8%；其他处理的1件，占1.6%。结转下年度2件。申请人中自然人58件、商业企业5件。因信息公开被提起行政复议1件，复议结果为维持；未发生行政诉讼案件。\n三是信息管理和平台建设不断加强。完成网站集约化迁移，清理规范性文件240件，其中保留133件、修改55件、废止52件。\n四是监督保障持续强化。第12次修订公开指南，组织两期培训班共260人参加，政务公开纳入年度考核，分值由3分提高至5分。',
    problems:
      '存在的问题：政策解读质量有待提高，全年31项政策中仅有19项采用图解；公众参与渠道不够丰富。改进措施：2021年将实现政策解读全覆盖，开展意见征集不少于10次，进一步加强对市县的指导。',
    otherMatters: '本年度未收取政府信息公开处理费。厅属单位有关情况由各单位另行发布，本报告不含省公路局、省港航局等6家单位的数据。',
  },
};

const district: OtherReport = {
  edition: '2021',
  level: 'county',
  unitName: '海城市临江区人民政府',
  reportYear: 2025,
  figures: {
    ...{
      receivedThisYear: 1042,
      'receivedThisYear.naturalPerson': 986,
      'receivedThisYear.commercialEnterprise': 41,
      'receivedThisYear.other': 15,
      broughtForward: 64,
    },
    ...{
      disclosed: 401,
      partiallyDisclosed: 127,
      securityAndStability: 2,
      thirdPartyRights: 18,
      enforcementCaseFile: 9,
      administrativeInquiry: 33,
      notHeld: 296,
      requiresCreation: 12,
    },
    ...{
      petitionOrComplaint: 44,
      duplicate: 21,
      reissue: 3,
      correctionOverdue: 31,
      otherReason: 52,
      handlingTotal: 1049,
      carriedForward: 57,
    },
    ...{
      'reconsideration.total': 88,
      'reconsideration.upheld': 51,
      'reconsideration.corrected': 9,
      'reconsideration.otherOutcome': 17,
      'reconsideration.pending': 11,
    },
  },
  noticed: ['disclosed', 'notHeld', 'carriedForward', 'reconsideration.total'],
  prose: {
    preamble: '临江区人民政府2025年度政府信息公开工作年度报告由区政府办公室编制。本报告所列数据的统计期限从2025年1月1日到12月31日止。',
    overview:
      '1、主动公开方面\n2025年，区政府网站主动公开政府信息8765条，较2024年减少321条；其中，街道（镇）公开2140条，委办局公开6625条。发布政策解读材料156件，占应解读文件的100%。编制《临江区政府公报》4期，发放3000册。\n2、依申请公开方面\n全区政府信息公开申请数量为1042件，日均近3件，与上年基本持平；上年度结转64件。按申请渠道划分，网页申请688件（66.0%），信函申请301件（28.9%），当面申请53件（5.1%）。全年办结1049件：予以公开401件，部分公开127件，不予公开62件，无法提供308件，不予处理68件，其他处理83件；结转下年57件。从答复时限看，20个工作日内答复967件，延期答复82件。区政府本级办理申请197件，其中5件延期。\n3、行政复议和诉讼方面\n因政府信息公开引发的行政复议案件88件，维持51件、纠正9件、其他结果17件、未审结11件，纠错率10.2%。\n4、管理与平台方面\n梳理标准目录26个领域、1500余项，归集高频数据12万条；线下专区接待群众咨询5400多人次。\n5、监督保障方面\n召开联席会议2次，约谈4家单位，委托第三方每季度测评1次，平均得分92.6分。',
    problems:
      '一、存在的问题：（1）部分单位答复口径不统一，全年有9件被纠正；（2）老旧信息未及时清理。二、改进情况：（1）2024年年报中列出的4条问题已完成整改；（2）下一步建立疑难件“三方会商”，对50%以上的答复书开展事前审核。',
    otherMatters: '一、2025年度全区未收取政府信息公开信息处理费。二、落实上级年度工作要点情况：共22项，完成21项，1项跨年度推进。',
  },
};

const office: OtherReport = {
  edition: '2021',
  level: 'township',
  unitName: '海城市临江区滨河街道办事处',
  reportYear: 2021,
  figures: {
    ...{ receivedThisYear: 3, 'receivedThisYear.naturalPerson': 3, disclosed: 1, notHeld: 2, handlingTotal: 3 },
  },
  noticed: ['receivedThisYear', 'disclosed', 'notHeld', 'reconsideration.total'],
  prose: {
    preamble: '滨河街道办事处按照国务院办公厅政府信息与政务公开办公室统一格式编制2021年度报告，欢迎查阅。',
    overview:
      '（一）主动公开。街道始终把政务公开作为建设服务型机关的重要抓手。全年在区政府网站发布信息九十二条，涉及民政救助、老旧小区改造、疫苗接种等，向居民发放明白纸两千余份，“滨河之声”公众号发布信息三百余条。\n（二）依申请公开。全年共收到申请三件，均为自然人提出，全部在规定时限内办结，其中一件予以公开，两件因本机关不掌握相关信息无法提供，无结转下年度办理的申请。没有因政府信息公开引发的行政复议和行政诉讼案件。\n（三）政府信息管理。落实专人负责，做到一事一审、先审后发。\n（四）平台建设。11个社区均设有公开栏，一楼大厅设置查阅点一处。\n（五）监督保障。党工委会议专题研究两次，接受区级检查一次，反馈的5个问题已整改完毕。',
    problems:
      '问题：一是公开意识有待加强；二是主动公开的时效性不强，第三季度曾有6条信息逾期。改进：今后将建立台账，每月自查一次，明确专人跟踪。',
    otherMatters: '没有需要报告的其他事项。本年度收取信息处理费0元。',
  },
};

export const otherReports: readonly OtherReport[] = [town, bureau, county, province, district, office];
