import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { isFunction, keyName, unwrap } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { ApiCall } from '../request/api-call.ts';
import { holds } from '../../values/parts.ts';

/** What is asked: where a value goes before the request is sent. */
interface Question {
  readonly call: ApiCall;
  readonly module: SourceModule;
  /** Bindings that were followed. */
  readonly seen: Set<Node>;
}

/**
 * Whether a value that is made for a request may be kept by something before the request is sent:
 * it goes anywhere else but into the request and into logs.
 * @param made the expression of this file that makes the value
 */
export function isKeptBefore(made: Node, call: ApiCall, module: SourceModule): boolean {
  const question: Question = { call, module, seen: new Set() };
  return isMadeByStore(made, module) || goesElsewhere(made, question) || wrapperKeeps(call);
}

/** A function of the project makes it, and stores something as it does. */
function isMadeByStore(made: Node, module: SourceModule): boolean {
  if (made.type !== 'CallExpression') return false;
  const callee = valueOf(made.callee, module);
  return callee.kind === 'function' && storesIn(callee.node, callee.module);
}

const PASSING: ReadonlySet<string> = new Set([
  'Property',
  'ObjectExpression',
  'ArrayExpression',
  'SpreadElement',
  'TemplateLiteral',
  'BinaryExpression',
  'LogicalExpression',
  'ConditionalExpression',
  'AwaitExpression',
]);

/** Follows an expression outwards to what it is a part of. */
function goesElsewhere(start: Node, question: Question): boolean {
  const { call } = question;
  let inner = start;
  for (let outer = start.parent; outer; inner = outer, outer = outer.parent) {
    if (outer === call.node) return false;
    if (PASSING.has(outer.type) || unwrap(outer) === unwrap(inner)) continue;
    switch (outer.type) {
      case 'MemberExpression':
        if (outer.object !== inner) return true;
        continue;
      case 'CallExpression':
      case 'NewExpression':
        if (outer.callee === inner || givesOn(outer, inner, question)) continue;
        return !isLog(outer);
      case 'VariableDeclarator':
        return outer.id.type !== 'Identifier' || isReadElsewhere(outer.id, question);
      case 'AssignmentExpression':
        return assignedElsewhere(outer, question);
      case 'ExpressionStatement':
        return false;
      default:
        return true;
    }
  }
  return true;
}

/** `order.client_reference = make()`: where the object goes; anything but a name may be kept. */
function assignedElsewhere({ left }: TSESTree.AssignmentExpression, question: Question): boolean {
  let target: Node = unwrap(left);
  while (target.type === 'MemberExpression') target = unwrap(target.object);
  if (target.type !== 'Identifier') return true;
  const binding = question.module.scopes.bindingOf(target);
  const isOwn = binding?.kind === 'const' || binding?.kind === 'let' || binding?.kind === 'var';
  return !isOwn || isReadElsewhere(target, question);
}

/** Whether a name is read before the request for anything but the request and logs. */
function isReadElsewhere(name: TSESTree.Identifier, question: Question): boolean {
  const { call, module, seen } = question;
  const binding = module.scopes.bindingOf(name);
  const [declaration] = binding?.declarations ?? [];
  if (!binding || !declaration) return true;
  if (seen.has(declaration)) return false;
  seen.add(declaration);
  return binding.reads.some((read) => {
    if (isWithin(read, call.node) || read.range[0] > call.node.range[1]) return false;
    const { parent } = read;
    const isWritten =
      parent?.type === 'MemberExpression' &&
      parent.parent.type === 'AssignmentExpression' &&
      parent.parent.left === parent;
    return !isWritten && goesElsewhere(read, question);
  });
}

const PASSING_ON: ReadonlySet<string> = new Set([
  'JSON.stringify',
  'String',
  'Buffer.from',
  'Object.assign',
  'Object.freeze',
  'Object.fromEntries',
  'structuredClone',
  'encodeURIComponent',
  'URLSearchParams',
  'Number',
]);

/** What a function makes of its argument holds it: `JSON.stringify(body)`, `withReference(body)`. */
function givesOn(
  outer: TSESTree.CallExpression | TSESTree.NewExpression,
  inner: Node,
  { module, call }: Question,
): boolean {
  const callee = valueOf(outer.callee, module);
  if (callee.kind === 'external' && callee.source === null)
    return PASSING_ON.has(callee.path.join('.'));
  if (callee.kind !== 'function' || isWithin(call.node, outer)) return callee.kind === 'function';
  return (
    !storesIn(callee.node, callee.module) && holds(valueOf(outer, module), valueOf(inner, module))
  );
}

const isLog = ({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): boolean =>
  callee.type === 'MemberExpression' &&
  /^(?:log|info|warn|error|debug|trace|verbose|setAttribute|setAttributes|addEvent)$/.test(
    keyName(callee) ?? '',
  );

/** A function of the project that sends the request stores something on its way. */
function wrapperKeeps({ via, request }: ApiCall): boolean {
  if (via === 'direct') return false;
  const { module } = request.context;
  let fn: Node | undefined = request.node.parent;
  while (fn && !isFunction(fn)) fn = fn.parent;
  return fn !== undefined && storesIn(fn, module);
}

const STORING =
  /^(?:save|insert|create|persist|store|record|upsert|enqueue|write|update|remember|put|add|append|push|set)/i;

/** Or a statement in SQL that writes. */
const WRITES_ROWS = /\b(?:insert\s+into|update\s+[\w."]+\s+set)\b/i;

function storesIn(fn: Node, module: SourceModule): boolean {
  if (WRITES_ROWS.test(textOf(fn, module))) return true;
  return module.calls.some(
    ({ callee, range }) =>
      fn.range[0] <= range[0] &&
      range[1] <= fn.range[1] &&
      callee.type === 'MemberExpression' &&
      STORING.test(keyName(callee) ?? '') &&
      !/^(?:setTimeout|createHmac|createHash)$/.test(keyName(callee) ?? '') &&
      !(callee.object.type === 'MemberExpression' && keyName(callee.object) === 'headers'),
  );
}
