import type { TSESTree } from '@typescript-eslint/utils';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { isFunction } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { oncePer } from '../../ast/once.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { FunctionValue } from '../../values/value.ts';
import { frameworks } from './site.ts';

type Predicate = (call: TSESTree.CallExpression) => boolean;

/** Tells which calls of a module throw or end the process: `ctx.throw(401)`, `process.exit()`, helpers that always throw. */
export const neverReturnsIn = oncePer(
  (module: SourceModule): Predicate =>
    ({ callee }) =>
      endsAll(callee, module),
);

const EXITS: ReadonlySet<string> = new Set(['process.exit', 'process.abort', 'Deno.exit']);

const THROWING_METHODS: ReadonlySet<string> = new Set(
  frameworks.flatMap(({ throws }) => throws?.methods ?? []),
);

function endsAll(callee: TSESTree.Expression, module: SourceModule): boolean {
  const value = valueOf(callee, module);
  if (value.kind === 'function') return alwaysThrows(value);
  if (value.kind === 'member') return THROWING_METHODS.has(value.name);
  if (value.kind !== 'external') return false;
  const { source, path } = value;
  if (source === null) return EXITS.has(globalName(value) ?? '');
  return frameworks.some(
    ({ modules, throws }) =>
      modules.includes(source) && throws?.functions.includes(path.at(-1) ?? '') === true,
  );
}

/** No way through a function comes to its end; the promise of an asynchronous one comes back before. */
function alwaysThrows({ node, module }: FunctionValue): boolean {
  if (node.async || node.generator) return false;
  if (node.returnType?.typeAnnotation.type === 'TSNeverKeyword') return true;
  const { body } = node;
  if (body.type !== 'BlockStatement' || body.body.length === 0) return false;
  const flow = controlFlowOf(node, module.visitorKeys);
  const returns = ownReturns(node, module.visitorKeys);
  return flow.everyPathFrom(body, []) && !returns.some((one) => flow.isReachable(one));
}

function ownReturns(fn: FunctionNode, keys: SourceModule['visitorKeys']): Node[] {
  const found: Node[] = [];
  walk(fn.body, keys, (node) => {
    if (isFunction(node)) return 'skip';
    if (node.type === 'ReturnStatement') found.push(node);
    return undefined;
  });
  return found;
}
