/** Which places of a report intake could not read: what a blank may stand for there is not that the unit left it blank. */
import type { IntakeReport } from '#core/intake/report.ts';

export function placesNotRead({ notFound, notUnderstood }: IntakeReport): readonly string[] {
  return [...notFound.map(({ label }) => label), ...notUnderstood.map(({ place, text }) => `${place}“${text}”`)];
}
