import type { TSESTree } from '@typescript-eslint/utils';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { Outcome } from '../../ast/control-flow/index.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isString } from '../../values/value.ts';
import type { HandlerSite } from './site.ts';
import { webhookWords } from './words.ts';

/** The path of webhooks that a handler of all requests compares theirs with. */
export interface Dispatch {
  readonly path: string;
  /** Whether a place is kept for other paths. */
  readonly isElsewhere: (place: Node) => boolean;
}

/** A test of the path: `url.pathname === '/webhooks/orders'`, `req.url.startsWith('/webhooks')`. */
interface PathTest {
  readonly test: Node;
  readonly path: string;
  /** How it comes out for that path. */
  readonly here: 'truthy' | 'falsy';
}

/**
 * `if (url.pathname === '/webhooks/orders')` in a handler that gets every request. Where it has other
 * paths too, only what stands behind that test is for webhooks; a handler that has several paths of
 * webhooks is a router, of which one is not told from another.
 */
export function dispatchOf({ fn, module, form, path }: HandlerSite): Dispatch | null {
  if (path !== null || (form !== 'export' && form !== 'listener')) return null;
  const found: PathTest[] = [];
  walk(fn.body, module.visitorKeys, (node) => {
    const tested = pathTest(node, module);
    if (tested) found.push(tested);
  });
  const [only, another] = found.filter((each) => webhookWords(each.path) === 'clear');
  if (!only || another) return null;
  const { test, here } = only;
  const flow = controlFlowOf(fn, module.visitorKeys);
  const elsewhere: Outcome = here === 'truthy' ? 'falsy' : 'truthy';
  const isElsewhere =
    found.length === 1
      ? (place: Node) => flow.outcomeAt(test, place) === elsewhere
      : (place: Node) => !isWithin(test, place) && flow.outcomeAt(test, place) !== here;
  return { path: only.path, isElsewhere };
}

function pathTest(node: Node, module: SourceModule): PathTest | null {
  const other =
    node.type === 'BinaryExpression'
      ? comparedPath(node, module)
      : node.type === 'CallExpression'
        ? startOfPath(node, module)
        : null;
  const value = other && valueOf(other, module);
  if (!value || !isString(value) || !value.value.startsWith('/')) return null;
  const isDenied = node.type === 'BinaryExpression' && node.operator.startsWith('!');
  return { test: node, path: value.value, here: isDenied ? 'falsy' : 'truthy' };
}

const EQUALITY: ReadonlySet<string> = new Set(['===', '==', '!==', '!=']);

/** What the path of the request is compared with. */
function comparedPath(
  { left, operator, right }: TSESTree.BinaryExpression,
  module: SourceModule,
): Node | null {
  if (!EQUALITY.has(operator)) return null;
  if (isPath(left, module)) return right;
  return isPath(right, module) ? left : null;
}

/** What the path of the request is asked to begin with. */
function startOfPath(
  { callee, arguments: [start] }: TSESTree.CallExpression,
  module: SourceModule,
): Node | null {
  if (callee.type !== 'MemberExpression' || keyName(callee) !== 'startsWith') return null;
  return start && isPath(callee.object, module) ? start : null;
}

const PATHS: ReadonlySet<string> = new Set(['pathname', 'path', 'url', 'rawPath', 'requestPath']);

/** Of the request or of its address, by that name or another: `const { pathname: path } = url`. */
function isPath(wrapped: Node, { scopes }: SourceModule): boolean {
  const node = unwrap(wrapped);
  if (node.type === 'MemberExpression') return PATHS.has(keyName(node) ?? '');
  if (node.type !== 'Identifier') return false;
  const named = scopes.bindingOf(node)?.declarations[0]?.parent;
  return PATHS.has((named?.type === 'Property' && keyName(named)) || node.name);
}
