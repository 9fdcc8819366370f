import { literalLast } from '../../ast/comparison.ts';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { Node } from '../../ast/node.ts';
import { enclosingFunction, keyName, unwrap } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { someIn } from '../retry/loop.ts';
import type { ApiLog } from './api-log.ts';

/**
 * Lines that give the message of errors, or make a text of them or a part, in one block with a line
 * that tells more of the same errors, or in a branch before such a line.
 */
export function toldBeside(
  logs: readonly ApiLog[],
  tellsMore: (log: ApiLog) => boolean,
  module: SourceModule,
): ReadonlySet<ApiLog> {
  const wholeIn = byBlock(logs.filter(tellsMore), ({ node }) => node);
  return new Set(
    logs.filter((log) => {
      const errors = errorsIn(log);
      if (errors.length === 0 || (log.form !== 'message' && log.form !== 'stringified'))
        return false;
      const told = linesBeside(log, wholeIn).flatMap(errorsIn);
      return errors.every((root) => told.includes(root) || isHandedToOther(root, log, module));
    }),
  );
}

/** `node.error(error)`: what hosts the program is told the error itself, where the line stands or behind its branch. */
function isHandedToOther(root: string, { node }: ApiLog, module: SourceModule): boolean {
  const block = blockOf(node);
  if (!block) return false;
  const outer = leadsOn(block) ? ifsAround(block) : null;
  const tellers = tellersIn(module);
  const later = (outer && tellers.get(outer)) ?? [];
  return [
    ...(tellers.get(block) ?? []).filter((call) => call !== node),
    ...later.filter(({ range }) => range[0] > node.range[1]),
  ].some((call) =>
    call.arguments.some((given) => given.type === 'Identifier' && given.name === root),
  );
}

/** The statements of a file that call `error` and its kin of something, by their blocks. */
const tellersIn = oncePer(({ calls }: SourceModule) =>
  byBlock(
    calls.filter(
      ({ callee }) => callee.type === 'MemberExpression' && TELLERS.has(keyName(callee) ?? ''),
    ),
    (call) => call,
  ),
);

const TELLERS: ReadonlySet<string> = new Set(['error', 'warn', 'fatal']);

/** Those of the lines that tell errors whole, by their blocks, that are written too where this one is. */
function linesBeside(log: ApiLog, wholeIn: ReadonlyMap<Node, readonly ApiLog[]>): ApiLog[] {
  const block = blockOf(log.node);
  if (!block) return [];
  const same = wholeIn.get(block) ?? [];
  const outer = leadsOn(block) ? ifsAround(block) : null;
  const later = (outer && wholeIn.get(outer)) ?? [];
  const inside = [...wholeIn].flatMap(([branch, logs]) =>
    asksAfter(log, branch, block) ? logs : [],
  );
  return [...same, ...later.filter(({ node }) => node.range[0] > block.range[1]), ...inside];
}

/** `if (error.response) …` behind a line about `error`: its status is told where there is one. */
function asksAfter(log: ApiLog, branch: Node, block: Node): boolean {
  const { parent } = branch;
  if (parent?.type !== 'IfStatement' || parent.consequent !== branch) return false;
  if (parent.parent !== block || parent.range[0] < log.node.range[1]) return false;
  const root = rootOf(parent.test);
  return errorsIn(log).every((error) => error === root);
}

/** `error` of `error.response && …`. */
function rootOf(test: Node): string | null {
  let start = unwrap(test);
  while (start.type === 'MemberExpression' || start.type === 'LogicalExpression')
    start = unwrap(start.type === 'MemberExpression' ? start.object : start.left);
  return start.type === 'Identifier' ? start.name : null;
}

/** A branch that goes on behind its `if`. */
const leadsOn = (block: Node): boolean =>
  block.type === 'BlockStatement' && !LEAVING.test(block.body.at(-1)?.type ?? '');

const LEAVING = /^(?:Return|Throw|Continue|Break)Statement$/;

/** What holds the `if` that a block is a branch of. */
function ifsAround(block: Node): Node | null {
  let above = block.parent;
  while (above?.type === 'IfStatement') above = above.parent;
  return above !== block.parent ? (above ?? null) : null;
}

const errorsIn = ({ mentions }: ApiLog): string[] =>
  mentions.filter(({ remote }) => remote.is === 'error').map(({ root }) => root);

function blockOf(node: Node): Node | null {
  const { parent } = node;
  return parent?.type === 'ExpressionStatement' ? parent.parent : null;
}

/** What stands as a statement of its own, by the block it stands in. */
function byBlock<T>(
  items: readonly T[],
  nodeOf: (item: T) => Node,
): ReadonlyMap<Node, readonly T[]> {
  const found = new Map<Node, T[]>();
  for (const item of items) {
    const block = blockOf(nodeOf(item));
    const there = block ? found.get(block) : undefined;
    if (there) there.push(item);
    else if (block) found.set(block, [item]);
  }
  return found;
}

/** Where a response's `ok` came out true, and no field of its body was asked what went wrong. */
export function isOfSuccess(node: Node, module: SourceModule): boolean {
  const fn = enclosingFunction(node);
  const tests = controlFlowOf(fn ?? module.program, module.visitorKeys)
    .guardsOf(node)
    .map(({ test, outcome }) => ({ bare: unwrap(test), outcome }));
  const isOk = tests.some(({ bare, outcome }) =>
    bare.type === 'UnaryExpression' && bare.operator === '!'
      ? outcome === 'falsy' && isReadOfOk(unwrap(bare.argument))
      : outcome === 'truthy' && isReadOfOk(bare),
  );
  return isOk && !tests.some(({ bare }) => asksForFailure(bare, module));
}

/** In the branch for one status or code: `if (error.response?.status === 404) …`. */
export function isForOneCode(node: Node, roots: readonly string[], module: SourceModule): boolean {
  const flow = controlFlowOf(enclosingFunction(node) ?? module.program, module.visitorKeys);
  return flow.guardsOf(node).some(({ test, outcome }) => {
    const bare = unwrap(test);
    if (bare.type !== 'BinaryExpression' || !/^===?$/.test(bare.operator)) return false;
    const { left, right } = literalLast(bare);
    const asked = unwrap(left);
    const isAsked =
      asked.type === 'MemberExpression' &&
      CODES.has(keyName(asked) ?? '') &&
      roots.includes(rootOf(asked) ?? '');
    return outcome === 'truthy' && isAsked && isFixed(unwrap(right));
  });
}

const CODES: ReadonlySet<string> = new Set(['status', 'statusCode', 'code', 'error', 'errorCode']);

/** A number, a text, or a constant of a list of them. */
const isFixed = (node: Node): boolean =>
  node.type === 'Literal'
    ? typeof node.value === 'number' || (typeof node.value === 'string' && node.value !== '')
    : node.type === 'MemberExpression' && /^[A-Z][A-Z\d_]+$/.test(keyName(node) ?? '');

const isReadOfOk = (node: Node): boolean =>
  node.type === 'MemberExpression' && keyName(node) === 'ok';

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
    (node) =>
      node.type === 'MemberExpression' &&
      TELLING.has(keyName(node) ?? '') &&
      !isOfSchema(node.object, module),
  );

/** `Order.safeParse(body)`: a schema tells of the form, not of how the request went. */
function isOfSchema(node: Node, module: SourceModule): boolean {
  const value = valueOf(node, module);
  const call = value.kind === 'awaited' ? value.of : value;
  return (
    call.kind === 'call' &&
    call.callee.kind === 'member' &&
    /^(?:safeParse(?:Async)?|validate|validateSync)$/.test(call.callee.name)
  );
}
