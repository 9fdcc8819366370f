import { enclosingFunction, unwrap } from '../../ast/node.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import type { Binding } from '../../ast/scope.ts';
import { ownFunction } from '../../values/own-function.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import { isTimeLimit } from '../request/result-use.ts';

/** A function that was handed to another, where that one runs it. */
export interface HandedTask {
  /** The call that runs it. */
  readonly run: Call;
  /** The function that it was handed to. */
  readonly taker: FunctionNode;
}

/** `await fn()` in `function retry(fn)`; `await withTimeout(fn, ms)`, where that function runs it. */
export function handedTask(call: Call, module: SourceModule): HandedTask | null {
  if (call.type !== 'CallExpression') return null;
  const taker = takerOf(call.callee, module);
  if (taker) return isWaitedFor(call, module) ? { run: call, taker } : null;
  for (const [index, argument] of call.arguments.entries()) {
    const owner = takerOf(argument, module);
    const run = owner && isWaitedFor(call, module) ? runOf(call, index, module) : null;
    if (owner && run) return { run, taker: owner };
  }
  return null;
}

/** The function whose parameter a name is. */
function takerOf(node: Node, module: SourceModule): FunctionNode | null {
  const name = unwrap(node);
  if (name.type !== 'Identifier') return null;
  const binding = module.scopes.bindingOf(name);
  const [declaration] = binding?.kind === 'param' ? binding.declarations : [];
  return declaration ? enclosingFunction(declaration) : null;
}

/** Where a function of this file runs what it is given as one of its arguments. */
function runOf(call: Call, index: number, module: SourceModule): Call | null {
  for (const read of parameterAt(call, index, module)?.reads ?? []) {
    const { parent } = read;
    if (parent.type === 'CallExpression' && parent.callee === read && isWaitedFor(parent, module))
      return parent;
  }
  return null;
}

function parameterAt({ callee }: Call, index: number, module: SourceModule): Binding | null {
  const parameter = ownFunction(callee, module)?.params[index];
  return parameter?.type === 'Identifier' ? module.scopes.bindingOf(parameter) : null;
}

/** What a call gives is waited for: there, in a race with others, or by a function that is given it. */
function isWaitedFor(node: Node, module: SourceModule): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'ReturnStatement':
    case 'MemberExpression':
      return true;
    case 'ArrayExpression':
      return isRaced(parent);
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && isAwaited(module.scopes.bindingOf(parent.id));
    case 'CallExpression': {
      const index = parent.arguments.findIndex((argument) => argument === node);
      if (index < 0) return false;
      return isTimeLimit(parent.callee) || isAwaited(parameterAt(parent, index, module));
    }
    default:
      return false;
  }
}

const isAwaited = (binding: Binding | null): boolean =>
  binding?.reads.some(
    ({ parent }) =>
      parent.type === 'AwaitExpression' || (parent.type === 'ArrayExpression' && isRaced(parent)),
  ) ?? false;

/** `Promise.race([…])` */
const isRaced = ({ parent }: Node): boolean =>
  parent?.type === 'CallExpression' && isTimeLimit(parent.callee);
