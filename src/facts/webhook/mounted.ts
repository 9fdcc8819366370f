import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { isString } from '../../values/value.ts';

export type MethodCall = TSESTree.CallExpression & { readonly callee: TSESTree.MemberExpression };

export const isMethodCall = (call: Node): call is MethodCall =>
  call.type === 'CallExpression' && call.callee.type === 'MemberExpression';

/** Middleware, hooks, plugins and routers that a receiver is given for all its routes or some. */
export interface Mounted {
  readonly receiver: string;
  readonly at: number;
  /** For the routes that begin so. */
  readonly path: string;
  readonly values: readonly Value[];
}

const MOUNTING: ReadonlySet<string> = new Set(['use', 'addHook', 'register', 'all', 'route']);

export const flat = (value: Value): Value[] =>
  value.kind === 'array' ? value.elements.flatMap(flat) : [value];

/** What the calls of a module mount, in source order. */
export function mountedBy(calls: readonly MethodCall[], module: SourceModule): Mounted[] {
  return calls.flatMap((call) => {
    const name = keyName(call.callee);
    if (!name || !MOUNTING.has(name)) return [];
    const values = call.arguments.flatMap((argument) =>
      argument.type === 'SpreadElement' ? [] : flat(valueOf(argument, module)),
    );
    const [first] = values;
    const path = first && isString(first) && first.value.startsWith('/') ? first.value : '';
    return [
      {
        receiver: receiverOf(call),
        at: call.callee.property.range[0],
        path,
        values: values.filter((value) => !isString(value)),
      },
    ];
  });
}

/** What the calls of a chain are made on: the name that it begins with. */
export function rootOf(call: MethodCall): TSESTree.Expression {
  let node = unwrap(call.callee.object);
  while (node.type === 'CallExpression' && node.callee.type === 'MemberExpression')
    node = unwrap(node.callee.object);
  return node;
}

export function receiverOf(call: MethodCall): string {
  const node = rootOf(call);
  return node.type === 'Identifier' ? node.name : node.type;
}

/** What was mounted on a receiver before a place, for a path. */
export const mountedFor = (
  receiver: string,
  before: number,
  path: string,
  mounted: readonly Mounted[],
): Value[] =>
  mounted
    .filter((each) => each.at < before && each.receiver === receiver && covers(each.path, path))
    .flatMap(({ values }) => values);

const covers = (mounted: string, path: string): boolean => {
  const star = mounted.indexOf('*');
  const prefix = star === -1 ? mounted : mounted.slice(0, star).replace(/\/$/, '');
  return path.startsWith(prefix);
};
