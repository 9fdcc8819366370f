import type { Node } from '../../ast/node.ts';
import { observableLibrary } from '../../clients/observables.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isExportOf } from '../../values/value.ts';

const EMPTY_MADE: ReadonlySet<string> = new Set(['Map', 'Set', 'Array', 'Object']);

/**
 * Whether an expression is nothing that could tell of a failure: `null`, `undefined`, `false`, `0`,
 * `''`, `[]`, `{}`, and objects of such things alone, but for booleans (`{ ok: false }` tells).
 */
export function isEmptyResult(expression: Node, module: SourceModule): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Literal':
      return !node.value && !('regex' in node);
    case 'TemplateLiteral':
      return node.expressions.length === 0 && node.quasis[0]?.value.raw === '';
    case 'UnaryExpression':
      return node.operator === 'void';
    case 'ArrayExpression':
      return node.elements.length === 0;
    case 'ObjectExpression':
      return node.properties.every(
        (property) => property.type === 'Property' && isEmptyField(property.value, module),
      );
    case 'NewExpression':
      return node.callee.type === 'Identifier' && EMPTY_MADE.has(node.callee.name)
        ? node.arguments.length === 0
        : false;
    case 'AwaitExpression':
      return isEmptyResult(node.argument, module);
    case 'CallExpression':
      return (
        (isSettled(node.callee) || isStreamOf(node.callee, module)) &&
        node.arguments.every((each) => isEmptyResult(each, module))
      );
    case 'Identifier':
      return isEmptyName(node, module) || isEmptyStream(node, module);
    default:
      return false;
  }
}

const isEmptyField = (value: Node, module: SourceModule): boolean =>
  !(value.type === 'Literal' && typeof value.value === 'boolean') && isEmptyResult(value, module);

/** `Promise.resolve(…)`. */
const isSettled = (callee: Node): boolean =>
  callee.type === 'MemberExpression' &&
  callee.object.type === 'Identifier' &&
  callee.object.name === 'Promise' &&
  keyName(callee) === 'resolve';

/** `of(…)` of RxJS. */
const isStreamOf = (callee: Node, module: SourceModule): boolean =>
  isOfStreams(callee, observableLibrary.wraps, module);

/** `EMPTY` of RxJS. */
const isEmptyStream = (name: Node, module: SourceModule): boolean =>
  isOfStreams(name, observableLibrary.empty, module);

function isOfStreams(node: Node, names: readonly string[], module: SourceModule): boolean {
  const inner = unwrap(node);
  if (inner.type !== 'Identifier') return false;
  return isExportOf(valueOf(inner, module), observableLibrary.modules, names);
}

function isEmptyName(name: Node, module: SourceModule): boolean {
  if (name.type === 'Identifier' && name.name === 'undefined') return true;
  const value = valueOf(name, module);
  if (value.kind === 'literal') return !value.value;
  if (value.kind === 'array') return value.elements.length === 0 && !value.open;
  return value.kind === 'object' && value.entries.length === 0 && !value.open;
}
