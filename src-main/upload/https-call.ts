/**
 * One HTTPS request to the server of a channel. Only the certificates of the channel count, never those of the system; no
 * proxy, no redirect, no cookie. The one place of the app that speaks to a network.
 */
import { request } from 'node:https';
import type { Outcome } from '#core/lib/outcome.ts';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';

export type HttpsCall = {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'HEAD' | 'GET';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Uint8Array | null;
};

export type HttpsAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
};

export type HttpsCaller = (call: HttpsCall, signal: AbortSignal) => Promise<Outcome<HttpsAnswer>>;

/** A server that says nothing for so long is taken for gone. */
const silenceMs = 30_000;
/** Receipts are some ten kilobytes; more than this is none. */
const answerLimitBytes = 4 * 1024 * 1024;

/** `authorities`: PEM. Problems: upload/no-connection { host, reason }, upload/wrong-certificate { host }, upload/stopped. */
export function httpsCaller(authorities: readonly string[]): HttpsCaller {
  return ({ method, url, headers, body }, signal) =>
    new Promise((resolve) => {
      const end = (outcome: Outcome<HttpsAnswer>): void => {
        resolve(outcome);
      };
      const stop = (error: unknown): void => {
        end(fail(signal.aborted ? problem('upload/stopped') : problemOf(error, url.host)));
      };
      const length = body === null ? {} : { 'content-length': body.length };
      const asked = request(
        url,
        // A connection of its own for each call: a cut is noticed at once, and nothing stays open.
        { method, headers: { ...headers, ...length }, ca: [...authorities], agent: false, signal, minVersion: 'TLSv1.2' },
        (response) => {
          const parts: Buffer[] = [];
          let size = 0;
          response.on('data', (part: Buffer) => {
            size += part.length;
            if (size > answerLimitBytes) response.destroy(new Error('the answer is too long'));
            else parts.push(part);
          });
          response.on('error', stop);
          response.on('end', () => {
            end(ok({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
          });
        },
      );
      asked.setTimeout(silenceMs, () => asked.destroy(new Error('ETIMEDOUT')));
      asked.on('error', stop);
      asked.end(body ?? undefined);
    });
}

/** OpenSSL's and Node's own codes for a certificate that is not to be believed. */
const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY)|ERR_TLS_CERT|HOSTNAME/u;

function problemOf(error: unknown, host: string): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (certificateCodes.test(code)) return problem('upload/wrong-certificate', { host, reason: code });
  const reason = code === '' && error instanceof Error ? error.message : code;
  return problem('upload/no-connection', { host, reason });
}
