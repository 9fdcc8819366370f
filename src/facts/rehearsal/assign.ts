import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import type { Run, Scope, Thing } from './rehearsal.ts';
import { NOT_KNOWN } from './rehearsal.ts';
import { keepField } from './field.ts';
import { holderOf } from './scope.ts';
import { memberOf } from './things.ts';

/** Gives a value to a variable, a field, or the names of a pattern. */
export function assignTo(
  wrapped: Node,
  value: Thing,
  scope: Scope,
  run: Run,
  declares = false,
): void {
  const target = unwrap(wrapped);
  switch (target.type) {
    case 'Identifier':
      return assignToName(target, value, scope, declares);
    case 'AssignmentPattern':
      assignTo(
        target.left,
        isAbsent(value)
          ? run.evaluate(target.right, scope)
          : withDefault(value, () => run.evaluate(target.right, scope)),
        scope,
        run,
        declares,
      );
      return;
    case 'TSParameterProperty':
      assignTo(target.parameter, value, scope, run, declares);
      return;
    case 'ObjectPattern':
      for (const property of target.properties) {
        if (property.type === 'RestElement')
          assignTo(property.argument, NOT_KNOWN, scope, run, declares);
        else
          assignTo(
            property.value,
            memberOf(value, keyName(property) ?? '', run),
            scope,
            run,
            declares,
          );
      }
      return;
    case 'ArrayPattern':
      for (const [index, element] of target.elements.entries()) {
        if (element) assignTo(element, memberOf(value, String(index), run), scope, run, declares);
      }
      return;
    case 'MemberExpression':
      return assignToField(target, value, scope, run);
    default:
  }
}

function assignToName(
  target: TSESTree.Identifier,
  value: Thing,
  scope: Scope,
  declares: boolean,
): void {
  const binding = scope.module.scopes.bindingOf(target);
  const holder = binding && !declares ? holderOf(binding, scope) : null;
  if (binding) (holder ?? scope).variables.set(binding, value);
}

function assignToField(
  target: TSESTree.MemberExpression,
  value: Thing,
  scope: Scope,
  run: Run,
): void {
  const object = target.object.type === 'Super' ? NOT_KNOWN : run.evaluate(target.object, scope);
  const name = keyName(target);
  if (object.t === 'object' && name !== null) object.fields.set(name, value);
  else if (object.t !== 'object') keepField(target, value, scope, run);
}

const isAbsent = (value: Thing): boolean =>
  value.t === 'plain' && value.values.length === 1 && value.values[0] === undefined;

/** `{ retries = 3 }` of something that is not known: the default is what is written. */
function withDefault(value: Thing, fallback: () => Thing): Thing {
  if (value.t !== 'unknown' || value.tells) return value;
  const written = fallback();
  return written.t === 'number' || written.t === 'list' ? written : value;
}
