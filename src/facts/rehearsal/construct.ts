import type { TSESTree } from '@typescript-eslint/utils';
import type { ClassNode, FunctionNode } from '../../ast/node.ts';
import { isClass, isFunction, keyName } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { Value } from '../../values/value.ts';
import type { Call, Run, Scope, Thing } from './rehearsal.ts';
import { exactly, NOT_KNOWN, Returned, Thrown, unknownOf } from './rehearsal.ts';
import { assignTo } from './assign.ts';

/** `new X(…)`: promises, sets, errors, and classes whose text is at hand. */
export function constructed(run: Run, node: Call, args: readonly Thing[], scope: Scope): Thing {
  const type = valueOf(node.callee, scope.module);
  const [first] = args;
  switch (globalName(type)) {
    case 'Promise':
      return promise(run, first, node);
    case 'Set':
    case 'Array':
      return first?.t === 'list' ? first : NOT_KNOWN;
    case 'Error':
    case 'TypeError':
    case 'DOMException':
      return { t: 'object', made: type, fields: ofError(args), isOpen: false, ends: false };
    default:
  }
  if (type.kind === 'class' && isClass(type.node)) return instanceOf(run, type, args);
  return {
    t: 'object',
    made: type,
    fields: causeOf(args),
    isOpen: true,
    ends: run.isAbortError(type),
  };
}

function ofError(args: readonly Thing[]): Map<string, Thing> {
  const message = args[0] ?? exactly('');
  return causeOf(args).set('message', message).set('stack', unknownOf(message));
}

function causeOf(args: readonly Thing[]): Map<string, Thing> {
  const options = args[1];
  const cause = options?.t === 'object' ? options.fields.get('cause') : undefined;
  return new Map(cause ? [['cause', cause]] : []);
}

/** Runs what a promise is made with, as if it settled at once. */
function promise(run: Run, executor: Thing | undefined, node: Call): Thing {
  if (!executor) return NOT_KNOWN;
  const before = run.settles;
  try {
    run.call(
      executor,
      [
        { t: 'native', does: 'resolve' },
        { t: 'native', does: 'reject' },
      ],
      node,
    );
  } finally {
    run.settles = before;
  }
  return NOT_KNOWN;
}

function instanceOf(run: Run, type: Value, args: readonly Thing[]): Thing {
  const node = type.node as ClassNode;
  const fields = new Map<string, Thing>();
  const ends = endsRetry(run, node, type, 0);
  const self: Thing = { t: 'object', made: type, fields, isOpen: node.superClass !== null, ends };
  const scope: Scope = { module: type.module, variables: new Map(), outer: null, self };
  for (const [name, method] of methodsOf(node))
    fields.set(name, { t: 'function', node: method, module: type.module, scope, self });
  for (const element of node.body.body) {
    if (element.type === 'PropertyDefinition' && element.value && !element.static)
      fields.set(keyName(element) ?? '', run.evaluate(element.value, scope));
    if (element.type === 'MethodDefinition' && element.kind === 'constructor')
      construct(run, element, args, scope, fields);
  }
  return self;
}

const methodsOf = ({ body }: ClassNode): [string, FunctionNode][] =>
  body.body.flatMap((element): [string, FunctionNode][] => {
    const isOwn =
      element.type === 'MethodDefinition' && element.kind === 'method' && !element.static;
    const name = isOwn ? keyName(element) : null;
    return isOwn && name !== null && isFunction(element.value) ? [[name, element.value]] : [];
  });

function construct(
  run: Run,
  element: TSESTree.MethodDefinition,
  args: readonly Thing[],
  scope: Scope,
  fields: Map<string, Thing>,
): void {
  const { params, body } = element.value;
  for (const [index, parameter] of params.entries()) {
    const value = args[index] ?? NOT_KNOWN;
    assignTo(parameter, value, scope, run, true);
    if (parameter.type !== 'TSParameterProperty') continue;
    const target =
      parameter.parameter.type === 'AssignmentPattern'
        ? parameter.parameter.left
        : parameter.parameter;
    if (target.type === 'Identifier') fields.set(target.name, value);
  }
  if (!body) return;
  try {
    run.execute(body, scope);
  } catch (error) {
    if (!(error instanceof Returned) && !(error instanceof Thrown)) throw error;
  }
}

/** The class, or one it is made from, ends a retry when it is thrown. */
function endsRetry(run: Run, node: ClassNode, type: Value, depth: number): boolean {
  if (run.isAbortError(type)) return true;
  if (!node.superClass || depth > 3) return false;
  const parent = valueOf(node.superClass, type.module);
  return parent.kind === 'class' && isClass(parent.node)
    ? endsRetry(run, parent.node, parent, depth + 1)
    : run.isAbortError(parent);
}
