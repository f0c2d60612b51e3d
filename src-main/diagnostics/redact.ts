/**
 * Takes everything out of a log line that could be about a unit, a person or a report: Chinese text, quoted words,
 * paths and figures. Times, levels, our own words and places in the program stay, since they are what a log is for.
 */

const stamp = /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\] \[\w+\]/u;
/** A place in the program: the file's name is ours, its folder is the user's. */
const place = /(?:[^\s()'"]*[\\/])?([\w.-]+\.(?:cjs|js|ts)):(\d+):(\d+)/gu;
const path = /(?:[A-Za-z]:)?[\\/][^\s'"()]*[^\s'"():]/gu;
/** Alone among figures these say nothing: a bug's reference is eight hexadecimal digits. */
const reference = /\bbug [0-9a-f]{8}\b/gu;

export function redactLine(line: string): string {
  const head = stamp.exec(line)?.[0] ?? '';
  const kept: string[] = [];
  const keep = (text: string): string => String.fromCharCode(0xe000 + kept.push(text) - 1);
  const body = line
    .slice(head.length)
    .replace(/[\ue000-\uf8ff]/gu, '')
    .replace(reference, keep)
    .replace(place, (_all, file: string, row: string, column: string) => (/\P{ASCII}/u.test(file) ? '…' : keep(`${file}:${row}:${column}`)))
    .replace(/'[^']*'|"[^"]*"|‘[^’]*’|“[^”]*”|「[^」]*」/gu, '“…”')
    .replace(path, '…')
    .replace(/[^\p{ASCII}\ue000-\uf8ff…“”]+/gu, '…')
    .replace(/\d+(?:[.,]\d+)*/gu, '#')
    .replace(/[\ue000-\uf8ff]/gu, (mark) => kept[mark.charCodeAt(0) - 0xe000] ?? '');
  return head + body;
}

/** A whole log. */
export function redactLog(text: string): string {
  return text.split('\n').map(redactLine).join('\n');
}
