import type { TSESTree } from '@typescript-eslint/utils';
import { clientsOfKind } from '../request/client-shapes.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, staticString, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf, attributeAt } from '../../values/objects.ts';
import type { Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { WebhookHandler } from '../webhook/handler.ts';

const frameworks = clientsOfKind('web');
const parsers = frameworks.flatMap(({ request }) => request.jsonParsers ?? []);

/**
 * Whether the body of a handler has been parsed before it runs: by JSON middleware that the file
 * mounts before the route, with no hook that keeps the raw bytes, or by the framework.
 */
export function isParsedBefore(handler: WebhookHandler, view: FileView): boolean {
  if (isParsedByFramework(handler, view)) return true;
  const route = handler.node;
  if (route.type !== 'MemberExpression' || handler.path === null) return false;
  const receiver = rootOf(route);
  const { path } = handler;
  return view.candidates.calls.some(
    (call) =>
      call.range[0] < route.range[0] &&
      isMounting(call) &&
      rootOf(call.callee) === receiver &&
      mountsParser(call, path, view),
  );
}

type Mounting = TSESTree.CallExpression & { readonly callee: TSESTree.MemberExpression };

const isMounting = (call: Node): call is Mounting =>
  call.type === 'CallExpression' &&
  call.callee.type === 'MemberExpression' &&
  keyName(call.callee) === 'use';

function rootOf(callee: TSESTree.MemberExpression): string {
  let node = unwrap(callee.object);
  while (node.type === 'CallExpression' && node.callee.type === 'MemberExpression')
    node = unwrap(node.callee.object);
  return node.type === 'Identifier' ? node.name : '';
}

function mountsParser(call: Mounting, path: string, { module }: FileView): boolean {
  const [first] = call.arguments;
  const prefix = staticString(first);
  if (prefix !== null && !path.startsWith(prefix.replace(/\/\*?$/, ''))) return false;
  return call.arguments.some(
    (argument) => argument.type !== 'SpreadElement' && parses(valueOf(argument, module)),
  );
}

/** `express.json()`: for all types of JSON, and nothing keeps the bytes. */
function parses(value: Value): boolean {
  if (value.kind === 'array') return value.elements.some(parses);
  if (value.kind !== 'call' || value.callee.kind !== 'external') return false;
  const { source, path } = value.callee;
  const names = path.filter((name) => name !== 'default' && name !== '*cjs').join('.');
  if (!parsers.some(({ module, name }) => module === source && name === names)) return false;
  const [options] = value.args;
  if (!options) return true;
  if (options.kind !== 'object') return false;
  return ['verify', 'type'].every((name) => attributeOf(options, name).state === 'absent');
}

/** The framework parses by itself, and the file does not switch it off. */
function isParsedByFramework({ framework, module }: WebhookHandler, view: FileView): boolean {
  const unless = frameworks.find(({ name }) => name === framework)?.request.parsedUnless;
  if (!unless || module !== view.module) return false;
  const [root = '', ...path] = unless;
  const exported = module.exports.get(root);
  if (!exported) return !module.text.includes(path.at(-1) ?? '');
  if (!('local' in exported)) return false;
  return attributeAt(valueOf(exported.local, module), path).state === 'absent';
}
