import { parse } from '@typescript-eslint/parser';
import type { Facts, FactsContext } from '../../src/facts/facts.ts';
import { factsOf } from '../../src/facts/facts.ts';

/** The facts of a text without a file. */
export function factsIn(code: string): Facts {
  const ast = parse(code, { range: true, loc: true });
  const context = {
    filename: '<input>',
    sourceCode: { text: code, ast },
  } as unknown as FactsContext;
  return factsOf(context, null);
}
