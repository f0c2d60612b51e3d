/** The words that our documents print beside the report's own: official documents are Chinese. */
import { additionHeadings } from '../filing/printed-additions.ts';

export const documentWords = {
  signOff: {
    heading: additionHeadings.signOff,
    unit: '填报单位',
    report: '报告年度',
    yearAndRevision: '{year}年度　第{number}版',
    preparer: '填报人',
    phone: '联系电话',
    reviewer: '审核人',
    signatory: '负责人',
    signature: '签字',
    seal: '（盖章处）',
    date: '年　　月　　日',
    dateLabel: '日期',
    digest: '上报包摘要（SHA-256）',
    howToCheck:
      '本纸质件与上报包内容一致的依据：在年报通中验证上报包，显示的摘要应与上面逐字相同；也可在“核对纸质件”中扫描二维码或输入摘要，由程序比较。',
    noDigest: '本页未附上报包摘要：生成上报包后，从上报包重新生成纸质件即有摘要和二维码。',
    qr: '上报包摘要二维码',
  },
  workbook: {
    overview: '总体情况',
    rest: '问题与其他事项',
    table: '表{number}',
    data: '数据',
    footer: '{title}　第 &P 页 共 &N 页',
  },
  infographic: {
    title: '一图读懂 {title}',
    unit: '件',
    received: '本年新收申请',
    broughtForward: '上年结转申请',
    handled: '本年办理申请',
    carriedForward: '结转下年申请',
    reconsideration: '行政复议',
    litigation: '行政诉讼',
    noticeGoesOn: '等，其余见年度报告各表下的说明。',
    asTable: '数据表：{title}',
    source: '数据来源：{title}，表三、表四。',
  },
  additions: { charts: additionHeadings.charts },
  fileNames: {
    infographicFile: '{unit}-{year}-一图读懂{number}.{format}',
    documentFile: '{unit}-{year}-年度报告{number}.{format}',
    paperFile: '{unit}-{year}-年度报告（纸质件）{number}.{format}',
  },
} as const;
