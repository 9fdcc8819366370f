import type { TSESTree } from '@typescript-eslint/utils';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { textOf } from '../../values/source-module.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Checked } from './checks.ts';
import { isWebhookHeader } from './words.ts';

/**
 * Whether code that gets the requests of many routes verifies those of one. A check that can't be
 * read, as of a session, counts only where something says that it is about webhooks.
 */
export function verifiesRoute(inner: Checked, route: string | null): boolean {
  const { fn, module, headers } = inner.origins;
  const tests = route === null ? [] : pathTests(inner, route);
  const flow = controlFlowOf(fn, module.visitorKeys);
  const isSigned = [...headers.values()].some(isWebhookHeader);
  const isNamed = tests.some(({ holds }) => holds);
  return [...inner.checks].some(([node, { does }]) => {
    if (does === 'unknown' && !isSigned && !isNamed && !SAYS.test(textOf(node, module)))
      return false;
    return tests.every(({ test, holds }) => {
      const outcome = flow.outcomeAt(test, node);
      return outcome === null || (outcome === 'truthy') === holds;
    });
  });
}

const SAYS = /signature|hook|hmac/i;

interface PathTest {
  readonly test: Node;
  /** Whether it comes out true for the route. */
  readonly holds: boolean;
}

/** The tests of the request's path whose outcome is known for a route. */
function pathTests({ origins: { fn, module } }: Checked, route: string): PathTest[] {
  const found: PathTest[] = [];
  walk(fn.body, module.visitorKeys, (node) => {
    const holds = outcomeOf(node, route, module);
    if (holds !== null) found.push({ test: node, holds });
  });
  return found;
}

function outcomeOf(node: Node, route: string, module: SourceModule): boolean | null {
  if (node.type === 'BinaryExpression') return outcomeOfEquality(node, route, module);
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null;
  const receiver = unwrap(node.callee.object);
  const [first] = node.arguments;
  switch (keyName(node.callee)) {
    case 'startsWith':
      return first && first.type !== 'SpreadElement'
        ? some(pathsOf(first, module), (path) => route.startsWith(path))
        : null;
    case 'some':
      return some(pathsOf(receiver, module), (path) => route.startsWith(path));
    case 'includes':
      return receiver.type === 'Identifier' || receiver.type === 'ArrayExpression'
        ? some(pathsOf(receiver, module), (path) => route === path)
        : first && first.type !== 'SpreadElement'
          ? some(pathsOf(first, module), (path) => route.includes(path))
          : null;
    case 'test':
      return 'regex' in receiver && receiver.value instanceof RegExp
        ? receiver.value.test(route)
        : null;
    default:
      return null;
  }
}

const some = (paths: readonly string[], covers: (path: string) => boolean): boolean | null =>
  paths.length === 0 ? null : paths.some(covers);

function outcomeOfEquality(
  { operator, left, right }: TSESTree.BinaryExpression,
  route: string,
  module: SourceModule,
): boolean | null {
  if (!/^[!=]==?$/.test(operator)) return null;
  const [path] = [left, right].flatMap((side) => pathsOf(side, module));
  return path === undefined ? null : (path === route) === !operator.startsWith('!');
}

/** The paths that an expression is or lists. */
function pathsOf(node: Node, module: SourceModule): string[] {
  const value = valueOf(node, module);
  const values = value.kind === 'array' ? value.elements : [value];
  return values.flatMap((each) =>
    each.kind === 'literal' && typeof each.value === 'string' && each.value.startsWith('/')
      ? each.value
      : [],
  );
}
