/** Words for problems with making documents. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const documentProblems = {
  'document/no-runtime': {
    zh: '生成 PDF 需要 Electron 运行环境，这里没有。请先运行一次 npm start（会取得它），或用已安装的年报通运行同一命令；Word、网页和 Excel 不需要它。',
    en: 'PDF needs the Electron runtime, which is not here. Run npm start once (it fetches it), or run this command with the installed app; Word, HTML and Excel do without.',
  },
  'document/no-display': {
    zh: '生成 PDF 需要显示环境，这里没有，也没有 xvfb-run。请安装 xvfb，或在桌面里运行；也可先生成网页文件，再用浏览器打印成 PDF。',
    en: 'PDF needs a display, and there is neither one nor xvfb-run. Install xvfb, run this in a desktop session, or make the HTML file and print that.',
  },
  'document/print-failed': {
    zh: 'PDF 没有生成（{reason}）。可先生成网页文件，再用浏览器打印成 PDF。',
    en: 'The PDF was not made ({reason}). Make the HTML file instead and print that from a browser.',
  },
  'document/no-charts': {
    zh: '附图只有网页和 PDF 有，{format} 没有。请用 --to html 或 pdf；要图片请用 --infographic --to png。',
    en: 'Charts come with HTML and PDF only, not with {format}. Use --to html or pdf; for a picture --infographic --to png.',
  },
  'document/bad-date': {
    zh: '“{date}”不是日期。请写成 2026-01-23 的样子。',
    en: '"{date}" is no date. Write it as 2026-01-23.',
  },
  'document/no-infographic': {
    zh: '“一图读懂”没有 {format} 格式，也没有签署页和附图。请用 --infographic --to html、pdf 或 png，不加 --paper 和 --charts。',
    en: 'The page for the public is not made as {format}, and has no page to sign and no further charts. Use --infographic --to html, pdf or png, without --paper and --charts.',
  },
  'document/not-a-bundle': {
    zh: '“{file}”不是上报包，没有可以核对的摘要。请给出上报包（.asice）。',
    en: '"{file}" is no bundle and has no digest to check against. Name a bundle (.asice).',
  },
  'document/no-paper-form': {
    zh: 'Excel 文件没有签署页。纸质件请用 --to docx、html 或 pdf 生成。',
    en: 'The workbook has no page to sign. Make the paper copy with --to docx, html or pdf.',
  },
} as const satisfies Record<string, Bilingual>;
