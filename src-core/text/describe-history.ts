/** The history of a report in words, and what the next undo and redo would do. */
import { fillPlaces, type Bilingual } from '../lib/bilingual.ts';
import type { Form } from '../form/form.ts';
import type { FilingChange } from '../history/change.ts';
import type { JournalEntry } from '../history/entry.ts';
import type { Way } from '../history/undo.ts';
import { describeChanges } from './describe-changes.ts';
import { actionWords, historyWords, otherAction } from './screens/history.ts';

/** A step of which both values fit into one phrase; of a longer one only the place is said. */
const longestPhrase = 40;

/** What an entry of the journal is about; members of its detail fill the places of the words. */
export function describeAction({ action, detail }: Pick<JournalEntry, 'action' | 'detail'>): Bilingual {
  const words = actionWords[action] ?? otherAction;
  const places: Record<string, string | number> = { ...placesOf(detail), action };
  const source = typeof places['source'] === 'string' ? ` · ${places['source']}` : '';
  return inBoth((language) => fillPlaces(words[language], places) + source);
}

/** A step in one phrase, such as `上年结转（自然人）：38 → 39`. */
export function describeStep(form: Form, action: string, changes: readonly FilingChange[]): Bilingual {
  const what = describeAction({ action, detail: {} });
  const lines = describeChanges(form, changes);
  const [line] = lines;
  if (line === undefined) return what;
  const { label, from, to } = line;
  if (lines.length > 1)
    return inBoth((language) => fillPlaces(historyWords.several[language], { what: what[language], count: lines.length }));
  if (from.zh.length + to.zh.length > longestPhrase) return inBoth((language) => `${what[language]} · ${label[language]}`);
  return { zh: `${label.zh}：${from.zh} → ${to.zh}`, en: `${label.en}: ${from.en} → ${to.en}` };
}

/** What an undo takes back, or a redo makes again; where an undo goes behind an export, it says so. */
export function describeWay(form: Form, { action, changes, isBeforeExport }: Way, direction: 'undo' | 'redo'): Bilingual {
  const what = describeStep(form, action, changes);
  if (!isBeforeExport || direction === 'redo') return what;
  return inBoth((language) => fillPlaces(historyWords.beforeExport[language], { what: what[language] }));
}

function placesOf(detail: unknown): Record<string, string | number> {
  if (typeof detail !== 'object' || detail === null) return {};
  const isPlace = (each: readonly [string, unknown]): each is readonly [string, string | number] =>
    typeof each[1] === 'string' || typeof each[1] === 'number';
  return Object.fromEntries(Object.entries(detail).filter(isPlace));
}

function inBoth(say: (language: 'zh' | 'en') => string): Bilingual {
  return { zh: say('zh'), en: say('en') };
}
