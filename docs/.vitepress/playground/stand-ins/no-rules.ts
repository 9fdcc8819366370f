/* ESLint's own rules, none of which the playground switches on: they are a fifth of the linter. */

export const get = (): undefined => undefined;
export const has = (): boolean => false;
