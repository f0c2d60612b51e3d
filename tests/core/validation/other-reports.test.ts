/** Reports as counties, bureaus, towns and a province write them, in their own layouts: no rule about the prose takes offence. */
import { describe, expect, test } from 'vitest';
import { standardTitle } from '#core/filing/filing.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import type { FilingSubject } from '#core/rules/subject.ts';
import { validate } from '#core/validation/validate.ts';
import { cellsWith } from '../figures/harness.ts';
import { editions } from './narrative-reports.ts';
import { otherReports, type OtherReport } from './other-reports.ts';

function subjectOf({ edition, level, unitName, reportYear, figures, prose }: OtherReport): FilingSubject {
  return {
    cells: cellsWith(edition, figures),
    cellUnits: {},
    level,
    narrative: Object.fromEntries(Object.entries(prose).map(([section, text]) => [section, narrativeFromText(text)])),
    reportYear,
    unitName,
    title: standardTitle(unitName, reportYear),
    prior: null,
  };
}

function alarms(report: OtherReport, subject = subjectOf(report)) {
  const { form, book } = editions[report.edition];
  return validate(form, book, subject)
    .filter(({ kind, severity }) => severity !== 'hint' && (kind === 'narrativeFigure' || kind === 'completeness'))
    .map(({ code, message }) => `${code} ${message.zh}`);
}

describe.each(otherReports.map((report) => [`${report.unitName}${String(report.reportYear)}`, report] as const))('%s', (_name, report) => {
  test('raises no error and no warning', () => {
    expect(alarms(report)).toEqual([]);
  });

  test.each(report.noticed)('is read: a cell %s that is one more is noticed', (cell) => {
    const value = report.figures[cell];
    const wrong = { ...report, figures: { ...report.figures, [cell]: Number(value ?? 0) + 1 } };
    expect(alarms(wrong)).not.toEqual([]);
  });
});
