/** Functions of a library that give back the function they are given first, for a later call. */
export interface FunctionKeeper {
  readonly modules: readonly string[];
  readonly names: readonly string[];
}

/** Read from react 19.3.1 and preact 11.2.0. */
export const functionKeepers: readonly FunctionKeeper[] = [
  { modules: ['react', 'preact/hooks', 'preact/compat'], names: ['useCallback'] },
];
