/** What a bound figure in the prose shows, and what it is called. */
import type { CellKey } from '#core/form/cell-key.ts';
import { cellOf, type Form } from '#core/form/form.ts';
import type { Bilingual, Language } from '#core/lib/bilingual.ts';
import type { ShowFigure } from '#core/narrative/narrative-text.ts';
import { cellLabel } from '#core/rules/labels.ts';
import { proseWords } from '#core/text/screens/prose.ts';
import type { FigureFace } from '../prose/figure-view.ts';

type Speaker = { readonly language: Language; readonly say: (entry: Bilingual, values?: Readonly<Record<string, string>>) => string };

/** For the values and the language of the moment; `label` is the cell's name alone. */
export function faceOf(form: Form, show: ShowFigure, speaker: Speaker): (cell: CellKey) => FigureFace & { readonly label: string } {
  const { language } = speaker;
  return (key) => {
    const cell = cellOf(form, key);
    const label = cellLabel(cell)[language];
    const text = show(key) === '' ? speaker.say(proseWords.blankFigure) : show(key);
    return {
      text,
      label,
      name: speaker.say(proseWords.figureName, { table: cell.table.number, cell: label, value: text }),
      isBlank: show(key) === '',
    };
  };
}
