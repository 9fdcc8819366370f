import type { QueueUse } from '../../clients/schema.ts';
import type { ClassNode, FunctionNode, Node } from '../../ast/node.ts';
import { isClass, isFunction, keyName } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';

type Decorated = Extract<QueueUse, { does: 'decorate' }>;

/** The class that a decorator stands at; null at a method or field. */
export function classAt({ parent }: Node): ClassNode | null {
  return isClass(parent) ? parent : null;
}

/** The method of a decorated class that takes its jobs. */
export function takingMethod(owner: ClassNode, { task }: Decorated): FunctionNode | null {
  const found = owner.body.body.find(
    (element) => element.type === 'MethodDefinition' && keyName(element) === task,
  );
  return task !== null && found?.type === 'MethodDefinition' && isFunction(found.value)
    ? found.value
    : null;
}

/**
 * A method of a decorated class hears of what has failed, `@OnWorkerEvent('failed')`; where the class
 * extends another one of the project, that may.
 */
export function hearsFailures(
  owner: ClassNode,
  { listeners }: Decorated,
  module: SourceModule,
): boolean {
  if (owner.superClass && !isOfLibrary(owner.superClass, module)) return true;
  return owner.body.body.some(
    (element) =>
      'decorators' in element &&
      element.decorators.some(({ expression }) => isListener(expression, listeners, module)),
  );
}

/** The base of a package, which hears of nothing; one of the project may. */
function isOfLibrary(base: Node, module: SourceModule): boolean {
  const value = valueOf(base, module);
  return value.kind === 'external' && value.source !== null && !/^[.#~]|^@\//.test(value.source);
}

function isListener(
  expression: Node,
  listeners: Decorated['listeners'],
  module: SourceModule,
): boolean {
  if (expression.type !== 'CallExpression') return false;
  const callee = valueOf(expression.callee, module);
  const event = callee.kind === 'external' ? listeners[callee.path.at(-1) ?? ''] : undefined;
  if (event === undefined) return false;
  const [named] = expression.arguments;
  const name = named ? valueOf(named, module) : null;
  return event === null || name?.kind !== 'literal' || name.value === event;
}
