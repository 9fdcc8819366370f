import type { TSESTree } from '@typescript-eslint/utils';
import { nodesWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import { isString } from '../../values/value.ts';
import { verifies } from './global-guards.ts';
import type { MethodCall } from './mounted.ts';
import { flat, isMethodCall, mountedBy, mountedFor, rootOf } from './mounted.ts';
import type { HandlerSite } from './site.ts';

/**
 * Whether a function that is handed the application before a route sets what verifies the requests
 * to it: `protect(app, ['/hooks'])`.
 */
export function isSetUpFor(
  route: MethodCall,
  path: string,
  module: SourceModule,
  reads: HandlerSite['reads'],
): boolean {
  const app = rootOf(route);
  const binding = app.type === 'Identifier' ? module.scopes.bindingOf(app) : null;
  if (!binding) return false;
  return binding.reads.some((read) => {
    const call = read.parent;
    return (
      call?.type === 'CallExpression' &&
      call.range[1] <= route.range[0] &&
      setBy(call, read, path, module).some((value) => verifies(value, { path, reads }))
    );
  });
}

/** What the function that a call names mounts on what it is given there. */
function setBy(
  call: TSESTree.CallExpression,
  given: TSESTree.Node,
  path: string,
  module: SourceModule,
): Value[] {
  const index = call.arguments.findIndex((argument) => argument === given);
  const fn = index === -1 ? null : valueOf(call.callee, module);
  if (fn?.kind !== 'function' || !isAbout(call, path, module)) return [];
  const parameter = fn.node.params[index];
  if (parameter?.type !== 'Identifier') return [];
  return mountedFor(parameter.name, Infinity, path, mountedBy(callsIn(fn), fn.module));
}

const callsIn = ({ node, module }: FunctionValue): MethodCall[] =>
  nodesWithin(module.calls, node).filter(isMethodCall);

/** Paths that it is given are those it is about; without any it is about all. */
function isAbout(call: TSESTree.CallExpression, path: string, module: SourceModule): boolean {
  const paths = call.arguments
    .flatMap((argument) =>
      argument.type === 'SpreadElement' ? [] : flat(valueOf(argument, module)),
    )
    .flatMap((value) => (isString(value) && value.value.startsWith('/') ? value.value : []));
  return paths.length === 0 || paths.some((each) => path.startsWith(each));
}
