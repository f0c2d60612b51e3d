/** The page to sign of a paper copy, as HTML. */
import type { Filing } from '../filing/filing.ts';
import { documentWords } from './document-words.ts';
import { escapeHtml } from './escape-html.ts';
import { paperMark, signOffLines, spacedDigest, type PaperCopy } from './paper-copy.ts';
import { qrPath } from './qr-code.ts';

const words = documentWords.signOff;

export function signOffHtml(filing: Filing, { bundleDigest }: PaperCopy): string {
  const lines = signOffLines(filing).map(({ label, text }) => `<div><dt>${label}</dt><dd>${escapeHtml(text)}</dd></div>\n`);
  return [
    `<section class="sign-off">\n<h2>${words.heading}</h2>\n<dl>\n`,
    ...lines,
    `<div class="seal"><dt>${words.signature}${words.seal}</dt><dd>${words.date}</dd></div>\n</dl>\n`,
    bundleDigest === null ? `<p class="table-note">${words.noDigest}</p>\n` : digestHtml(paperMark(filing, bundleDigest), bundleDigest),
    '</section>\n',
  ].join('');
}

function digestHtml(mark: string, digest: string): string {
  const { path, side } = qrPath(mark);
  const box = `0 0 ${String(side)} ${String(side)}`;
  return [
    `<div class="digest">\n<svg role="img" aria-label="${words.qr}" viewBox="${box}" shape-rendering="crispEdges">`,
    `<path d="${path}"/></svg>\n<div>\n<p class="table-note">${words.digest}</p>\n<p class="code">${spacedDigest(digest)}</p>\n`,
    `<p class="table-note">${words.howToCheck}</p>\n</div>\n</div>\n`,
  ].join('');
}
