/** The years that the screens of subordinate units and of their sum offer, and the one that they open on. */
import { offeredYears } from '#core/consolidation/choose-year.ts';
import { bridge } from '../bridge.ts';
import { app } from './app.svelte.ts';

/** `known`: the year that is shown, and those that have anything. */
export function yearsToChoose(known: readonly number[]): readonly number[] {
  const first = Math.min(...(app.start?.editions ?? []).map(({ edition }) => edition.reportYears.from));
  return offeredYears({ first, today: app.start?.today ?? '', known });
}

/** `wanted` where it has a roster or files; else the newest year that has. */
export async function yearToOpen(wanted: number): Promise<number> {
  const view = await bridge['reception/overlook']({ year: wanted });
  return view.ok ? view.value.opensOn : wanted;
}
