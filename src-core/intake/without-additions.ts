/** A report without what its document adds to it: unit and date below (落款), charts, the page to sign. */
import { additionHeadings } from '../filing/printed-additions.ts';
import { proseOf, type Line } from './lines.ts';

const headings: readonly string[] = Object.values(additionHeadings);
const writtenDay = /^\d{4}年\d{1,2}月\d{1,2}日$/u;

/** Of 落款 only what the filing knows by itself goes: the unit's own name, and a date that stands alone behind it. */
export function withoutAdditions(lines: readonly Line[], unitName: string): readonly Line[] {
  const added = lines.findIndex((line) => headings.includes(proseOf(line)));
  const own = added < 0 ? lines : lines.slice(0, added);
  const said = own.flatMap((line, at) => (proseOf(line) === '' ? [] : [{ at, text: proseOf(line) }]));
  const [name, date] = said.slice(-2);
  const isClosing = name !== undefined && date !== undefined && name.text === unitName && writtenDay.test(date.text);
  return isClosing ? own.slice(0, name.at) : own;
}
