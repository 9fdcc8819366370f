import { parse } from '@typescript-eslint/parser';
import type { Facts } from '../../src/facts/facts.ts';
import type { FactsContext } from '../../src/facts/facts-of.ts';
import { factsOf } from '../../src/facts/facts-of.ts';

/** The facts of a text without a file. */
export function factsIn(code: string): Facts {
  const ast = parse(code, { range: true, loc: true });
  const context = {
    filename: '<input>',
    sourceCode: { text: code, ast },
  } as unknown as FactsContext;
  return factsOf(context, null);
}
