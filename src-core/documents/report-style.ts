/** The style sheet inside the HTML report: readable on a portal, on a telephone and, after GB/T 9704, on A4 paper. */

/** Names first that the standard asks for; the last ones come with the app, for its PDF. */
const faces = {
  title:
    '方正小标宋简体, 方正小标宋_GBK, FZXiaoBiaoSong-B05S, 华文中宋, STZhongsong, "Nianbao Title", "Noto Serif SC", "Songti SC", SimSun, serif',
  text: '仿宋_GB2312, 仿宋, FangSong, 方正仿宋_GBK, 华文仿宋, STFangsong, "Nianbao Song", "Noto Serif SC", "Songti SC", SimSun, serif',
  heading: '黑体, SimHei, 方正黑体_GBK, "Heiti SC", "Nianbao Hei", "Noto Sans SC", "Microsoft YaHei", sans-serif',
  second: '楷体_GB2312, 楷体, KaiTi, 方正楷体_GBK, 华文楷体, STKaiti, "Kaiti SC", "Nianbao Song", "Noto Serif SC", serif',
  table: '宋体, SimSun, "Songti SC", "Nianbao Song", "Noto Serif SC", serif',
};

export const reportStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem 4rem; background: #fff; color: #1a1a1a; font: 1rem/1.8 ${faces.text}; }
h1 { margin: 1rem 0 2rem; font: 400 1.75rem/1.4 ${faces.title}; text-align: center; text-wrap: balance; }
h2 { margin: 2.5rem 0 1rem; font: 400 1.25rem/1.5 ${faces.heading}; }
h3 { margin: 1.5rem 0 .5rem; font: 400 1.0625rem/1.6 ${faces.second}; }
h4 { margin: 1rem 0 .5rem; font-size: 1rem; }
p { margin: .5rem 0; text-indent: 2em; text-align: justify; overflow-wrap: break-word; }
p.table-note { text-indent: 0; font-size: .875rem; }
.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font: .875rem/1.5 ${faces.table}; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border: 1px solid #333; padding: .3rem .4rem; text-align: center; vertical-align: middle; font-weight: 400; }
th { background: #f4f4f2; }
tbody th[scope="row"]:not([rowspan]) { text-align: left; }
th.vertical { writing-mode: vertical-rl; letter-spacing: .2em; }
td { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.note { display: block; font-size: .75rem; }
.sign-off dl { margin: 0; border: 1px solid #333; display: grid; grid-template-columns: 1fr 1fr; }
.sign-off dl > div { display: grid; grid-template-columns: 6em 1fr; border: .5px solid #333; min-height: 3em; align-items: center; }
.sign-off dt, .sign-off dd { margin: 0; padding: .3em .5em; }
.sign-off .seal { grid-column: 1 / -1; grid-template-columns: 10em 1fr; min-height: 9em; align-items: end; }
.sign-off .seal dd { text-align: right; padding-right: 4em; }
.digest { display: flex; gap: 1.5rem; align-items: flex-start; margin-top: 1.5rem; }
.digest svg { flex: none; width: 32mm; height: 32mm; background: #fff; }
.digest p { text-indent: 0; margin: 0 0 .4rem; text-align: left; }
.closing { width: fit-content; margin: 2.5rem 2em 0 auto; text-align: center; break-inside: avoid; } .closing p { margin: 0; text-indent: 0; text-align: center; }
.code { font: .875rem/1.6 "Courier New", Consolas, monospace; word-spacing: .1em; }
@media print {
  @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
  @page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt/1 ${faces.table}; vertical-align: top; padding: 7mm 5mm 0 0; } }
  @page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt/1 ${faces.table}; vertical-align: top; padding: 7mm 0 0 5mm; } }
  body { max-width: none; padding: 0; color: #000; font-size: 16pt; line-height: 28.95pt; }
  h1 { margin: 0 0 28.95pt; font-size: 22pt; line-height: 35pt; }
  h2, h3, h4 { margin: 0; font-size: 16pt; line-height: 28.95pt; break-after: avoid; text-indent: 2em; }
  p { margin: 0; orphans: 2; widows: 2; }
  p.table-note { font: 10.5pt/1.5 ${faces.table}; break-before: avoid; }
  .with-table, .sign-off { break-inside: avoid; }
  .with-table { margin-bottom: 8pt; } .with-table h2 { margin-bottom: 4pt; }
  .table { overflow: visible; }
  table { width: calc(100% - 1pt); margin: 0 auto; font-size: 10.5pt; line-height: 1.3; } th { background: none; } tr { break-inside: avoid; height: 7mm; }
  th, td { border: .5pt solid #000; padding: 2.5pt 3pt; }
  table.long, table.wide { font-size: 9pt; line-height: 1.2; } table.long { font-size: 8.5pt; line-height: 1.1; } table.long tr { height: 5.8mm; }
  :is(table.long, table.wide) td.tight { font-size: 6.5pt; letter-spacing: -.02em; } table.long :is(th, td), table.wide :is(th, td) { padding: 1.6pt 1.5pt; } table.long :is(th, td) { padding: .8pt 1.5pt; }
  .closing { margin: 28.95pt 4em 0 auto; }
  .sign-off { break-before: page; font-size: 14pt; line-height: 1.6; }
}
`;

/** For a report with charts behind it; the charts have their own. */
export const chartsStyle = `
.charts .chart { margin: 1rem 0 2rem; font: .875rem/1.5 ${faces.heading}; } .charts h3 { margin: 0 0 .5rem; }
.charts .chart :is(th, td) { background: none; }
@media print { .charts { break-before: page; } .charts .chart { margin: 4pt 0 14pt; font-size: 10.5pt; line-height: 1.4; }
  /* Three fill a page; of four, two do. */
  .charts .chart svg { max-height: 55mm; } .charts:has(.chart:nth-of-type(4)) .chart svg { max-height: none; } .charts :is(h2, h3) { text-indent: 0; } }
`;
