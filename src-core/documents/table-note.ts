/** The note under a table as it is printed. */

/** With 注： before it, unless it says so itself; empty for a blank note. */
export function printedNote(note: string | undefined): string {
  const text = (note ?? '').trim();
  if (text === '') return '';
  return /^[（(]?\s*(?:注|备注|说明)/u.test(text) ? text : `注：${text}`;
}
