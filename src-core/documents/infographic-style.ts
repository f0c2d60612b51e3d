/** The style sheet of the page for the public, and that of charts in any document of ours. */
import { infographicWidth, pictureWidth } from './infographic.ts';

const text = '"Microsoft YaHei", "PingFang SC", "Nianbao Hei", "Noto Sans SC", sans-serif';
const titles =
  '方正小标宋简体, 方正小标宋_GBK, FZXiaoBiaoSong-B05S, 华文中宋, STZhongsong, "Nianbao Title", "Noto Serif SC", "Songti SC", SimSun, serif';

export const chartStyle = `
.notice { margin: 0 0 14px; padding: 6px 10px; border: 2px solid #9a3b00; color: #7a2f00; font-size: .875em; line-height: 1.45; text-indent: 0; text-align: left; }
.notice strong { font-weight: 700; } .notice.many { font-size: .75em; line-height: 1.35; }
.chart { margin: 0; break-inside: avoid; }
.chart svg { display: block; width: 100%; height: auto; }
.chart figcaption { font-size: .875em; } .chart figcaption p { margin: 0; text-indent: 0; text-align: left; }
.chart details { margin-top: .3em; }
.chart table { width: auto; margin-top: .3em; border-collapse: collapse; font: inherit; }
.chart :is(th, td) { height: auto; padding: .1em .7em; border: 1px solid #666; text-align: right; font-weight: 400; }
.chart tbody th { text-align: left; }
@media print { .chart details { display: none; } }
`;

export const infographicStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 16px; max-width: ${String(infographicWidth.page + 32)}px; background: #fff; color: #1a1a1a; font: 14px/1.5 ${text}; }
h1 { margin: 8px 0 18px; padding-bottom: 14px; border-bottom: 3px solid #1d5da3; font: 400 26px/1.35 ${titles}; text-align: center; word-break: keep-all; overflow-wrap: anywhere; }
h1.many { margin-bottom: 10px; padding-bottom: 8px; font-size: 18px; } .many ~ footer .source { font-size: 10px; }
h2, dd b { font-weight: 400; } h2 { margin: 0 0 8px; padding-left: 9px; border-left: 5px solid #1d5da3; font-size: 17px; line-height: 1.3; }
dl { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px 18px; margin: 0 0 18px; }
dl > div { padding: 10px 12px; border: 1px solid #1d5da3; border-top-width: 4px; text-align: center; }
dt { color: #333; } dd { margin: 0; } dd b { margin-right: 3px; font-size: 27px; line-height: 1.25; overflow-wrap: anywhere; }
.charts { display: grid; grid-template-columns: 1fr 1fr; gap: 18px; }
.charts .chart { display: flex; flex-direction: column; padding: 14px 17px; border: 1px solid #999; }
.is-wide { grid-column: 1 / -1; }
figcaption { margin-top: auto; padding-top: 8px; color: #333; }
footer { display: flex; justify-content: space-between; gap: 18px; margin-top: 14px; } footer p { margin: 0; }
.source { color: #333; font-size: 12px; } .closing { flex: none; max-width: 50%; text-align: center; }
${chartStyle}
:root:has(.long) { overflow: hidden; } .long { width: ${String(pictureWidth)}px; max-width: none; padding: 20px; font-size: 17px; }
.long h1 { font-size: 31px; } .long h1.many { font-size: 25px; } .long h2 { font-size: 20px; } .long details { display: none; }
.long dl { grid-template-columns: 1fr 1fr; } .long .charts { grid-template-columns: 1fr; } .long .source { font-size: 14px; }
@media screen and (max-width: 640px) { body:not(.long) :is(dl, .charts) { grid-template-columns: 1fr; } }
@media print {
  @page { size: A4; margin: 10mm; }
  body { padding: 0 2px; } h1 { margin-top: 0; } :root:has(.many) { zoom: .9; } :root:has(.notice.many) { zoom: .84; }
}
`;
