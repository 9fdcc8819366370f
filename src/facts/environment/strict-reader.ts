import { strictReaders } from '../../clients/environment-readers.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, staticString, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isExportOf } from '../../values/value.ts';
import { isVariableName } from './variable-name.ts';

/** `getOrThrow` of a reader whose `get` is called. */
export function strictMethodOf(callee: Node, module: SourceModule): string | null {
  if (callee.type !== 'MemberExpression' || callee.computed) return null;
  const reader = valueOf(callee.object, module);
  const type = reader.kind === 'typed' || reader.kind === 'parameter' ? reader.type : null;
  const strict = strictReaders.find(
    ({ modules, name, read }) =>
      type && read === keyName(callee) && isExportOf(type, modules, [name]),
  );
  return strict?.required ?? null;
}

/** `config.get('X')` of a reader that could throw: the variable, and the method that does. */
export function strictReadOf(
  read: Node,
  module: SourceModule,
): { readonly variable: string; readonly required: string } | null {
  const call = unwrap(read);
  if (call.type !== 'CallExpression' || call.arguments.length !== 1) return null;
  const variable = staticString(call.arguments[0]);
  if (variable === null || !isVariableName(variable)) return null;
  const required = strictMethodOf(call.callee, module);
  return required === null ? null : { variable, required };
}
