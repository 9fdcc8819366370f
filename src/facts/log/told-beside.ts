import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { Node } from '../../ast/node.ts';
import { enclosingFunction, keyName, unwrap } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { someIn } from '../retry/loop.ts';
import type { ApiLog } from './api-log.ts';

/** Lines that give the message of errors, in one block with a line that tells the same errors whole. */
export function toldBeside(logs: readonly ApiLog[]): ReadonlySet<ApiLog> {
  const told = new Map<Node, Set<string>>();
  for (const log of logs) {
    const block = blockOf(log.node);
    if (log.form !== 'fields' || !block) continue;
    const roots = told.get(block) ?? new Set();
    for (const root of errorsIn(log)) roots.add(root);
    told.set(block, roots);
  }
  if (told.size === 0) return new Set();
  return new Set(
    logs.filter((log) => {
      const roots = told.get(blockOf(log.node) ?? log.node);
      const errors = errorsIn(log);
      return (
        log.form === 'message' && errors.length > 0 && errors.every((root) => roots?.has(root))
      );
    }),
  );
}

const errorsIn = ({ mentions }: ApiLog): string[] =>
  mentions.filter(({ remote }) => remote.is === 'error').map(({ root }) => root);

function blockOf(node: Node): Node | null {
  const { parent } = node;
  return parent?.type === 'ExpressionStatement' ? parent.parent : null;
}

/** Where a response's `ok` came out true, and no field of its body was asked what went wrong. */
export function isOfSuccess(node: Node, module: SourceModule): boolean {
  const fn = enclosingFunction(node);
  const tests = controlFlowOf(fn ?? module.program, module.visitorKeys)
    .guardsOf(node)
    .map(({ test, outcome }) => ({ bare: unwrap(test), outcome }));
  const isOk = tests.some(
    ({ bare, outcome }) =>
      outcome === 'truthy' && bare.type === 'MemberExpression' && keyName(bare) === 'ok',
  );
  return isOk && !tests.some(({ bare }) => asksForFailure(bare, module));
}

const SIZES: ReadonlySet<string> = new Set(['<', '>', '<=', '>=']);

/** What starts from a name that is compared in size: a balance, a count of what is left. */
export function isMeasured(node: Node, { scopes }: SourceModule): boolean {
  const inner = unwrap(node);
  const binding = inner.type === 'Identifier' ? scopes.bindingOf(inner) : null;
  return (binding?.reads ?? []).some(
    ({ parent }) => parent?.type === 'BinaryExpression' && SIZES.has(parent.operator),
  );
}

const TELLING: ReadonlySet<string> = new Set(['error', 'errors', 'success', 'failed', 'code']);

const asksForFailure = (test: Node, module: SourceModule): boolean =>
  someIn(
    test,
    module,
    (node) => node.type === 'MemberExpression' && TELLING.has(keyName(node) ?? ''),
  );
