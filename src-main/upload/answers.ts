/** What a server's refusal means to the user. */
import { problem, type Problem } from '#core/lib/problem.ts';

/** 4xx: the superior's server does not want it, 5xx: it is in trouble; anything else is no answer of such a server. */
export function refusedBy({ host }: URL, status: number): Problem {
  if (status === 413) return problem('upload/too-large', { host });
  if (status === 401 || status === 403) return problem('upload/forbidden', { host, status });
  if (status >= 400 && status < 500) return problem('upload/refused', { host, status });
  return status >= 500 ? problem('upload/server-error', { host, status }) : problem('upload/bad-answer', { host, what: `HTTP ${status}` });
}
