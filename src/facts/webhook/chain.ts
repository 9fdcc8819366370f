import { declaredName } from '../../ast/function-name.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { calledName, isClass, isFunction, keyName } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { attributeOf } from '../../values/objects.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import { checked } from './checks.ts';
import { Origins } from './origins.ts';
import { isVerifiedAt, throwsWhenWrong } from './proof.ts';
import type { HandlerSite, Verified } from './site.ts';
import { rolesOf } from './site.ts';
import { saysVerify, verifierOf } from './verifiers.ts';

const ORDER: readonly Verified[] = ['never', 'sometimes', 'unknown', 'always'];

/** What the functions that run before a handler verify: the most that one of them does. */
export function chainVerifies(chain: readonly Value[], reads: HandlerSite['reads']): Verified {
  return chain
    .map((value) => linkVerifies(value, reads, 0))
    .reduce((best, next) => (ORDER.indexOf(next) > ORDER.indexOf(best) ? next : best), 'never');
}

function linkVerifies(value: Value, reads: HandlerSite['reads'], depth: number): Verified {
  if (depth > 3) return 'unknown';
  switch (value.kind) {
    case 'choice':
      return (
        value.options
          .map((option) => linkVerifies(option, reads, depth + 1))
          .find((found) => found !== 'never') ?? 'never'
      );
    case 'function':
      return functionVerifies(value, reads);
    case 'class':
      return classVerifies(value.node, value, reads);
    case 'call':
      return madeVerifies(value, reads, depth);
    case 'awaited':
      return linkVerifies(value.of, reads, depth + 1);
    default:
      return nameVerifies(value);
  }
}

/** `verifyWebhook(secret)`: what it returns is the middleware. */
function madeVerifies(
  value: Value & { kind: 'call' },
  reads: HandlerSite['reads'],
  depth: number,
): Verified {
  if (verifierOf(value.callee)) return 'always';
  if (value.callee.kind === 'class' || value.callee.kind === 'function')
    return linkVerifies(value.callee, reads, depth + 1);
  const given = value.args.map((argument) =>
    argument.kind === 'function' || argument.kind === 'class'
      ? linkVerifies(argument, reads, depth + 1)
      : 'never',
  );
  const parsing = value.args.some((argument) => parserVerifies(argument, reads));
  return parsing ? 'always' : (given.find((found) => found !== 'never') ?? nameVerifies(value));
}

/** `json({ verify: (req, res, bytes) => { if (!isSigned(…)) throw … } })`: the parser of the body throws. */
function parserVerifies(options: Value, reads: HandlerSite['reads']): boolean {
  const verify = options.kind === 'object' ? attributeOf(options, 'verify') : null;
  const fn = verify?.state === 'known' ? verify.value : null;
  return fn?.kind === 'function' && throwsWhenWrong(checkedIn(fn, reads));
}

const checkedIn = ({ node, module }: FunctionValue, reads: HandlerSite['reads']) =>
  checked(new Origins({ fn: node, module, reads, roles: rolesOf(reads) }));

/** Middleware, or what makes it: every call of `next` (where it takes one) is verified. */
function functionVerifies(fn: FunctionValue, reads: HandlerSite['reads']): Verified {
  const inner = checkedIn(fn, reads);
  if (inner.checks.size === 0) return usesPassword(fn) ? 'always' : 'never';
  const known = [...inner.checks.values()].some(({ does }) => does !== 'unknown');
  if (!known) return 'unknown';
  const calls = nextCalls(fn.node);
  return calls.every((call) => isVerifiedAt(call, inner)) ? 'always' : 'sometimes';
}

const usesPassword = (fn: FunctionValue): boolean =>
  saysVerify(declaredName(fn.node)?.name ?? '') && /authorization/i.test(fn.module.text);

/** Calls of a parameter named `next` or `done` that hand on no error. */
function nextCalls(fn: FunctionNode): Node[] {
  const calls: Node[] = [];
  walk(fn, undefined, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
    if (/^(?:next|done)$/.test(node.callee.name) && node.arguments.length === 0) calls.push(node);
  });
  return calls;
}

/** A guard of the project: does its method verify? One that builds on another is not known. */
function classVerifies(node: Node, value: Value, reads: HandlerSite['reads']): Verified {
  if (!isClass(node)) return 'unknown';
  let best: Verified = node.superClass ? 'unknown' : 'never';
  for (const element of node.body.body) {
    if (
      element.type !== 'MethodDefinition' ||
      !isFunction(element.value) ||
      keyName(element) === 'constructor'
    )
      continue;
    const inner = checked(
      new Origins({
        fn: element.value,
        module: value.module,
        reads,
        roles: new Map([[0, { header: '' }]]),
      }),
    );
    if (inner.checks.size > 0) best = 'always';
  }
  return best;
}

/** What can't be read counts as unknown where its name says that it verifies, and as nothing else. */
function nameVerifies(value: Value): Verified {
  return saysVerify(nameOf(value)) ? 'unknown' : 'never';
}

function nameOf(value: Value): string {
  switch (value.kind) {
    case 'call':
      return nameOf(value.callee);
    case 'member':
      return `${nameOf(value.object)} ${value.name}`;
    case 'external':
      return value.path.at(-1) === 'default' ? calledName(value.node) : value.path.join(' ');
    case 'typed':
      return nameOf(value.type);
    default:
      return calledName(value.node);
  }
}
