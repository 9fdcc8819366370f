import { literalLast } from '../../ast/comparison.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap, wrapped } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { bindingOfRead } from './env-check.ts';

/** Words that switch something on or off. */
const SWITCHING = /^(?:1|0|y|n|t|f|yes|no|on|off|true|false|enabled?|disabled?)$/i;

/** All that is asked of what was read is whether it switches something on: `['1', 'true'].includes(text)`. */
export function isSwitch(read: Node, view: FileView): boolean {
  const reads = bindingOfRead(read, view)?.reads ?? [];
  const uses = reads.length > 0 ? reads : [read];
  return uses.every((use) => asksForSwitch(use, view.module));
}

function asksForSwitch(use: Node, module: SourceModule): boolean {
  const text = cleaned(use);
  const { parent } = text;
  if (parent?.type === 'BinaryExpression') {
    const { left, operator, right } = literalLast(parent);
    return left === text && /^[!=]==?$/.test(operator) && switches(valueOf(right, module));
  }
  const callee = parent?.type === 'CallExpression' ? unwrap(parent.callee) : null;
  if (callee?.type !== 'MemberExpression' || parent?.type !== 'CallExpression') return false;
  if (parent.arguments[0] !== text) return false;
  const asked = keyName(callee);
  if (asked === 'test') return isPatternOfSwitch(unwrap(callee.object));
  return (asked === 'includes' || asked === 'has') && switches(valueOf(callee.object, module));
}

const CLEANING: ReadonlySet<string> = new Set(['trim', 'toLowerCase', 'toUpperCase', 'toString']);

/** `(text ?? '').trim().toLowerCase()` is about `text`. */
function cleaned(use: Node): Node {
  const node = wrapped(use);
  const { parent } = node;
  const call = parent?.type === 'MemberExpression' && parent.object === node ? parent.parent : null;
  return parent &&
    call?.type === 'CallExpression' &&
    call.callee === parent &&
    CLEANING.has(keyName(parent) ?? '')
    ? cleaned(call)
    : node;
}

/** A word that switches, or a list or `Set` of such words. */
function switches(value: Value): boolean {
  if (value.kind === 'literal') return SWITCHING.test(String(value.value));
  if (value.kind === 'array')
    return !value.open && value.elements.length > 0 && value.elements.every(isWord);
  return (
    value.kind === 'call' &&
    value.isNew &&
    value.callee.kind === 'external' &&
    value.callee.path.join('.') === 'Set' &&
    value.args.length === 1 &&
    value.args.every(switches)
  );
}

const isWord = (value: Value): boolean => value.kind === 'literal' && switches(value);

/** `/^(?:1|true|yes)$/i` */
function isPatternOfSwitch(pattern: Node): boolean {
  if (pattern.type !== 'Literal' || !('regex' in pattern)) return false;
  const words = /^\^\(?(?:\?:)?([\w|]+)\)?\$$/.exec(pattern.regex.pattern)?.[1];
  return words?.split('|').every((word) => SWITCHING.test(word)) ?? false;
}
