import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../node.ts';
import type { Scopes } from '../scope.ts';
import type { Expression, Outcome } from './types.ts';

interface Implied {
  readonly test: Expression;
  readonly outcome: Outcome;
}

/** Names of names are followed this far. */
const MOST_HOPS = 3;

/**
 * What came out of the parts of a condition that a constant is named for, by what comes out of its
 * name: of `const isBad = !res.ok || gone;`, where `isBad` is falsy, both `res.ok` and `gone`.
 */
export function impliedByName(
  name: TSESTree.Identifier,
  outcome: Outcome,
  scopes: Scopes,
): Implied[] {
  const condition = conditionOf(name, scopes);
  return condition ? impliedBy(condition, outcome, { scopes, hops: 0 }) : [];
}

interface Search {
  readonly scopes: Scopes;
  readonly hops: number;
}

function impliedBy(condition: Expression, outcome: Outcome, search: Search): Implied[] {
  const { scopes, hops } = search;
  const test = unwrap(condition);
  const here: Implied = { test, outcome };
  if (test.type === 'UnaryExpression' && test.operator === '!')
    return [here, ...impliedBy(test.argument, outcome === 'truthy' ? 'falsy' : 'truthy', search)];
  if (test.type === 'LogicalExpression' && test.operator === DECIDES_ALL[outcome])
    return [here, ...[test.left, test.right].flatMap((part) => impliedBy(part, outcome, search))];
  const named = test.type === 'Identifier' && hops < MOST_HOPS ? conditionOf(test, scopes) : null;
  return named ? [here, ...impliedBy(named, outcome, { scopes, hops: hops + 1 })] : [here];
}

/** Where `a && b` is truthy both are; where `a || b` is falsy neither is. */
const DECIDES_ALL: Readonly<Record<Outcome, string>> = { truthy: '&&', falsy: '||' };

/** What a constant is set to; null for a name whose value may be another by now. */
function conditionOf(name: TSESTree.Identifier, scopes: Scopes): Expression | null {
  const binding = scopes.bindingOf(name);
  const by =
    binding?.kind === 'const' && binding.writes.length === 1 ? binding.writes[0]?.by : null;
  return by?.type === 'VariableDeclarator' && by.id.type === 'Identifier' ? by.init : null;
}
