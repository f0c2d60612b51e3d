/**
 * The standard sentences of a report made from its tables, for the clerk to insert and edit: every figure is bound to its
 * cell, blank cells are not spoken of, and nothing is said that the tables do not say.
 */
import { fillPlaces } from '../lib/bilingual.ts';
import { cellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import type { FormRow, FormTable } from '../form/edition.ts';
import type { Form } from '../form/form.ts';
import { plainLabel } from '../form/plain-label.ts';
import type { Filing } from '../filing/filing.ts';
import type { Block } from '../narrative/narrative.ts';
import { draftWords } from './draft-words.ts';
import { figureClause, introduced, isZero, joinClauses, tidy, type Clause } from './sentence.ts';

/** `table` is the id of the table that a sentence speaks of. */
export type DraftSentence = { readonly table: string; readonly block: Block };

type Figures = Pick<Filing, 'cells' | 'cellUnits' | 'reportYear'>;

/** One paragraph for each table with figures, in the order of the form. The same filing gives the same sentences. */
export function draftSentences(filing: Figures, form: Form): readonly DraftSentence[] {
  return form.edition.tables.flatMap((table): DraftSentence[] => {
    const clause = clausesOf(filing, table);
    if (clause === null) return [];
    return [{ table: table.id, block: { kind: 'paragraph', content: tidy([...clause, { kind: 'text', text: '。' }]) } }];
  });
}

function clausesOf(filing: Figures, table: FormTable): Clause {
  switch (table.id) {
    case 'applications':
      return applications(filing, table);
    case 'remedies':
      return remedies(filing, table);
    default:
      return disclosure(filing, table);
  }
}

/** 规章本年制发2件、现行有效11件；行政许可本年处理决定9487件。 */
function disclosure({ cells, cellUnits }: Figures, table: FormTable): Clause {
  const rows = table.rows.map((row) => {
    const clauses = row.columns.map((columnId): Clause => {
      const column = table.columns.find(({ id }) => id === columnId);
      const key = cellKey(table.id, row.id, columnId);
      if (column === undefined || column.value === 'change') return null;
      const counted = column.label.includes('项目') ? draftWords.items : draftWords.pieces;
      const unit = column.value === 'amount' ? (column.unit ?? cellUnits[key]) : counted;
      const label = column.label.replace(/（.*）$|件数$|数量$/u, '');
      return unit === undefined ? null : figureClause(cells, key, `${label}{figure}${unit}`);
    });
    return introduced(row.path.at(-1) ?? '', joinClauses(clauses, '、'));
  });
  return joinClauses(rows, '；');
}

function applications({ cells, reportYear }: Figures, table: FormTable): Clause {
  const total = (row: string, template: string) => figureClause(cells, cellKey(table.id, row, 'total'), template, { year: reportYear });
  const counted = (row: FormRow | string, column: string, label: string) => {
    const key = cellKey(table.id, typeof row === 'string' ? row : row.id, column);
    return isZero(valueAt(cells, key)) ? null : figureClause(cells, key, draftWords.cases, { label });
  };
  const applicants = table.columns.filter(({ id }) => id !== 'total').map(({ id, label }) => counted('receivedThisYear', id, label));
  const intake = joinClauses([total('receivedThisYear', draftWords.received), total('broughtForward', draftWords.broughtForward)], '，');
  const outcomes = table.rows.filter(({ id, path }) => path.length > 1 && id !== 'handlingTotal');
  const alone = outcomes.filter(({ path }) => path.length === 2).map((row) => counted(row, 'total', plainLabel(row.path.at(-1) ?? '')));
  const groups = [...new Set(outcomes.filter(({ path }) => path.length > 2).map(({ path }) => path[1] ?? ''))];
  const grouped = groups.map((group) => {
    const rows = outcomes.filter(({ path }) => path.length > 2 && path[1] === group);
    const clauses = rows.map((row) => counted(row, 'total', plainLabel(row.path.at(-1) ?? '')));
    return introduced(fillPlaces(draftWords.group, { group: plainLabel(group) }), joinClauses(clauses, '、'));
  });
  const handled = joinClauses(
    [total('handlingTotal', draftWords.handled), introduced(draftWords.ofThese, joinClauses([joinClauses(alone, '、'), ...grouped], '；'))],
    '，',
  );
  const sentences = [intake, introduced(draftWords.applicants, joinClauses(applicants, '、')), handled];
  return joinClauses([...sentences, total('carriedForward', draftWords.carriedForward)], '。');
}

function remedies({ cells }: Figures, table: FormTable): Clause {
  const totals = table.rows.map(({ id }) => valueAt(cells, cellKey(table.id, id, 'total')));
  if (totals.every(isZero)) return [{ kind: 'text', text: draftWords.noRemedies.replace(/。$/u, '') }];
  const rows = table.rows.map((row): Clause => {
    const label = row.path.at(-1) ?? '';
    const named = row.id === 'reconsideration' ? label : fillPlaces(draftWords.litigation, { label });
    const results = table.columns
      .filter(({ id }) => id !== 'total')
      .map((column) => {
        const key = cellKey(table.id, row.id, column.id);
        return isZero(valueAt(cells, key)) ? null : figureClause(cells, key, draftWords.cases, { label: column.label });
      });
    const total = figureClause(cells, cellKey(table.id, row.id, 'total'), draftWords.cases, { label: named });
    return total === null ? null : joinClauses([total, introduced(draftWords.ofThese, joinClauses(results, '、'))], '，');
  });
  return joinClauses(rows, '；');
}
