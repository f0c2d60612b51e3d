/** The HTML report for printing to PDF: with the app's own fonts, for computers that lack those the standard names. */
import { fontPolicy, reportPolicy } from './report-policy.ts';

/** @param fontCss rules that name the fonts and their files. @throws Error for a page that is not a report of ours (a bug) */
export function printableHtml(html: string, fontCss: string): string {
  if (!html.includes(reportPolicy) || !html.includes('<style>')) throw new Error('not a report of ours');
  return html.replace(reportPolicy, () => fontPolicy).replace('<style>', () => `<style>${fontCss}`);
}
