/** Messages to copy to the units whose reports are missing or cannot be used, with whom to call. */
import { basename } from 'node:path';
import type { Language } from '#core/lib/bilingual.ts';
import { remindUnit, type Remindable } from '#core/text/remind-unit.ts';
import type { Sum } from '../reception/consolidate-files.ts';

export type Reminder = {
  readonly unit: string;
  readonly name: string;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly message: string;
};

/** In the order of the roster; units that nobody expects are left to the list of refusals. */
export function remindersOf({ consolidation, refusals }: Sum, language: Language): readonly Reminder[] {
  const { expected, conflicts, contributors, reportYear } = consolidation;
  return expected.flatMap(({ unit, state }): Reminder[] => {
    const { code, name, contact, phone } = unit;
    const about = (fault: Remindable): Reminder => ({
      unit: code,
      name,
      contact,
      phone,
      message: remindUnit(name, reportYear, fault, language),
    });
    if (state === 'missing') return [about({ kind: 'missing' })];
    const refused = refusals
      .filter(({ claimedUnit }) => claimedUnit === code)
      .map((refusal) => about({ kind: 'refused', file: basename(refusal.file), refusal }));
    const inConflict = conflicts
      .filter((each) => each.code === code)
      .map(({ sources }) => about({ kind: 'conflict', options: sources.map(({ file }) => ({ file: basename(file) })) }));
    const wrong = contributors
      .filter((each) => (each.of?.code ?? each.code) === code && each.source.wrong.length > 0)
      .map(({ source }) => about({ kind: 'figures', file: basename(source.file), findings: source.wrong }));
    return [...refused, ...inConflict, ...wrong];
  });
}
