/** Names of RxJS around failures and time. Read from rxjs 7.8.2 and @angular/core 21.0.0. */
interface Observables {
  readonly name: string;
  readonly modules: readonly string[];
  /** Take a failure. */
  readonly catches: readonly string[];
  /** Stand for a value, or for none. */
  readonly wraps: readonly string[];
  readonly empty: readonly string[];
  /** Stand for a failure. */
  readonly failing: readonly string[];
  /** Have their first value after as many milliseconds as their first argument says. */
  readonly later: readonly string[];
  /** Give up in time. */
  readonly limits: readonly string[];
  /** Tick for ever: the argument that says how often. */
  readonly ticks: Readonly<Record<string, number>>;
  /** Run a function for each tick, and go on with what it reads. */
  readonly reads: readonly string[];
  /** Run a function for each value as it comes. */
  readonly hands: readonly string[];
  /** Run a function for each value, all that are there at once, and as many as the argument behind it says. */
  readonly merges: readonly string[];
  /** Wait for all of a list. */
  readonly joins: readonly string[];
  /** End where a function of the value says so, and where they are told to by another one. */
  readonly stops: readonly string[];
  readonly filters: readonly string[];
  readonly takes: readonly string[];
  /** End with what they are used in. */
  readonly endsWithPage: { readonly modules: readonly string[]; readonly names: readonly string[] };
  /** Let every value through, one for one or fewer, and end nothing. */
  readonly passes: readonly string[];
}

export const observableLibrary: Observables = {
  name: 'rxjs',
  modules: ['rxjs', 'rxjs/operators'],
  catches: ['catchError'],
  wraps: ['of', 'from'],
  empty: ['EMPTY', 'NEVER'],
  failing: ['throwError'],
  later: ['timer', 'interval'],
  limits: ['timeout', 'timeoutWith'],
  ticks: { interval: 0, timer: 1 },
  reads: ['switchMap', 'exhaustMap', 'concatMap', 'mergeMap', 'flatMap'],
  hands: ['map', 'tap', 'filter', 'switchMap', 'exhaustMap', 'concatMap', 'mergeMap', 'flatMap'],
  merges: ['mergeMap', 'flatMap'],
  joins: ['forkJoin', 'combineLatest'],
  stops: ['takeWhile', 'first', 'find', 'every'],
  filters: ['filter'],
  takes: ['take', 'first'],
  endsWithPage: { modules: ['@angular/core/rxjs-interop'], names: ['takeUntilDestroyed'] },
  passes: [
    'catchError',
    'distinctUntilChanged',
    'finalize',
    'map',
    'observeOn',
    'pluck',
    'retry',
    'share',
    'shareReplay',
    'startWith',
    'tap',
  ],
};
