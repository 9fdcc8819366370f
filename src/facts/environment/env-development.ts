import { developmentFlags } from '../../clients/development-flags.ts';
import { bindingGiven } from '../../ast/name-given.ts';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { Outcome } from '../../ast/control-flow/index.ts';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, enclosingFunction, keyName } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { isString } from '../../values/value.ts';
import { environmentKindOf } from './environment-kind.ts';

const SERVERS: ReadonlySet<string> = new Set(['server', 'devServer', 'preview']);

/** A name is followed through this many others. */
const MOST_NAMES = 3;

/**
 * For a bundler's own server while one develops: where it passes requests on, `server: { proxy: { … } }`,
 * or a name that nothing but its settings is made of.
 */
export function isForDevelopmentServer(node: Node, module: SourceModule): boolean {
  const keys = keysAround(node);
  const proxy = keys.indexOf('proxy');
  if (proxy !== -1 && SERVERS.has(keys[proxy + 1] ?? '')) return true;
  return isForServer(node, module, MOST_NAMES);
}

const keysAround = (node: Node): string[] =>
  [...ancestorsOf(node)].flatMap((above) =>
    above.type === 'Property' ? (keyName(above) ?? '') : [],
  );

function isForServer(node: Node, module: SourceModule, left: number): boolean {
  for (const above of [node, ...ancestorsOf(node)]) {
    const named = bindingGiven(above, module.scopes);
    if (named)
      return (
        left > 0 &&
        named.reads.some((read) => !isCompared(read)) &&
        named.reads.every(
          (read) => isCompared(read) || isOfServer(read) || isForServer(read, module, left - 1),
        )
      );
  }
  return false;
}

const isCompared = ({ parent }: Node): boolean =>
  parent?.type === 'BinaryExpression' && /^[!=]==?$/.test(parent.operator);

/** In `server: { … }` of what the file sets up as a whole. */
const isOfServer = (read: Node): boolean => SERVERS.has(keysAround(read).at(-1) ?? '');

/** What stands in is taken only where the code has found that this is not production. */
export function isOutsideProduction(node: Node, module: SourceModule): boolean {
  const root = enclosingFunction(node) ?? module.program;
  return controlFlowOf(root, module.visitorKeys)
    .guardsOf(node)
    .some(({ test, outcome }) => tellsOfDevelopment(valueOf(test, module), outcome));
}

const DEVELOPMENT: ReadonlySet<unknown> = new Set(['dev', 'development', 'local']);

/** `env === 'development'` came out true, `env === 'production'` false; what bundlers put in their place. */
function tellsOfDevelopment(test: Value, outcome: Outcome): boolean {
  const holds = outcome === 'truthy';
  if (test.kind === 'env') return test.name === (holds ? 'DEV' : 'PROD');
  if (test.kind === 'external')
    return holds && test.path.at(-1) === developmentFlags[test.source ?? ''];
  if (test.kind === 'choice' && (test.by === '&&' || test.by === '||')) {
    const isEither = (test.by === '&&') === holds;
    const tells = (part: Value) => tellsOfDevelopment(part, outcome);
    return isEither ? test.options.some(tells) : test.options.every(tells);
  }
  if (test.kind !== 'operation') return false;
  const { operator, operands } = test;
  const [first] = operands;
  if (operator === '!') return first !== undefined && tellsOfDevelopment(first, turned(outcome));
  if (!/^[!=]==?$/.test(operator)) return false;
  const isEqual = operator.startsWith('!') !== holds;
  return operands.some(
    (operand) =>
      isString(operand) &&
      (isEqual
        ? DEVELOPMENT.has(operand.value)
        : environmentKindOf(operand.value) === 'production'),
  );
}

const turned = (outcome: Outcome): Outcome => (outcome === 'truthy' ? 'falsy' : 'truthy');
