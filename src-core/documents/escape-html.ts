/** Text that is safe in HTML, between tags and in quoted attributes. */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Not allowed in HTML: control characters other than tab and line breaks, lone surrogates, non-characters. */
const notAllowed = /(?![\t\n\r])\p{Control}|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

export function escapeHtml(text: string): string {
  return text.replace(notAllowed, '\ufffd').replace(/[&<>"']/gu, (letter) => entities[letter] ?? letter);
}
