/** What may be typed in the cells of a template, with the words that explain a refusal. */
import { fillPlaces } from '../lib/bilingual.ts';
import { integerDigits } from '../lib/exact.ts';
import type { FormCell } from '../form/form.ts';
import { templateWords } from './template-words.ts';
import { cellAddress, rangesText } from './workbook-address.ts';
import type { Place, PlannedValidation } from './workbook-plan.ts';

export type PlacedFormCell = { readonly cell: FormCell; readonly place: Place };

/** The largest count that our own forms take. */
const largest = Number('9'.repeat(integerDigits));

/** One validation for all counts, one for all changes, and one for each amount, whose formula names its own cell. */
export function figureValidations(inputs: readonly PlacedFormCell[]): readonly PlannedValidation[] {
  const places = (kind: FormCell['value']) => inputs.filter(({ cell }) => cell.value === kind).map(({ place }) => place);
  const counts: PlannedValidation = {
    ranges: rangesText(places('count')),
    rule: { kind: 'whole', from: 0, to: largest },
    title: templateWords.countTitle,
    message: templateWords.countMessage,
  };
  const changes: PlannedValidation = {
    ranges: rangesText(places('change')),
    rule: { kind: 'whole', from: -largest, to: largest },
    title: templateWords.changeTitle,
    message: templateWords.changeMessage,
  };
  const amounts = inputs.filter(({ cell }) => cell.value === 'amount').map(amountValidation);
  return [counts, changes].filter(({ ranges }) => ranges !== '').concat(amounts);
}

function amountValidation({ cell, place }: PlacedFormCell): PlannedValidation {
  const at = cellAddress(place);
  const unit = cell.column.unit ?? null;
  return {
    ranges: at,
    rule: { kind: 'formula', formula: `IF(ISNUMBER(${at}),AND(${at}>=0,${at}<1E+15,ROUND(${at},6)=${at}),FALSE)` },
    title: templateWords.amountTitle,
    message: fillPlaces(templateWords.amountMessage, { unit: unit === null ? '' : fillPlaces(templateWords.amountIn, { unit }) }),
  };
}

/** None where there is nothing to choose. */
export function choiceValidations(places: readonly Place[], values: readonly string[]): readonly PlannedValidation[] {
  const { choiceTitle: title, choiceMessage: message } = templateWords;
  return places.length === 0 ? [] : [{ ranges: rangesText(places), rule: { kind: 'list', values }, title, message }];
}

export function noteValidation(place: Place, most: number): PlannedValidation {
  const { noteTitle: title, noteMessage } = templateWords;
  return { ranges: rangesText([place]), rule: { kind: 'length', most }, title, message: fillPlaces(noteMessage, { most }) };
}
