/**
 * Classes of errors that clients throw for one kind of failure alone, read from ky@1.14.3, got@14.6.6,
 * undici@7.30.1 and rxjs@7.8.2: where there is an answer with an error status, and where time ran out.
 */
export const failureClasses = {
  answered: ['HTTPError', 'ResponseError'],
  timedOut: ['TimeoutError', 'HeadersTimeoutError', 'BodyTimeoutError', 'ConnectTimeoutError'],
} as const;
