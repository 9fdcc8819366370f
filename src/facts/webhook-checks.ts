import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { ancestorsOf, isFunction, keyName, unwrap } from '../ast/node.ts';
import { walk } from '../ast/walk.ts';
import { valueOf } from '../values/evaluate.ts';
import type { FunctionValue, Value } from '../values/value.ts';
import { functionOf } from './webhook-site.ts';
import { FROM_BODY, FROM_DIGEST, FROM_HEADER, FROM_REQUEST, FROM_SECRET, helperInputs, Origins } from './webhook-origins.ts';
import { isSignatureHeader } from './webhook-words.ts';
import { isOfVerifier, saysVerify, verifierOf } from './webhook-verifiers.ts';

/** A place that verifies. */
export type Check =
  /** Throws or rejects when the signature is wrong. */
  | { readonly node: Node; readonly does: 'throw' }
  /** Is truthy, or has this property, when the signature is right. */
  | { readonly node: Node; readonly does: 'answer'; readonly property: string | null }
  /** Equal, when the signature is right. */
  | { readonly node: TSESTree.BinaryExpression; readonly does: 'compare' }
  /** A function of the project that verifies inside. */
  | { readonly node: Node; readonly does: 'help'; readonly helper: Checked }
  /** May verify: its text can't be read. */
  | { readonly node: Node; readonly does: 'unknown' };

/** A function with the checks in it. */
export interface Checked {
  readonly origins: Origins;
  readonly checks: ReadonlyMap<Node, Check>;
}

/** Helpers that call helpers are followed this deep. */
const DEEPEST = 4;

/** Helpers in the course of being looked into. */
const busy = new Set<Node>();

export function checked(origins: Origins, depth = 0): Checked {
  const checks = new Map<Node, Check>();
  const { fn, module } = origins;
  walk(fn, module.visitorKeys, (node) => {
    const check = checkAt(node, origins, depth);
    if (check) checks.set(node, check);
  });
  return { origins, checks };
}

/** What a function of the project verifies; null where it verifies nothing, or is being looked at. */
export function helperChecks({ node, module }: FunctionValue, depth: number): Checked | null {
  if (depth > DEEPEST || busy.has(node)) return null;
  busy.add(node);
  try {
    const inner = checked(new Origins(helperInputs(node, module)), depth);
    return inner.checks.size > 0 ? inner : null;
  } finally {
    busy.delete(node);
  }
}

function checkAt(node: Node, origins: Origins, depth: number): Check | null {
  if (node.type === 'BinaryExpression') return isVerifyingComparison(node, origins) ? { node, does: 'compare' } : null;
  if (node.type === 'NewExpression' || node.type === 'CallExpression') return checkOfCall(node, origins, depth);
  return null;
}

const EQUALITY: ReadonlySet<string> = new Set(['===', '!==', '==', '!=']);

function isVerifyingComparison(node: TSESTree.BinaryExpression, origins: Origins): boolean {
  if (!EQUALITY.has(node.operator) || isFixed(node.left, origins) || isFixed(node.right, origins)) return false;
  const [left, right] = [origins.of(node.left), origins.of(node.right)];
  if (((left | right) & FROM_DIGEST) !== 0) return !isLength(node.left) && !isLength(node.right);
  const sent = FROM_HEADER | FROM_BODY;
  return ((left & FROM_SECRET) !== 0 && (right & sent) !== 0) || ((right & FROM_SECRET) !== 0 && (left & sent) !== 0);
}

const isLength = (node: Node): boolean => unwrap(node).type === 'MemberExpression' && /^(?:byteL|l)ength$/.test(keyName(unwrap(node)) ?? '');

function isFixed(node: Node, { module }: Origins): boolean {
  const inner = unwrap(node);
  if (inner.type === 'UnaryExpression') return true;
  return valueOf(inner, module).kind === 'literal';
}

/** Methods that compare what they are called on, or their arguments. */
const COMPARING: ReadonlySet<string> = new Set(['equals', 'compare', 'includes', 'indexOf', 'localeCompare', 'has', 'startsWith', 'endsWith']);

function checkOfCall(node: TSESTree.CallExpression | TSESTree.NewExpression, origins: Origins, depth: number): Check | null {
  const callee = valueOf(node.callee, origins.module);
  const use = verifierOf(callee);
  if (use?.does === 'digest') return null;
  if (use?.does === 'answer') return { node, does: 'answer', property: use.property };
  if (use) return { node, does: 'throw' };
  if (node.type === 'NewExpression') return null;
  if (comparesDigest(node, origins)) return { node, does: 'answer', property: null };
  return checkByFunction(node, callee, origins, depth);
}

function comparesDigest(node: TSESTree.CallExpression, origins: Origins): boolean {
  if (node.callee.type !== 'MemberExpression' || !COMPARING.has(keyName(node.callee) ?? '')) return false;
  return [node.callee.object, ...node.arguments].some((part) => origins.has(part, FROM_DIGEST));
}

function checkByFunction(node: TSESTree.CallExpression, callee: Value, origins: Origins, depth: number): Check | null {
  const fn = functionOf(callee);
  if (fn) {
    if (isInside(fn.node, origins)) return null;
    const helper = helperChecks(fn, depth + 1);
    return helper && { node, does: 'help', helper };
  }
  if (isPlatform(callee) || isOfVerifier(callee)) return null;
  return saysVerify(nameOfCallee(node, callee)) || takesRequest(node, callee, origins) ? { node, does: 'unknown' } : null;
}

/** Functions within the one that is looked at are walked with it. */
const isInside = (fn: Node, origins: Origins): boolean => fn === origins.fn || [...ancestorsOf(fn)].includes(origins.fn);

function nameOfCallee(node: TSESTree.CallExpression, callee: Value): string {
  const inner = unwrap(node.callee);
  if (inner.type === 'MemberExpression') {
    const receiver = unwrap(inner.object);
    const name = keyName(inner) ?? '';
    // `verifier.check(…)`: the receiver says it.
    const owner = receiver.type === 'Identifier' ? receiver.name : receiver.type === 'MemberExpression' ? (keyName(receiver) ?? '') : '';
    return LOGS.test(owner) || READS.has(name) ? '' : /verif|signature|auth|guard|hmac/i.test(owner) ? owner : name;
  }
  if (callee.kind === 'external') return callee.path.at(-1) === 'default' ? localName(inner) : (callee.path.at(-1) ?? '');
  return localName(inner);
}

const localName = (node: Node): string => (node.type === 'Identifier' ? node.name : '');

const LOGS = /^(?:console|log|logger|_?log(?:ger)?)$/i;

/** Reading a header or parsing one verifies nothing, whatever it is named. */
const READS: ReadonlySet<string> = new Set(['get', 'header', 'split', 'startsWith', 'endsWith', 'includes', 'replace', 'slice', 'substring', 'trim', 'toString', 'toLowerCase', 'log', 'info', 'warn', 'error', 'debug', 'json', 'send', 'status', 'push', 'update', 'findUnique', 'findFirst', 'findOne', 'create', 'upsert', 'save', 'match', 'test', 'exec', 'padEnd', 'charCodeAt']);

/** A function that can't be read gets the signature or the whole request: it may verify. */
function takesRequest(node: TSESTree.CallExpression, callee: Value, origins: Origins): boolean {
  if (origins.isFrameworkRead(node)) return false;
  if (node.callee.type === 'MemberExpression') {
    const name = keyName(node.callee) ?? '';
    const receiver = unwrap(node.callee.object);
    if (READS.has(name) || (receiver.type === 'Identifier' && LOGS.test(receiver.name))) return false;
    if ((origins.of(receiver) & (FROM_HEADER | FROM_REQUEST)) !== 0 || isResponse(receiver, origins)) return false;
  }
  if (callee.kind === 'external' && callee.source !== null && isParser(callee.path.at(-1) ?? '')) return false;
  return node.arguments.some((argument) => {
    if (isFunction(unwrap(argument))) return false;
    const inner = argument.type === 'SpreadElement' ? argument.argument : argument;
    if (unwrap(inner).type === 'Identifier' && origins.has(inner, FROM_REQUEST)) return true;
    origins.of(inner);
    return origins.has(inner, FROM_HEADER) && namesSignature(inner, origins);
  });
}

const isParser = (name: string): boolean => /^(?:parse|micro|json|text|buffer|getRawBody|rawBody|raw|get)/i.test(name);

function isResponse(node: Node, origins: Origins): boolean {
  const value = valueOf(node, origins.module);
  let root: Value = value;
  while (root.kind === 'member' || root.kind === 'call') root = root.kind === 'member' ? root.object : root.callee;
  return root.kind === 'parameter' && root.fn === origins.fn && root.index === 1;
}

/** Made from a header whose name says signature, or all headers. */
function namesSignature(node: Node, origins: Origins): boolean {
  const inner = unwrap(node);
  if (/sig|hmac|auth|token|headers/i.test(localName(inner)) || (inner.type === 'MemberExpression' && /sig|hmac|auth|token|headers/i.test(keyName(inner) ?? ''))) return true;
  const name = origins.headers.get(inner);
  return name !== undefined && isSignatureHeader(name);
}

/** Functions of the language and its platforms. */
const PLATFORM: ReadonlySet<string> = new Set(['JSON', 'String', 'Number', 'Boolean', 'Buffer', 'Array', 'Object', 'console', 'Date', 'Math', 'parseInt', 'Promise', 'URL', 'URLSearchParams', 'Response', 'setTimeout', 'fetch', 'require', 'decodeURIComponent', 'Uint8Array', 'TextEncoder', 'TextDecoder', 'atob', 'btoa', 'isNaN']);

const isPlatform = (callee: Value): boolean => {
  let root: Value = callee;
  while (root.kind === 'member' || root.kind === 'call') root = root.kind === 'member' ? root.object : root.callee;
  return root.kind === 'external' && root.source === null && PLATFORM.has(root.path[0] ?? '');
};
