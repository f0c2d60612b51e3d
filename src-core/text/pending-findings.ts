/** Findings for typed text that is no value of its cell: it blocks like an error until it is corrected. */
import { fillPlaces, type Bilingual } from '../lib/bilingual.ts';
import type { CellKey } from '../form/cell-key.ts';
import { cellOf, type Form } from '../form/form.ts';
import type { Finding } from '../rules/finding.ts';
import { cellLabel } from '../rules/labels.ts';
import { isDecimalText } from '../lib/exact.ts';
import { reportWords } from './screens/report.ts';

/** The code of these findings; it is the app's own, not the edition's. */
export const pendingCode = 'I-1';

export function pendingFindings(form: Form, pending: Readonly<Record<CellKey, string>>): readonly Finding[] {
  return form.cells.flatMap((cell) => {
    const text = pending[cell.key];
    if (text === undefined) return [];
    const words = wordsFor(text.normalize('NFKC').replaceAll(/[\s,]/gu, ''));
    const label = cellLabel(cellOf(form, cell.key));
    const message = {
      zh: `${label.zh}：${fillPlaces(words.zh, { text })}`,
      en: `${label.en}: ${fillPlaces(words.en, { text })}`,
    };
    return [pendingFinding(cell.key, cell.table.id, message)];
  });
}

function wordsFor(plain: string): Bilingual {
  if (isDecimalText(plain)) return reportWords.notWhole;
  return isDecimalText(plain, Infinity) ? reportWords.tooLong : reportWords.notUnderstood;
}

function pendingFinding(cell: CellKey, table: string, message: Finding['message']): Finding {
  return {
    code: pendingCode,
    kind: 'integer',
    severity: 'error',
    clause: '',
    table,
    section: null,
    quotation: null,
    cells: [cell],
    relation: null,
    leftOperands: [],
    rightOperands: [],
    left: null,
    right: null,
    difference: null,
    message,
    suspects: [],
  };
}
