/** The page for the public as one HTML file: for portals, for printing on one A4 page, and as one long picture. */
import { chartHtml, noticeHtml, type DrawnChart } from './chart-html.ts';
import { escapeHtml } from './escape-html.ts';
import type { Infographic, InfographicShape, KeyFigure } from './infographic.ts';
import { infographicStyle } from './infographic-style.ts';
import { reportPolicy } from './report-policy.ts';

/** Letters of a title that would take so many lines that the page becomes two. */
const longTitle = 40;

/** @param drawn the charts of the plan, drawn for its shape */
export function infographicHtml(plan: Infographic, shape: InfographicShape, drawn: readonly DrawnChart[]): string {
  const title = escapeHtml(plan.title);
  return [
    '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="${reportPolicy}">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    `<title>${title}</title>\n<style>${infographicStyle}</style>\n</head>\n<body class="${shape}">\n<main>\n<h1${plan.title.length > longTitle ? ' class="many"' : ''}>${title.replace(/(?<=年度?)(?=政府信息公开工作)/u, '<wbr>')}</h1>\n`,
    plan.notice === null ? '' : noticeHtml(plan.notice),
    `<dl>\n${plan.keyFigures.map(keyFigureHtml).join('')}</dl>\n`,
    `<div class="charts">\n${drawn.map((each) => chartHtml(each, 'h2')).join('')}</div>\n`,
    `<footer>\n<p class="source">${escapeHtml(plan.source)}</p>\n`,
    plan.closing.length === 0 ? '' : `<p class="closing">${plan.closing.map(escapeHtml).join('<br>')}</p>\n`,
    '</footer>\n</main>\n</body>\n</html>\n',
  ].join('');
}

function keyFigureHtml({ label, text, unit }: KeyFigure): string {
  return `<div><dt>${escapeHtml(label)}</dt><dd><b>${escapeHtml(text)}</b>${escapeHtml(unit)}</dd></div>\n`;
}
