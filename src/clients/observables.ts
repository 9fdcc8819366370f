/** Names of RxJS around failures: what takes one, what stands for a value, what for none. Read from rxjs 7.8.2. */
export const observableLibrary: Readonly<
  Record<'modules' | 'catches' | 'wraps' | 'empty', readonly string[]>
> = {
  modules: ['rxjs', 'rxjs/operators'],
  catches: ['catchError'],
  wraps: ['of', 'from'],
  empty: ['EMPTY', 'NEVER'],
};
