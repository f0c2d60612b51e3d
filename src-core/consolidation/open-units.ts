/** The units whose figures are not, or not soundly, in a sum. */
import type { Consolidation } from './consolidate.ts';

export type OpenUnit = {
  readonly code: string;
  readonly name: string;
  /** `wrong` and `not-understood`: in the sum as they were stated; `earlier`: by an earlier report that was accepted. */
  readonly why: 'missing' | 'refused' | 'returned' | 'earlier' | 'held' | 'conflict' | 'wrong' | 'not-understood';
};

/** Reasons in the order in which they are told. */
const reasons = [
  'missing',
  'refused',
  'returned',
  'earlier',
  'held',
  'conflict',
  'wrong',
  'not-understood',
] as const satisfies readonly OpenUnit['why'][];

/** Units of one reason together; reasons without a unit are left out. */
export function openUnitGroups(open: readonly OpenUnit[]) {
  return reasons.map((why) => ({ why, units: open.filter((each) => each.why === why) })).filter(({ units }) => units.length > 0);
}

/** Those that are missing or refused in the order of the roster, then the others by their codes. */
export function openUnits({ expected, contributors, conflicts, returned, held }: Consolidation): readonly OpenUnit[] {
  const absent = expected.flatMap(({ unit: { code, name }, state }): OpenUnit[] =>
    state === 'missing' || state === 'refused' ? [{ code, name, why: state }] : [],
  );
  const unsound = contributors.flatMap(({ of, code, name, source }): OpenUnit[] => {
    if (source.wrong.length > 0) return [{ code: of?.code ?? code, name, why: 'wrong' }];
    return source.notUnderstood.length > 0 ? [{ code: of?.code ?? code, name, why: 'not-understood' }] : [];
  });
  const sentBack = returned.map(({ of, code, name, standIn }): OpenUnit => {
    return { code: of?.code ?? code, name, why: standIn === null ? 'returned' : 'earlier' };
  });
  const setAside = held.map(({ of, code, name }): OpenUnit => ({ code: of?.code ?? code, name, why: 'held' }));
  return [
    ...absent,
    ...sentBack,
    ...setAside,
    ...conflicts.map(({ code, name }): OpenUnit => ({ code, name, why: 'conflict' })),
    ...unsound,
  ];
}
