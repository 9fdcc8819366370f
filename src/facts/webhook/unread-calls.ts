import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { isFunction, keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { Value } from '../../values/value.ts';
import type { Origins } from './origins.ts';
import { FROM_HEADER, FROM_REQUEST } from './origin-bits.ts';
import { isSignatureHeader } from './words.ts';

/** The name that says what a function does: its own, or that of what it is called on. */
export function nameOfCallee(node: TSESTree.CallExpression, callee: Value): string {
  const inner = unwrap(node.callee);
  if (inner.type === 'MemberExpression') {
    const receiver = unwrap(inner.object);
    const name = keyName(inner) ?? '';
    // `verifier.check(…)`: the receiver says it.
    const owner =
      receiver.type === 'Identifier'
        ? receiver.name
        : receiver.type === 'MemberExpression'
          ? (keyName(receiver) ?? '')
          : '';
    return LOGS.test(owner) || READS.has(name)
      ? ''
      : /verif|signature|auth|guard|hmac/i.test(owner)
        ? owner
        : name;
  }
  if (callee.kind === 'external')
    return callee.path.at(-1) === 'default' ? localName(inner) : (callee.path.at(-1) ?? '');
  return localName(inner);
}

const localName = (node: Node): string => (node.type === 'Identifier' ? node.name : '');

const LOGS = /^(?:console|log|logger|_?log(?:ger)?)$/i;

/** Reading a header or parsing one verifies nothing, whatever it is named. */
const READS: ReadonlySet<string> = new Set([
  'get',
  'header',
  'split',
  'startsWith',
  'endsWith',
  'includes',
  'replace',
  'slice',
  'substring',
  'trim',
  'toString',
  'toLowerCase',
  'log',
  'info',
  'warn',
  'error',
  'debug',
  'json',
  'send',
  'status',
  'push',
  'update',
  'findUnique',
  'findFirst',
  'findOne',
  'create',
  'upsert',
  'save',
  'match',
  'test',
  'exec',
  'padEnd',
  'charCodeAt',
]);

/** A function that can't be read gets the signature or the whole request: it may verify. */
export function takesRequest(
  node: TSESTree.CallExpression,
  callee: Value,
  origins: Origins,
): boolean {
  if (origins.isOfFramework(node)) return false;
  if (node.callee.type === 'MemberExpression') {
    const name = keyName(node.callee) ?? '';
    const receiver = unwrap(node.callee.object);
    if (READS.has(name) || (receiver.type === 'Identifier' && LOGS.test(receiver.name)))
      return false;
    if (
      (origins.of(receiver) & (FROM_HEADER | FROM_REQUEST)) !== 0 ||
      isResponse(receiver, origins)
    )
      return false;
  }
  if (callee.kind === 'external' && callee.source !== null) {
    const imported = callee.path.at(-1) ?? '';
    if (isParser(imported === 'default' ? localName(unwrap(node.callee)) : imported)) return false;
  }
  return node.arguments.some((argument) =>
    handsOver(argument.type === 'SpreadElement' ? argument.argument : argument, origins),
  );
}

function handsOver(argument: Node, origins: Origins): boolean {
  const inner = unwrap(argument);
  if (isFunction(inner)) return false;
  if (inner.type === 'Identifier' && origins.has(inner, FROM_REQUEST)) return true;
  // `{ payload, signature: req.headers['x-signature'] }`, `{ body, headers: { 'x-signature': signature } }`
  if (inner.type === 'ObjectExpression')
    return inner.properties.some(
      (part) =>
        part.type === 'Property' &&
        ((origins.has(part.value, FROM_HEADER) &&
          isSignatureHeader(
            origins.headers.get(unwrap(part.value)) ?? localName(unwrap(part.value)),
          )) ||
          (part.value.type === 'ObjectExpression' &&
            keyName(part) === 'headers' &&
            handsOver(part.value, origins))),
    );
  origins.of(inner);
  return origins.has(inner, FROM_HEADER) && namesSignature(inner, origins);
}

const isParser = (name: string): boolean =>
  /^(?:parse|micro|json|text|buffer|getRawBody|rawBody|raw|get)/i.test(name);

function isResponse(node: Node, origins: Origins): boolean {
  const value = valueOf(node, origins.module);
  let root: Value = value;
  while (root.kind === 'member' || root.kind === 'call')
    root = root.kind === 'member' ? root.object : root.callee;
  return root.kind === 'parameter' && root.fn === origins.fn && root.index === 1;
}

/** Made from a header whose name says signature, or all headers. */
function namesSignature(node: Node, origins: Origins): boolean {
  const inner = unwrap(node);
  if (
    /sig|hmac|auth|token|headers/i.test(localName(inner)) ||
    (inner.type === 'MemberExpression' && /sig|hmac|auth|token|headers/i.test(keyName(inner) ?? ''))
  )
    return true;
  const name = origins.headers.get(inner);
  return name !== undefined && isSignatureHeader(name);
}

/** The names that functions of the language and its platforms begin with. */
const PLATFORM: ReadonlySet<string> = new Set([
  'JSON',
  'String',
  'Number',
  'Boolean',
  'Buffer',
  'Array',
  'Object',
  'console',
  'Date',
  'Math',
  'parseInt',
  'Promise',
  'URL',
  'URLSearchParams',
  'Response',
  'setTimeout',
  'fetch',
  'require',
  'decodeURIComponent',
  'Uint8Array',
  'TextEncoder',
  'TextDecoder',
  'atob',
  'btoa',
  'isNaN',
]);

/** The signature is sent on by `fetch`, to whoever may verify. */
export const isForwarding = (node: TSESTree.CallExpression, origins: Origins): boolean =>
  node.callee.type === 'Identifier' &&
  node.callee.name === 'fetch' &&
  takesRequest(node, valueOf(node.callee, origins.module), origins);

export const isPlatform = (callee: Value): boolean => {
  let root: Value = callee;
  while (root.kind === 'member' || root.kind === 'call')
    root = root.kind === 'member' ? root.object : root.callee;
  return root.kind === 'external' && root.source === null && PLATFORM.has(root.path[0] ?? '');
};
