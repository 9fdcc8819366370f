import type { TSESTree } from '@typescript-eslint/utils';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { Outcome } from '../../ast/control-flow/index.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { valueOf } from '../../values/evaluate.ts';
import { isString } from '../../values/value.ts';
import type { HandlerSite } from './site.ts';
import { webhookWords } from './words.ts';

/** The one path that a handler of all requests compares theirs with. */
export interface Dispatch {
  readonly path: string;
  /** Whether a place is kept for other paths. */
  readonly isElsewhere: (place: Node) => boolean;
}

/**
 * `if (url.pathname === '/webhooks/orders')` in a handler that gets every request. A handler with
 * several paths is a router: what it does for one path is not told from what it does for another.
 */
export function dispatchOf({ fn, module, form, path }: HandlerSite): Dispatch | null {
  if (path !== null || (form !== 'export' && form !== 'listener')) return null;
  const found: { test: TSESTree.BinaryExpression; path: string }[] = [];
  walk(fn.body, module.visitorKeys, (node) => {
    const other = node.type === 'BinaryExpression' ? comparedPath(node) : null;
    const value = other && valueOf(other, module);
    if (node.type === 'BinaryExpression' && value && isString(value) && value.value.startsWith('/'))
      found.push({ test: node, path: value.value });
  });
  const [only] = found;
  if (!only || found.length > 1 || webhookWords(only.path) !== 'clear') return null;
  const elsewhere: Outcome = only.test.operator.startsWith('!') ? 'truthy' : 'falsy';
  const flow = controlFlowOf(fn, module.visitorKeys);
  return {
    path: only.path,
    isElsewhere: (place) => flow.outcomeAt(only.test, place) === elsewhere,
  };
}

const EQUALITY: ReadonlySet<string> = new Set(['===', '==', '!==', '!=']);

/** What the path of the request is compared with. */
function comparedPath({ left, operator, right }: TSESTree.BinaryExpression): Node | null {
  if (!EQUALITY.has(operator)) return null;
  if (isPath(left)) return right;
  return isPath(right) ? left : null;
}

const PATHS: ReadonlySet<string> = new Set(['pathname', 'path', 'url', 'rawPath', 'requestPath']);

function isPath(wrapped: Node): boolean {
  const node = unwrap(wrapped);
  if (node.type === 'Identifier') return PATHS.has(node.name);
  return node.type === 'MemberExpression' && PATHS.has(keyName(node) ?? '');
}
