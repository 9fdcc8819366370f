import { describe, expect, test } from 'vitest';
import { shown } from './polls.ts';

const WAIT = (given: string) =>
  `import pWaitFor from 'p-wait-for';\nexport const until = (id) => pWaitFor(${given});`;
const JOB =
  'const job = await fetch(`https://api.example.com/v1/jobs/${id}`).then((r) => r.json());';
const DONE = `async () => { ${JOB} return job.status === 'done'; }`;

describe('libraries that wait', () => {
  test.each([
    ['no end', WAIT(DONE), ['wait some']],
    ['an interval alone', WAIT(`${DONE}, { interval: 2000 }`), ['wait some']],
    ['a timeout', WAIT(`${DONE}, { timeout: 60_000 }`), ['wait some bounded 60000']],
    [
      'a timeout with a message',
      WAIT(`${DONE}, { timeout: { milliseconds: 30_000, message: 'too late' } }`),
      ['wait some bounded 30000'],
    ],
    ['for ever, in so many words', WAIT(`${DONE}, { timeout: Infinity }`), ['wait some']],
    ['a signal', WAIT(`${DONE}, { signal: AbortSignal.timeout(5000) }`), ['wait some bounded']],
    ['options of somebody', WAIT(`${DONE}, options`), ['wait some bounded']],
    [
      'a count',
      `import pWaitFor from 'p-wait-for';\nexport async function until(id) { let turns = 0; await pWaitFor(async () => { ${JOB} return job.status === 'done' || ++turns > 5; }); }`,
      ['wait some bounded'],
    ],
    [
      'one that a name is given to',
      `import pWaitFor from 'p-wait-for';\nexport async function until(id) { const isDone = ${DONE}; await pWaitFor(isDone); }`,
      ['wait some'],
    ],
    ['no status', WAIT(`async () => { ${JOB} return job.size > 0; }`), []],
    ['nothing is read', WAIT(`() => job.status === 'done'`), []],
    [
      'another library',
      `import wait from './wait';\nexport const until = (id) => wait(${DONE});`,
      [],
    ],
  ])('%s', (_, code, expected) => {
    expect(shown(code)).toEqual(expected);
  });
});

const READ = 'queryFn: async () => (await fetch(`https://api.example.com/v1/orders/${id}`)).json()';
const QUERY = (options: string) =>
  `import { useQuery } from '@tanstack/react-query';\nexport const useOrder = (id) => useQuery({ queryKey: ['order', id], ${READ}, ${options} });`;

describe('queries of pages', () => {
  test.each([
    [
      'until a status',
      QUERY(`refetchInterval: (query) => query.state.data?.status === 'open' ? 3000 : false`),
      ['query some page'],
    ],
    [
      'a status with a name',
      QUERY(
        `refetchInterval: ({ state }) => { const status = state.data?.status; if (status === 'done') return false; return 3000; }`,
      ),
      ['query some page'],
    ],
    [
      'the data itself, as before version 5',
      QUERY(`refetchInterval: (data) => (data?.status === 'open' ? 3000 : false)`),
      ['query some page'],
    ],
    [
      'a count of the query',
      QUERY(
        `refetchInterval: (query) => query.state.data?.status === 'open' && query.state.dataUpdateCount < 20 ? 3000 : false`,
      ),
      ['query some bounded page'],
    ],
    [
      'a clock',
      QUERY(
        `refetchInterval: (query) => query.state.data?.status === 'done' || Date.now() > until ? false : 3000`,
      ),
      ['query some bounded page'],
    ],
    ['an error alone', QUERY(`refetchInterval: (query) => (query.state.error ? false : 3000)`), []],
    [
      'slower, never ended',
      QUERY(`refetchInterval: (query) => query.state.data?.status === 'open' ? 3000 : 30_000`),
      [],
    ],
    ['a number', QUERY('refetchInterval: 3000'), []],
    [
      'SWR',
      "import useSWR from 'swr';\nexport const useOrder = (id) => useSWR(['order', id], () => fetch(`https://api.example.com/v1/payments/${id}`).then((r) => r.json()), { refreshInterval: (order) => (order?.status === 'open' ? 3000 : 0) });",
      ['query some page payment'],
    ],
  ])('%s', (_, code, expected) => {
    expect(shown(code)).toEqual(expected);
  });
});

const NG = (body: string) => `import { HttpClient } from '@angular/common/http';
import { interval, timer, Subject, Subscription } from 'rxjs';
import { filter, first, map, switchMap, exhaustMap, take, takeUntil, takeWhile, tap, timeout } from 'rxjs/operators';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
@Injectable()
export class Jobs {
  private gone$ = new Subject<void>();
  private sub?: Subscription;
  constructor(private http: HttpClient) {}
  ngOnDestroy() { this.gone$.next(); this.sub?.unsubscribe(); }
  ${body}
}`;
const GET = 'this.http.get<Job>(`https://api.example.com/v1/jobs/${id}`)';
const PIPE = (operators: string, ticks = 'interval(3000)') =>
  NG(`watch(id: string) { ${ticks}.pipe(${operators}).subscribe(show); }`);

describe('streams', () => {
  test.each([
    [
      'until a status',
      PIPE(`switchMap(() => ${GET}), takeWhile((job) => job.status !== 'done', true)`),
      ['stream some'],
    ],
    [
      'a timer',
      PIPE(`exhaustMap(() => ${GET}), first((job) => job.status === 'done')`, 'timer(0, 3000)'),
      ['stream some'],
    ],
    [
      'a filter and the first of it',
      PIPE(`switchMap(() => ${GET}), filter((job) => job.status === 'done'), take(1)`),
      ['stream some'],
    ],
    [
      'in between',
      PIPE(
        `switchMap(() => ${GET}), map((job) => job.status), tap(console.log), takeWhile((status) => status === 'pending')`,
      ),
      ['stream some'],
    ],
    [
      'a count of turns',
      PIPE(`take(20), switchMap(() => ${GET}), takeWhile((job) => job.status !== 'done')`),
      ['stream some bounded'],
    ],
    [
      'the index',
      PIPE(`switchMap(() => ${GET}), takeWhile((job, turn) => job.status !== 'done' && turn < 20)`),
      ['stream some bounded'],
    ],
    [
      'a time',
      PIPE(
        `switchMap(() => ${GET}), takeWhile((job) => job.status !== 'done'), takeUntil(timer(60_000))`,
      ),
      ['stream some bounded'],
    ],
    [
      'a timeout',
      PIPE(`switchMap(() => ${GET}), takeWhile((job) => job.status !== 'done'), timeout(60_000)`),
      ['stream some bounded'],
    ],
    [
      'the page',
      PIPE(
        `switchMap(() => ${GET}), takeWhile((job) => job.status !== 'done'), takeUntil(this.gone$)`,
      ),
      ['stream some page'],
    ],
    [
      'the page, of itself',
      PIPE(
        `switchMap(() => ${GET}), takeWhile((job) => job.status !== 'done'), takeUntilDestroyed()`,
      ),
      ['stream some page'],
    ],
    [
      'a timer that ticks once',
      PIPE(`switchMap(() => ${GET}), takeWhile((job) => job.status !== 'done')`, 'timer(3000)'),
      [],
    ],
    ['no status', PIPE(`switchMap(() => ${GET})`), []],
    [
      'no ticks',
      PIPE(`switchMap(() => ${GET}), takeWhile((job) => job.status !== 'done')`, 'this.gone$'),
      [],
    ],
    [
      'one that is handed out',
      NG(
        `watch(id: string) { return interval(3000).pipe(switchMap(() => ${GET}), takeWhile((job) => job.status !== 'done')); }`,
      ),
      ['stream some page'],
    ],
    [
      'a subscription that ends itself',
      NG(
        `watch(id: string) { const sub = interval(3000).pipe(switchMap(() => ${GET})).subscribe((job) => { if (job.status === 'done') sub.unsubscribe(); }); }`,
      ),
      ['stream some'],
    ],
    [
      'a subscription that the page ends too',
      NG(
        `watch(id: string) { this.sub = interval(3000).pipe(switchMap(() => ${GET})).subscribe({ next: (job) => { if (job.status === 'done') { this.show(job); this.sub.unsubscribe(); } } }); }`,
      ),
      ['stream some page'],
    ],
    [
      'a subscription that somebody else ends',
      NG(
        `watch(id: string) { const sub = interval(3000).pipe(switchMap(() => ${GET})).subscribe((job) => { if (job.status === 'done') sub.unsubscribe(); }); setTimeout(() => sub.unsubscribe(), 60_000); }`,
      ),
      ['stream some bounded'],
    ],
  ])('%s', (_, code, expected) => {
    expect(shown(code)).toEqual(expected);
  });
});
