/** Files that go along with the report at work. */
import type { Problem } from '#core/lib/problem.ts';
import { bridge } from '../bridge.ts';
import type { ReportState } from './report.svelte.ts';

/** Takes in files that the user chooses; returns the problem when that did not work. */
export async function attachTo(report: ReportState): Promise<Problem | null> {
  await report.settle();
  const answer = await bridge['filing/attach']({ id: report.id });
  if (!answer.ok) return answer.problem;
  report.replace(answer.value);
  return null;
}

export async function detachFrom(report: ReportState, name: string): Promise<Problem | null> {
  await report.settle();
  const answer = await bridge['filing/detach']({ id: report.id, name });
  if (!answer.ok) return answer.problem;
  report.replace(answer.value);
  return null;
}
