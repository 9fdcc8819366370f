import { describe, expect, it } from 'vitest';
import { factsIn } from './facts-in.ts';

const head = `import { HttpClient, HttpErrorResponse, HttpHandler, HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { concatMap, delay, EMPTY, from, mergeMap, of, retry, retryWhen, take, throwError, timer } from 'rxjs';
import { waitFor } from './wait';
`;
const ofClient = (operator: string): string =>
  `${head}export class Orders { constructor(private http: HttpClient) {} all() { return this.http.get('https://api.example.com/orders').pipe(${operator}); } }`;

/** attempts, growth, first wait, and what becomes of 400, 429 and 503. */
function briefly(code: string): string {
  const { retry } = factsIn(code);
  return (
    retry
      .map(({ attempts, delay, condition: { statuses } }) =>
        [
          attempts.max,
          delay.growth,
          delay.firstMs,
          ...([400, 429, 503] as const).map((status) => statuses[status]),
        ].join(', '),
      )
      .join('; ') || 'none'
  );
}

describe('retries that a function decides on', () => {
  it.each([
    [
      'a wait for each failure',
      ofClient('retry({ count: 3, delay: (error, n) => timer(n * 1000) })'),
      '4, linear, 1000, retried, retried, retried',
    ],
    [
      'failures that are told apart',
      ofClient(
        'retry({ count: 3, delay: (error, n) => error.status >= 500 ? timer(2 ** n * 100) : throwError(() => error) })',
      ),
      '4, exponential, 200, not, not, retried',
    ],
    [
      'thrown, in place of an Observable that fails',
      ofClient(
        'retry({ count: 3, delay: (error) => { if (error.status === 429) return timer(500); throw error; } })',
      ),
      '4, constant, 500, not, retried, not',
    ],
    [
      'a count of its own',
      ofClient('retry({ delay: (error, n) => n > 2 ? throwError(() => error) : timer(300) })'),
      '3, constant, 300, retried, retried, retried',
    ],
    [
      'the smaller of both counts',
      ofClient(
        'retry({ count: 2, delay: (error, n) => n > 5 ? throwError(() => error) : timer(300) })',
      ),
      '3, constant, 300, retried, retried, retried',
    ],
    [
      'an end without a failure',
      ofClient('retry({ count: 2, delay: (error) => error.status === 503 ? timer(300) : EMPTY })'),
      '3, constant, 300, not, not, retried',
    ],
    [
      'a promise that is waited for',
      ofClient('retry({ count: 2, delay: () => from(waitFor(300)) })'),
      '3, constant, 300, retried, retried, retried',
    ],
    [
      'what is no Observable that is known',
      ofClient('retry({ count: 2, delay: (error, n) => backoff(error, n) })'),
      '3, unknown, , unknown, unknown, unknown',
    ],
    [
      'a stream of failures',
      ofClient(
        'retryWhen((errors) => errors.pipe(mergeMap((error, n) => n < 2 ? of(error).pipe(delay(250)) : throwError(error))))',
      ),
      '3, constant, 250, retried, retried, retried',
    ],
    [
      'a stream of failures that is cut off',
      ofClient(
        'retryWhen((errors) => errors.pipe(concatMap((error, n) => timer(100 * 2 ** n)), take(4)))',
      ),
      '5, exponential, 100, retried, retried, retried',
    ],
    [
      'a stream of failures that other functions change',
      ofClient('retryWhen((errors) => errors.pipe(waitFor(100)))'),
      'none',
    ],
    [
      'all requests of a client',
      `${head}export const again: HttpInterceptorFn = (request, next) => next(request).pipe(retry({ count: 2, delay: 400 }));`,
      '3, constant, 400, retried, retried, retried',
    ],
    [
      'all requests of a client, by a class',
      `${head}export class Again { intercept(request: HttpRequest<unknown>, next: HttpHandler) { return next.handle(request).pipe(retry(2)); } }`,
      '3, none, 0, retried, retried, retried',
    ],
    [
      'another function called next',
      `${head}export const again = (request, next) => next(request).pipe(retry({ count: 2, delay: 400 }));`,
      'none',
    ],
    [
      'another parameter of an interceptor',
      `${head}export const again: HttpInterceptorFn = (request, next) => request(next).pipe(retry(2));`,
      'none',
    ],
  ])('%s', (_name, code, expected) => {
    expect(briefly(code)).toBe(expected);
  });

  it('tells of the client whose requests an interceptor repeats', () => {
    const { retry } = factsIn(
      `${head}export const again: HttpInterceptorFn = (request, next) => next(request).pipe(retry(2));`,
    );
    expect(retry.map(({ instance }) => instance)).toEqual([
      { node: null, clientName: 'HttpClient' },
    ]);
  });
});
