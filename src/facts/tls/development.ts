import { testsAround } from '../../ast/guards.ts';
import type { Node } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { isString } from '../../values/value.ts';
import { writtenFor } from '../../values/written-for.ts';

const DEVELOPMENT = /^(?:dev|develop|development|local|localhost|test|testing|e2e|ci)$/i;

/**
 * Whether a node is reached only where the environment is named, and named as one for development:
 * `=== 'development'`. Not behind `!== 'production'`, which holds where no name is set as well.
 * A function that is written behind such a test is never made elsewhere.
 */
export const isDevelopmentOnly = (node: Node, module: SourceModule): boolean =>
  [...testsAround(node)].some((test) => asksForDevelopment(test, module));

function asksForDevelopment(asked: Node, module: SourceModule): boolean {
  const test = asked.type === 'Identifier' ? (writtenFor(asked, module) ?? asked) : asked;
  if (test.type === 'LogicalExpression') {
    const sides = [test.left, test.right].map((side) => asksForDevelopment(side, module));
    return test.operator === '&&' ? sides.includes(true) : !sides.includes(false);
  }
  return comparesName(valueOf(test, module));
}

/** What may hold a name that the program does not know. */
const NAMES: ReadonlySet<Value['kind']> = new Set(['env', 'member', 'external', 'choice']);

/** `config.get('NODE_ENV')`: a reader of settings is asked for the environment. */
const asksReader = (value: Value): boolean =>
  value.kind === 'call' &&
  value.callee.kind === 'member' &&
  value.args.some(
    (given) => isString(given) && /(?:^|[._])(?:env|environment|stage)$/i.test(given.value),
  );

function comparesName(value: Value): boolean {
  if (value.kind === 'choice' && (value.by === '||' || value.by === '??'))
    return value.options.every(comparesName);
  if (value.kind !== 'operation' || !['===', '=='].includes(value.operator)) return false;
  const [left, right] = value.operands;
  const sides = [left, right];
  const isNamed = sides.some(
    (side) => side?.kind === 'literal' && DEVELOPMENT.test(String(side.value)),
  );
  return (
    isNamed &&
    sides.some((side) => side !== undefined && (NAMES.has(side.kind) || asksReader(side)))
  );
}
