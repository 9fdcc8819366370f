import type { TSESTree } from '@typescript-eslint/utils';
import { keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { SourceModule } from '../../values/source-module.ts';

const KEEPS: ReadonlySet<string> = new Set(['add', 'set', 'delete', 'clear']);
const MADE: ReadonlySet<string | null> = new Set(['Set', 'Map', 'WeakSet', 'WeakMap']);

/** `seen.add(event.id)`, on a set of this file that nothing asks: it never tells a repetition. */
export function isKeptOnly(call: TSESTree.CallExpression, module: SourceModule): boolean {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || !KEEPS.has(keyName(callee) ?? '')) return false;
  const kept = unwrap(callee.object);
  const made = valueOf(kept, module);
  if (kept.type !== 'Identifier' || made.kind !== 'call' || !made.isNew) return false;
  const binding = MADE.has(globalName(made.callee)) ? module.scopes.bindingOf(kept) : null;
  const isExported = binding?.declarations.some(
    ({ parent }) => parent?.parent?.parent?.type === 'ExportNamedDeclaration',
  );
  return binding !== null && isExported === false && binding.reads.every(onlyKeeps);
}

function onlyKeeps({ parent }: TSESTree.Node): boolean {
  return (
    parent?.type === 'MemberExpression' &&
    KEEPS.has(keyName(parent) ?? '') &&
    parent.parent.type === 'CallExpression' &&
    parent.parent.parent.type === 'ExpressionStatement'
  );
}
