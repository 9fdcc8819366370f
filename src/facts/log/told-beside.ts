import { literalLast } from '../../ast/comparison.ts';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { Node } from '../../ast/node.ts';
import { enclosingFunction, keyName, unwrap } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { someIn } from '../retry/loop.ts';
import type { ApiLog } from './api-log.ts';

/** The nodes that tell of a root, in their order. */
type Nodes = Map<string, Node[]>;

/** What tells of errors, by the block it is a statement of, or the block of the `if` that asks before. */
interface Tellings {
  readonly at: ReadonlyMap<Node, Nodes>;
  readonly inIfs: ReadonlyMap<Node, Nodes>;
}

/**
 * Lines that give the message of errors, or make a text of them or a part or paste them into one, in
 * one block with a line that tells more of the same errors, or in a branch before such a line.
 */
export function toldBeside(
  logs: readonly ApiLog[],
  tellsMore: (log: ApiLog) => boolean,
  module: SourceModule,
): ReadonlySet<ApiLog> {
  const lines = tellingsOf(logs.filter(tellsMore).map((log) => [log.node, errorsIn(log)]));
  return new Set(
    logs.filter((log) => {
      const errors = errorsIn(log);
      if (errors.length === 0 || !isTelling(log, errors)) return false;
      return errors.every(
        (root) => isToldIn(lines, root, log.node) || isToldIn(tellersIn(module), root, log.node),
      );
    }),
  );
}

/** It gives the message or all of errors, and as a text nothing of the API but them. */
const isTelling = ({ form, mentions }: ApiLog, errors: readonly string[]): boolean =>
  form === 'text'
    ? errors.length === mentions.length
    : form === 'message' || form === 'stringified';

/** `node.error(error)`: what hosts the program is told the error itself. */
const tellersIn = oncePer(({ calls }: SourceModule) =>
  tellingsOf(
    calls
      .filter(
        ({ callee }) => callee.type === 'MemberExpression' && TELLERS.has(keyName(callee) ?? ''),
      )
      .map((call) => [
        call,
        call.arguments.flatMap((given) => (given.type === 'Identifier' ? given.name : [])),
      ]),
  ),
);

const TELLERS: ReadonlySet<string> = new Set(['error', 'warn', 'fatal']);

function tellingsOf(nodes: readonly (readonly [Node, readonly string[]])[]): Tellings {
  const [at, inIfs] = [new Map<Node, Nodes>(), new Map<Node, Nodes>()];
  for (const [node, roots] of nodes) {
    const block = blockOf(node);
    if (!block) continue;
    const asked = askedBefore(block);
    for (const root of roots) {
      add(at, block, root, node);
      if (asked?.root === root) add(inIfs, asked.block, root, node);
    }
  }
  return { at, inIfs };
}

function add(all: Map<Node, Nodes>, block: Node, root: string, node: Node): void {
  const there = all.get(block) ?? new Map<string, Node[]>();
  all.set(block, there);
  const before = there.get(root);
  if (before) before.push(node);
  else there.set(root, [node]);
}

/**
 * Another statement tells of an error where a line stands, or behind it: outside of the `if` whose
 * branch it is in, or where `if (error.response)` asks for more.
 */
function isToldIn({ at, inIfs }: Tellings, root: string, node: Node): boolean {
  const block = blockOf(node);
  if (!block) return false;
  const outer = leadsOn(block) ? ifsAround(block) : null;
  const same = at.get(block)?.get(root) ?? [];
  const later = [outer && at.get(outer)?.get(root)?.at(-1), inIfs.get(block)?.get(root)?.at(-1)];
  return (
    same.some((each) => each !== node) ||
    later.some((last) => last && last.range[0] > node.range[1])
  );
}

/** The block of the `if` that a block is the first branch of, and what its test starts from. */
function askedBefore(branch: Node): { block: Node; root: string | null } | null {
  const { parent } = branch;
  return parent?.type === 'IfStatement' && parent.consequent === branch
    ? { block: parent.parent, root: rootOf(parent.test) }
    : null;
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
