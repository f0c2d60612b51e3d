/** The style sheet inside the HTML report: readable on a portal, on a telephone and on A4 paper. */
export const reportStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem 4rem; background: #fff; color: #1a1a1a;
  font: 1rem/1.8 FangSong, 仿宋, STFangsong, "Songti SC", SimSun, serif; }
h1 { margin: 1rem 0 2rem; font: 700 1.75rem/1.4 "Songti SC", SimSun, 宋体, serif; text-align: center; text-wrap: balance; }
h2 { margin: 2.5rem 0 1rem; font: 700 1.25rem/1.5 SimHei, 黑体, "Heiti SC", sans-serif; }
h3 { margin: 1.5rem 0 .5rem; font: 700 1.0625rem/1.6 KaiTi, 楷体, "Kaiti SC", serif; }
h4 { margin: 1rem 0 .5rem; font-size: 1rem; }
p { margin: .5rem 0; text-indent: 2em; overflow-wrap: break-word; }
p.table-note { text-indent: 0; font-size: .875rem; white-space: pre-line; }
.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font: .875rem/1.5 SimSun, 宋体, "Songti SC", serif; }
th, td { border: 1px solid #555; padding: .3rem .4rem; text-align: center; vertical-align: middle; font-weight: 400; }
th { background: #f4f4f2; }
td { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.note { display: block; font-size: .75rem; }
@media print {
  @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
  body { max-width: none; padding: 0; font-size: 16pt; line-height: 28pt; }
  h1 { font-size: 22pt; } h2, h3, h4 { font-size: 16pt; line-height: 28pt; margin: 0; break-after: avoid; }
  p { margin: 0; } .table { overflow: visible; }
  table { font-size: 9pt; line-height: 1.3; } th { background: none; } tr { break-inside: avoid; }
}
`;
