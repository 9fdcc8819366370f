import type { Node } from '../../ast/node.ts';
import { enclosingFunction, keyName, unwrap, wrapped } from '../../ast/node.ts';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { SourceModule } from '../../values/source-module.ts';

/**
 * `if (response.ok) return null; return response.json();`: a success is left with nothing, and the
 * body is given back where the request failed. What is named for errors or a validation means that.
 */
export function isInverted(
  tests: readonly Node[],
  uses: readonly Node[],
  module: SourceModule,
): boolean {
  if (uses.length === 0) return false;
  return tests.some(
    (test) =>
      leavesSuccessEmpty(test) &&
      uses.every((use) => {
        const fn = enclosingFunction(use);
        return (
          fn !== null &&
          fn === enclosingFunction(test) &&
          isReturned(use) &&
          !ABOUT_ERRORS.test(nameAround(fn)) &&
          controlFlowOf(fn, module.visitorKeys).outcomeAt(wrapped(test), use) === 'falsy'
        );
      }),
  );
}

const ABOUT_ERRORS = /err|fail|valid|check|problem|reason|message|issue|violation|parse/i;

function nameAround(fn: Node): string {
  for (const holder of [fn, fn.parent]) {
    const named = holder && ('id' in holder ? holder.id : 'key' in holder ? holder.key : null);
    if (named?.type === 'Identifier') return named.name;
  }
  return '';
}

/** `if (response.ok) return;`, `return null`, `throw …`. */
function leavesSuccessEmpty(test: Node): boolean {
  const whole = wrapped(test);
  const { parent } = whole;
  if (test.type !== 'MemberExpression' || keyName(test) !== 'ok') return false;
  if (parent?.type !== 'IfStatement' || parent.test !== whole) return false;
  const { consequent } = parent;
  const [first, ...more] = consequent.type === 'BlockStatement' ? consequent.body : [consequent];
  if (!first || more.length > 0) return false;
  if (first.type === 'ThrowStatement') return true;
  return first.type === 'ReturnStatement' && (!first.argument || isEmpty(unwrap(first.argument)));
}

const isEmpty = (node: Node): boolean =>
  (node.type === 'Literal' && node.value === null) ||
  (node.type === 'Identifier' && node.name === 'undefined') ||
  (node.type === 'ArrayExpression' && node.elements.length === 0);

function isReturned(use: Node): boolean {
  let node = use;
  while (node.parent?.type === 'AwaitExpression' || (node.parent && unwrap(node.parent) === node))
    node = node.parent;
  return node.parent?.type === 'ReturnStatement';
}
