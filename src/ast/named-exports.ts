import { importOf } from './imports.ts';
import type { Node } from './node.ts';
import { keyName, unwrap } from './node.ts';
import type { Scopes } from './scope.ts';

/** Exports of some libraries; the names are the last of a path: `schedule` of `cron.schedule`. */
export interface NamedExports {
  readonly modules: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** A file of the project, by its path or a name that may be mapped to one; or an address. */
const OPEN_MODULE = /^[.@~#/]|:\/\//;

/**
 * Whether an expression may be one of them, by the name it ends in: a look at the tree before its value
 * is asked for. An own object that holds one under another name is passed over.
 */
export function mayBeOneOf({ modules, names }: NamedExports, node: Node, scopes: Scopes): boolean {
  const inner = unwrap(node);
  if (inner.type === 'MemberExpression') {
    const name = keyName(inner);
    return name === null || names.has(name);
  }
  if (inner.type !== 'Identifier') return true;
  const binding = scopes.bindingOf(inner);
  if (!binding) return names.has(inner.name);
  if (binding.kind === 'function' || binding.kind === 'param') return false;
  const imported = importOf(binding);
  return !imported || modules.has(imported.source) || OPEN_MODULE.test(imported.source);
}
