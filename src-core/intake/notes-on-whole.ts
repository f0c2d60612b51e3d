/** Notes on a text as a whole: its title, its period, its section headings. */
import type { ReportingUnit } from '../filing/filing.ts';
import { labelKey } from './label-key.ts';
import { proseOf } from './lines.ts';
import type { Outline } from './outline.ts';
import { yearOfPeriod } from './period.ts';
import type { IntakeNote } from './report.ts';
import type { Title } from './title.ts';

type Asked = { readonly unit: ReportingUnit; readonly reportYear: number };

export function notesOnWhole(outline: Outline, title: Title | null, asked: Asked): readonly IntakeNote[] {
  const period = yearOfPeriod(outline.before.map(proseOf).join('\n'));
  const year = String(asked.reportYear);
  const notes: IntakeNote[] = title === null ? [{ code: 'no-title', place: '', text: '', expected: '' }] : notesOnTitle(title, asked);
  if (period !== null && period !== asked.reportYear) notes.push({ code: 'other-period', place: '', text: String(period), expected: year });
  for (const plan of outline.missing) notes.push({ code: 'section-missing', place: plan.heading, text: '', expected: plan.heading });
  for (const { plan, heading } of outline.sections) {
    if (!heading.exact) notes.push({ code: 'altered-label', place: plan.heading, text: heading.text, expected: plan.heading });
  }
  return notes;
}

function notesOnTitle(title: Title, { unit, reportYear }: Asked): IntakeNote[] {
  const notes: IntakeNote[] = [];
  if (title.year === null) notes.push({ code: 'no-year-in-title', place: '', text: title.text, expected: String(reportYear) });
  if (title.unitName !== null && labelKey(title.unitName) !== labelKey(unit.name)) {
    notes.push({ code: 'other-unit', place: '', text: title.unitName, expected: unit.name });
  }
  return notes;
}
