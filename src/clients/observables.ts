/** Names of RxJS around failures: what takes one, what stands for a value, what for none, what gives up in time. Read from rxjs 7.8.2. */
export const observableLibrary: Readonly<
  Record<'modules' | 'catches' | 'wraps' | 'empty' | 'limits', readonly string[]>
> = {
  modules: ['rxjs', 'rxjs/operators'],
  catches: ['catchError'],
  wraps: ['of', 'from'],
  empty: ['EMPTY', 'NEVER'],
  limits: ['timeout', 'timeoutWith'],
};
