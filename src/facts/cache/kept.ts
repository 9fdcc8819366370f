import { declaredName } from '../../ast/function-name.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName, regionOf, unwrap } from '../../ast/node.ts';
import { knownNames } from '../../ast/imports.ts';
import { walk } from '../../ast/walk.ts';
import { nodesWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { ApiCall } from '../request/api-call.ts';
import { keepsByModule, keepsByName, runsOnce, speaksOfKeeping } from './words.ts';

/** Callers of callers are looked at this far up. */
const FURTHEST = 3;

/** Whether the answer of a read may be kept for the next time: by its options, around it, or by who calls it. */
export function isKept(call: ApiCall, module: SourceModule): boolean {
  const { request } = call;
  const made = request.on?.made;
  if (keepsByModule(module.text) || isKeptAt(call.node, module, 0)) return true;
  if (made && speaksOfKeeping(textOf(regionOf(made.node), made.module))) return true;
  const { frame, module: inner } = request.context;
  return frame !== null && isKeptAt(request.node, inner, 0);
}

function isKeptAt(node: Node, module: SourceModule, depth: number): boolean {
  const functions = [...ancestorsOf(node)].filter((above) => isFunction(above));
  const outermost = functions.at(-1);
  if (!outermost || speaksOfKeeping(textOf(regionOf(node), module))) return true;
  if (asksKeeper(regionOf(node), module)) return true;
  if (functions.some((fn) => isGivenToKeeper(fn, module) || runsOnce(nameOf(fn) ?? '')))
    return true;
  if (remembersOutside(outermost, module)) return true;
  return depth < FURTHEST && usesOf(outermost, module).some((use) => isKeptUse(use, module, depth));
}

/** A method of what a package or file that keeps things gives or makes, whatever it is named here. */
const asksKeeper = (region: Node, module: SourceModule): boolean =>
  nodesWithin(module.calls, region).some(({ callee }) => {
    if (callee.type !== 'MemberExpression') return false;
    const object = valueOf(callee.object, module);
    const origin = object.kind === 'call' ? object.callee : object;
    return origin.kind === 'external' && origin.source !== null && speaksOfKeeping(origin.source);
  });

/** `useQuery({ queryFn: () => … })`, `unstable_cache(() => …)`, `setInterval(() => …)`. */
function isGivenToKeeper(node: Node, module: SourceModule): boolean {
  for (const above of ancestorsOf(node)) {
    if (above.type === 'Property' || above.type === 'ObjectExpression' || unwrap(above) !== above)
      continue;
    return (
      (above.type === 'CallExpression' || above.type === 'NewExpression') &&
      (keepsByName(calleeText(above.callee, module)) || keepsInside(above.callee, module))
    );
  }
  return false;
}

/** A function of the project, whatever it is named, whose code speaks of keeping. */
function keepsInside(callee: Node, module: SourceModule): boolean {
  const value = valueOf(callee, module);
  return value.kind === 'function' && speaksOfKeeping(textOf(value.node, value.module));
}

function calleeText(callee: Node, module: SourceModule): string {
  if (callee.type === 'Identifier') return knownNames(callee, module.scopes).join(' ');
  if (callee.type === 'CallExpression') return calleeText(callee.callee, module);
  if (callee.type !== 'MemberExpression') return '';
  return `${calleeText(callee.object, module)}.${keyName(callee) ?? ''}`;
}

function isKeptUse(use: Node, module: SourceModule, depth: number): boolean {
  if (isGivenToKeeper(use, module)) return true;
  const call = use.parent?.type === 'MemberExpression' ? use.parent.parent : use.parent;
  return call?.type === 'CallExpression' && isKeptAt(call, module, depth + 1) && !isTopLevel(call);
}

const isTopLevel = (node: Node): boolean => ![...ancestorsOf(node)].some(isFunction);

function nameOf(fn: FunctionNode): string | null {
  const declared = declaredName(fn);
  if (declared) return declared.name;
  return 'key' in fn.parent ? keyName(fn.parent) : null;
}

/** Where this file uses a function by its name. */
function usesOf(fn: FunctionNode, module: SourceModule): readonly Node[] {
  const name = declaredName(fn);
  if (name) return module.scopes.bindingOf(name)?.reads ?? [];
  const key = nameOf(fn);
  if (key === null) return [];
  return module.calls.flatMap(({ callee }) =>
    callee.type === 'MemberExpression' &&
    keyName(callee) === key &&
    callee.object.type === 'ThisExpression'
      ? [callee.object]
      : [],
  );
}

/** It writes to something that outlives it, and looks at that too: `if (!list) list = await …`. */
function remembersOutside(fn: FunctionNode, module: SourceModule): boolean {
  let remembers = false;
  walk(fn, module.visitorKeys, (node) => {
    if (node.type !== 'AssignmentExpression' || remembers) return;
    const target = outlives(node.left, fn, module);
    if (target === null) return;
    const reads = textOf(fn, module).split(target).length - 1;
    remembers = node.operator !== '=' || reads > 1;
  });
  return remembers;
}

/** The text of an assignment's target that is no name of the function's own. */
function outlives(target: TSESTree.Node, fn: FunctionNode, module: SourceModule): string | null {
  if (target.type === 'MemberExpression') {
    const { object } = target;
    const isOwn = object.type === 'Identifier' && isDeclaredIn(object, fn, module);
    return isOwn ? null : textOf(target, module);
  }
  if (target.type !== 'Identifier' || isDeclaredIn(target, fn, module)) return null;
  return target.name;
}

function isDeclaredIn(
  name: TSESTree.Identifier,
  fn: FunctionNode,
  { scopes }: SourceModule,
): boolean {
  const declared = scopes.bindingOf(name)?.declarations ?? [];
  return declared.some(({ range }) => fn.range[0] <= range[0] && range[1] <= fn.range[1]);
}
