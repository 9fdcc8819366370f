import type { WebFramework } from '../../clients/schema.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { enclosingFunction, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import { walk } from '../../ast/walk.ts';
import { nodesWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { chainVerifies } from './chain.ts';
import { headOf } from './exports.ts';
import { isMounted, mountedWith } from './mounts.ts';
import type { FoundHandler, HandlerSite } from './site.ts';
import { frameworks, handlerBehind, mergedReads, rolesOf } from './site.ts';
import { frameworkTakenBy } from './typed-requests.ts';
import { fileWords, isSignatureHeader, webhookWords } from './words.ts';

/**
 * Exported functions, and methods of classes and objects, that take a request and a response, or what
 * a framework's types or functions say is a request, and whose name says webhook, or that ask for the
 * header of a signature: they are mounted on a route in another file.
 */
export function controllerSites(view: FileView): HandlerSite[] {
  const exported = exportedFunctions(view);
  const known = new Set(exported.map(({ fn }) => fn));
  return [...exported, ...methods(view).filter(({ fn }) => !known.has(fn))];
}

function exportedFunctions(view: FileView): HandlerSite[] {
  const { module } = view;
  // `default` also finds what `module.exports` is set to.
  const names = new Set([...module.exports.names, 'default']);
  return [...names].flatMap((exportedAs) => {
    const exported = module.exports.get(exportedAs);
    if (!exported || !('local' in exported)) return [];
    const found = madeByFactory(handlerBehind(exported.local, module));
    const name = exportedAs === 'default' ? (found?.name ?? '') : exportedAs;
    if (!found || !isMeantForWebhooks(name, found)) return [];
    return controllerOf(name, found, headOf(exported.local, found), view);
  });
}

/** `export const webhook = ({ queue }) => async (req, res) => {…}`: the handler that a function is called for. */
function madeByFactory(found: FoundHandler | null): FoundHandler | null {
  if (!found || isRequestHandler(found.fn.node)) return found;
  const [made, ...others] = returnsOf(found.fn.node).map(unwrap);
  return isFunction(made) && others.length === 0 && isRequestHandler(made)
    ? { ...found, fn: { ...found.fn, node: made } }
    : found;
}

/** `class Hooks { async webhook(req, res) {} }`, `const hooks = { webhook(req, res) {} }` of a module. */
function methods(view: FileView): HandlerSite[] {
  // What a framework finds by decorators it has its own form for.
  const decorated = new Set<Node>(view.candidates.decorators.map(({ parent }) => parent));
  const ofClasses = view.candidates.classes
    .filter((each) => !decorated.has(each))
    .flatMap(({ body }) => body.body.filter((member) => !decorated.has(member)));
  const ofObjects = view.candidates.objects
    .filter((object) => enclosingFunction(object) === null)
    .flatMap(({ properties }) => properties);
  return [...ofClasses, ...ofObjects].flatMap((member) => {
    if (!isMethod(member) || !member.value) return [];
    const name = keyName(member);
    if (name === null) return [];
    const found = handlerBehind(member.value, view.module);
    return found && isMeantForWebhooks(name, found)
      ? controllerOf(name, found, member.key, view)
      : [];
  });
}

const isMethod = (
  node: Node,
): node is TSESTree.MethodDefinition | TSESTree.PropertyDefinition | TSESTree.Property =>
  (node.type === 'MethodDefinition' && node.kind === 'method') ||
  node.type === 'PropertyDefinition' ||
  node.type === 'Property';

function controllerOf(
  name: string,
  found: FoundHandler,
  head: HandlerSite['node'],
  view: FileView,
): HandlerSite[] {
  if (found.fn.module !== view.module) return [];
  const framework = takingFramework(name, found);
  if (!framework && !isRequestHandler(found.fn.node)) return [];
  return [siteOf(name, found, head, framework, view)];
}

/** Reads or checks a request for somebody else, or runs before every handler. */
const HELPS =
  /^(?:get|is|has|read|parse|extract|check|compute|verify|validate|assert|ensure|require|with|create|make)(?![a-z])/;

function takingFramework(name: string, { fn, wrappers }: Taking): WebFramework | null {
  const isApart = HELPS.test(name) || /(?:^|\/)middlewares?\//.test(fn.module.path);
  return isApart || isRequestHandler(fn.node) ? null : frameworkTakenBy(fn, wrappers);
}

/** It takes a request and a response, hands neither on, and asks for the header of a signature. */
function readsSignature(name: string, { fn: { node, module } }: Taking): boolean {
  if (!isRequestHandler(node) || node.params.length > 2 || HELPS.test(name)) return false;
  return asksForSignature(node, module) || handsToVerifier(node, module);
}

function asksForSignature(fn: FunctionNode, module: SourceModule): boolean {
  let reads = false;
  walk(fn.body, module.visitorKeys, (inner) => {
    const text = inner.type === 'Literal' ? String(inner.value) : '';
    reads ||= /^[\w-]+$/.test(text) && isSignatureHeader(text);
  });
  return reads;
}

/** `accepted(req.rawBody, req.headers)`: a function of the project that asks for it is given the headers. */
function handsToVerifier(fn: FunctionNode, module: SourceModule): boolean {
  const [request] = fn.params;
  if (request?.type !== 'Identifier') return false;
  const isRequest = (node: Node): boolean =>
    node.type === 'Identifier'
      ? node.name === request.name
      : node.type === 'MemberExpression' && keyName(node) === 'headers' && isRequest(node.object);
  return nodesWithin(module.calls, fn).some((call) => {
    if (!call.arguments.some(isRequest)) return false;
    const callee = valueOf(call.callee, module);
    return callee.kind === 'function' && asksForSignature(callee.node, callee.module);
  });
}

interface Taking {
  readonly fn: Pick<FunctionValue, 'node' | 'module'>;
  readonly wrappers: readonly Value[];
}

/** Whether the file that a handler is written in is where it is found. */
export const isController = (name: string, found: Taking): boolean =>
  isNamedForWebhooks(name, found.fn.module.path) &&
  (isRequestHandler(found.fn.node) || takingFramework(name, found) !== null);

const withResponse = (framework: WebFramework): boolean =>
  framework.request.response !== undefined &&
  framework.forms.some(({ form }) => form === 'register');

function siteOf(
  name: string,
  found: FoundHandler,
  node: HandlerSite['node'],
  framework: WebFramework | null,
  { module }: FileView,
): HandlerSite {
  const reads = framework?.request ?? mergedReads(frameworks.filter(withResponse));
  return {
    node,
    fn: found.fn.node,
    module,
    framework: framework?.name ?? null,
    form: 'controller',
    method: null,
    path: null,
    name,
    roles: rolesOf(reads),
    reads,
    answers: framework?.answers ?? { calls: ['send', 'json', 'end', 'sendStatus'], returns: false },
    chain: found.wrappers,
    around: () => chainVerifies(mountedWith(found.fn), reads),
  };
}

/** Without a name, it is found on the route that another file mounts it on, where that is known. */
const isMeantForWebhooks = (name: string, found: FoundHandler): boolean =>
  isNamedForWebhooks(name, found.fn.module.path) ||
  (readsSignature(name, found) && !isMounted(found.fn));

/** The function says webhook, or it says that it takes something in a file that does. */
function isNamedForWebhooks(name: string, file: string): boolean {
  if (webhookWords(name) === 'clear') return true;
  return (
    /^(?:(?:handler?|receive|process|incoming|on|post|POST)(?![a-z])|$)/.test(name) &&
    webhookWords(fileWords(file, 2)) === 'clear'
  );
}

const REQUEST = /^(?:req|request|ctx)$/;
const RESPONSE = /^_?(?:res|response|reply)$/;

/** `(req, res)`: no type need say so. */
function isRequestHandler(fn: FunctionNode): boolean {
  const [request, response] = fn.params.map((parameter) =>
    parameter.type === 'Identifier' ? parameter.name : '',
  );
  return isFunction(fn) && REQUEST.test(request ?? '') && RESPONSE.test(response ?? '');
}
