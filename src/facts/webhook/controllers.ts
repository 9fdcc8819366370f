import type { WebFramework } from '../../clients/schema.ts';
import type { FunctionNode } from '../../ast/node.ts';
import { isFunction } from '../../ast/node.ts';
import type { FileView } from '../fact.ts';
import { chainVerifies } from './chain.ts';
import { headOf } from './exports.ts';
import { mountedWith } from './mounts.ts';
import type { FoundHandler, HandlerSite } from './site.ts';
import { frameworks, handlerBehind, mergedReads, rolesOf } from './site.ts';
import { webhookWords } from './words.ts';

/**
 * Exported functions that take a request and a response and whose name says webhook: they are
 * mounted on a route in another file.
 */
export function controllerSites(view: FileView): HandlerSite[] {
  const { module } = view;
  // `default` also finds what `module.exports` is set to.
  const names = new Set([...module.exports.names, 'default']);
  return [...names].flatMap((exportedAs) => {
    const exported = module.exports.get(exportedAs);
    if (!exported || !('local' in exported)) return [];
    const found = handlerBehind(exported.local, module);
    const name = exportedAs === 'default' ? (found?.name ?? '') : exportedAs;
    if (!found || found.fn.module !== module || !isNamedForWebhooks(name, module.path)) return [];
    if (!isRequestHandler(found.fn.node)) return [];
    return [siteOf(name, found, headOf(exported.local, found), view)];
  });
}

const withResponse = (framework: WebFramework): boolean =>
  framework.request.response !== undefined &&
  framework.forms.some(({ form }) => form === 'register');

function siteOf(
  name: string,
  found: FoundHandler,
  node: HandlerSite['node'],
  { module }: FileView,
): HandlerSite {
  const reads = mergedReads(frameworks.filter(withResponse));
  return {
    node,
    fn: found.fn.node,
    module,
    framework: null,
    form: 'controller',
    method: null,
    path: null,
    name,
    roles: rolesOf(reads),
    reads,
    answers: { calls: ['send', 'json', 'end', 'sendStatus'], returns: false },
    chain: found.wrappers,
    around: () => chainVerifies(mountedWith(found.fn), reads),
  };
}

/** The function says webhook, or it says that it takes something in a file that does. */
export function isNamedForWebhooks(name: string, file: string): boolean {
  if (webhookWords(name) === 'clear') return true;
  return (
    /^(?:(?:handler?|receive|process|incoming|on|post)(?![a-z])|$)/.test(name) &&
    webhookWords(fileName(file)) === 'clear'
  );
}

/** A file's name and the folder it is in. */
const fileName = (file: string): string => file.split('/').slice(-2).join('/');

const REQUEST = /^(?:req|request|ctx)$/;
const RESPONSE = /^_?(?:res|response|reply)$/;

/** `(req, res)`: no type need say so. */
export function isRequestHandler(fn: FunctionNode): boolean {
  const [request, response] = fn.params.map((parameter) =>
    parameter.type === 'Identifier' ? parameter.name : '',
  );
  return isFunction(fn) && REQUEST.test(request ?? '') && RESPONSE.test(response ?? '');
}
