import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap, wrapped } from '../../ast/node.ts';
import { globalName } from '../../values/platform.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';

/** Something for each of several statuses, looked up by the one that a thing has. */
export interface StatusTable {
  readonly node: Node;
  /** Where it is looked up. */
  readonly lookup: Node;
  readonly values: readonly string[];
  /** What is not in it is given something else. */
  readonly hasFallback: boolean;
}

/** Gives the texts that an expression stands for. */
type TextsOf = (expression: Node, module: SourceModule) => readonly string[];

/** The tables of a file, objects and Maps, that are looked up by a status. */
export function statusTables({ candidates, module }: FileView, textsOf: TextsOf): StatusTable[] {
  const objects = candidates.objects.flatMap((table) => {
    const keys = table.properties.map((property) =>
      property.type === 'Property'
        ? (keyName(property) ?? textsOf(property.key, module)[0] ?? null)
        : null,
    );
    return tableOf(table, keys, memberLookup, module) ?? [];
  });
  const maps = candidates.calls.flatMap((made) => {
    const entries = entriesOfMap(made, module);
    const keys = entries?.map((entry) => keyOfEntry(entry, module, textsOf));
    return keys ? (tableOf(made, keys, mapLookup, module) ?? []) : [];
  });
  return [...objects, ...maps];
}

function tableOf(
  node: Node,
  keys: readonly (string | null)[],
  lookup: (read: Node) => Node | null,
  module: SourceModule,
): StatusTable | null {
  const values = keys.filter((key) => key !== null);
  if (values.length < 2 || values.length < keys.length) return null;
  const [found] = readsOf(node, module).flatMap((read) => lookup(read) ?? []);
  return found
    ? {
        node,
        lookup: found,
        values,
        hasFallback: wrapped(found).parent?.type === 'LogicalExpression',
      }
    : null;
}

/** `new Map([['PENDING', …], …])`. */
function entriesOfMap(
  made: TSESTree.CallExpression | TSESTree.NewExpression,
  module: SourceModule,
): readonly Node[] | null {
  const [list] = made.arguments;
  if (made.type !== 'NewExpression' || !list || list.type === 'SpreadElement') return null;
  const entries = unwrap(list);
  if (entries.type !== 'ArrayExpression') return null;
  if (globalName(valueOf(made.callee, module)) !== 'Map') return null;
  return entries.elements.filter((entry) => entry !== null);
}

function keyOfEntry(entry: Node, module: SourceModule, textsOf: TextsOf): string | null {
  const pair = unwrap(entry);
  const [key] = pair.type === 'ArrayExpression' ? pair.elements : [];
  return key && key.type !== 'SpreadElement' ? (textsOf(key, module)[0] ?? null) : null;
}

function readsOf(table: Node, module: SourceModule): readonly Node[] {
  const node = wrapped(table);
  const { parent } = node;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier')
    return module.scopes.bindingOf(parent.id)?.reads ?? [];
  return [node];
}

/** `TABLE[subject.status]`. */
function memberLookup(read: Node): Node | null {
  const { parent } = read;
  const isLookup = parent?.type === 'MemberExpression' && parent.object === read && parent.computed;
  return isLookup && isStatus(parent.property) ? parent : null;
}

/** `TABLE.get(subject.status)`. */
function mapLookup(read: Node): Node | null {
  const { parent } = read;
  const call = parent?.type === 'MemberExpression' && parent.object === read ? parent.parent : null;
  if (!parent || keyName(parent) !== 'get' || call?.type !== 'CallExpression') return null;
  const [key] = call.arguments;
  return call.callee === parent && key && isStatus(key) ? call : null;
}

function isStatus(given: Node): boolean {
  const key = unwrap(given);
  const name =
    key.type === 'MemberExpression'
      ? (keyName(key) ?? '')
      : key.type === 'Identifier'
        ? key.name
        : '';
  return /status|state/i.test(name);
}
