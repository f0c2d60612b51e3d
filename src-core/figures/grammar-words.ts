/**
 * Words of the language itself, the same for every rule: what may stand between a family's word and its figure, and
 * what makes a figure something else (a comparison, another period, a share between several subjects).
 */

/** `filler` and `joint` may stand between; the others make a figure unfit for comparison with a total. */
export const grammarRoles = ['filler', 'joint', 'comparison', 'period', 'respectively'] as const;
export type GrammarRole = (typeof grammarRoles)[number];

export const grammarWords: Readonly<Record<GrammarRole, string>> = {
  filler: [
    '的 了 共 总 计 为 有 达 均 都 仅 只 已 也 并 其 其中 数 量 该 是 被 因 由 类 则 含 即 得 累计 共计 总计 合计 总共 一共 共有 共为 达到',
    '数量 总数 总量 总数量 件数 总件数 数为 办件 办件量 来件 案件 案 件 信息 事项 申请 申请件 申请书 申请量 申请数 请求 政府信息 情形 情况',
    '全部 均已 已经 现已 目前 年内 全年 本年 本年度 今年 当年 年度 期间 今年以来 依法 依规 依法依规 按时 按期 及时 如期 规范 法定 时限 期限',
    '在法定期限内 在规定时限内 在规定期限内 在法定时限内 完成 继续 申请公开 提出 提交 引起 引发 产生 发生 涉及 答复为 办理 处理 仍 还 剩余 其余 包括 包含 决定 较好 较为 较大 较多 较高',
  ].join(' '),
  joint: '和 及 或 与 以及 或者 并',
  comparison:
    '比 较 同比 环比 相比 同期 增长 增加 减少 下降 上升 增幅 降幅 净增 提高 降低 多于 少于 翻番 上年 上年度 上一年 上一年度 去年 去年同期 上年同期',
  period:
    '上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 季度 月份 每月 每季 每年 每日 每天 日均 月均 年均 平均 人均 历年 近年 近年来 近两年 近三年 近五年 施行以来 实施以来 开通以来 成立以来 上线以来 运行以来 以往',
  respectively: '分别 分别为 分别是 分别有',
};

/** Stands right before a number that is not exact. */
export const approximateBefore = /(?:约|近|超|超过|逾|不足|不少于|不低于|至少)$/u;
/** Stand right after a number or its unit. */
export const approximateAfter = ['余', '多', '来', '几', '左右', '以上', '以下', '以内', '上下', '之多'];
/** A number that follows counts nothing by itself: 第三项, 每件, 前两次, 1-3件, 数十件. */
export const countsNothing = /(?:[第每逐任某这那同各〔［[№./A-Za-z]|(?<![目此之])前|[\d一二三四五六七八九十][-—~～至到])$/u;
export const countsRoughly = /[几数上]$/u;
