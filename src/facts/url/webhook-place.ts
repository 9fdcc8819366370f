import type { Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { foreignReceivers } from '../../clients/tunnel-hosts.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { ApiCall } from '../request/api-call.ts';
import type { FileView } from '../fact.ts';
import { nameOf } from '../literal-place.ts';
import { holds } from '../../values/parts.ts';

const HOOK = /^(?:webhooks?|callback|callbacks|ipn|postback|hooks?)$/;
const NOTE = /^(?:notification|notifications|notify)$/;
const ADDRESS = /^(?:url|uri|endpoint|address|link|target)$/;
const foreign: ReadonlySet<string> = new Set(foreignReceivers);

/** A name that says that others are to call the address: `webhookUrl`, `notify_url`, `callbackUrl`. */
export function isWebhookName(name: string): boolean {
  const words = wordsOf(name);
  if (words.includes('on') || words.some((word) => foreign.has(word))) return false;
  return words.some(
    (word, at) => HOOK.test(word) || (NOTE.test(word) && ADDRESS.test(words[at + 1] ?? '')),
  );
}

const SENDING =
  /^(?:send|sends|post|posts|deliver|trigger|dispatch|fire|emit|forward|call|invoke|ping|test|verify|handle|parse|process|replay|retry|publish)$/;

/** A function whose name says that it registers a webhook, and not that it calls one. */
export const isRegistering = (name: string): boolean =>
  isWebhookName(name) && !wordsOf(name).some((word) => SENDING.test(word));

/** The path of a login that comes back to this address, or what stands beside it. */
const LOGIN =
  /(?:^|[/_-])(?:o?auth2?|login|log-in|signin|sign-in|sso|saml|openid|oidc|connect|github|google|facebook|discord)(?:[/_-]|$)/i;
const LOGIN_NAMES: ReadonlySet<string> = new Set(
  'clientID clientId client_id clientSecret consumerKey consumer_key scope scopes response_type grant_type authorizationURL strategy'.split(
    ' ',
  ),
);

/** A callback of a login: a browser goes there, no server. */
export function isLoginCallback(name: string, path: string | null, holder: Node): boolean {
  if (!/callback/i.test(name) || /hook/i.test(name)) return false;
  if (path !== null && LOGIN.test(path)) return true;
  const object = holder.parent;
  return (
    object?.type === 'ObjectExpression' &&
    object.properties.some((property) => LOGIN_NAMES.has(keyName(property) ?? ''))
  );
}

/** What an object with an address in it is for: its name, the call that gets it, the request that sends it. */
export function isInRegistration(property: Node, view: FileView): boolean {
  for (const above of ancestorsOf(property)) {
    if (isFunction(above) || above.type === 'ClassBody' || above.type === 'Program') return false;
    if (above.type === 'NewExpression') return false;
    if (above.type === 'CallExpression' && keyName(above.callee) === 'stringify') continue;
    if (above.type === 'CallExpression') return callRegisters(above, view);
    if (above.type === 'VariableDeclarator' || above.type === 'PropertyDefinition')
      return isNamedSo(above) || (above.type === 'VariableDeclarator' && isSent(above, view));
    if (above.type === 'Property' && above !== property && isNamedSo(above)) return true;
  }
  return false;
}

/** `registration.url = address`, where the object is one to register. */
export function isSetOnRegistration(holder: Node, name: string | null, view: FileView): boolean {
  if (holder.type !== 'AssignmentExpression' || holder.left.type !== 'MemberExpression')
    return false;
  const object = unwrap(holder.left.object);
  const binding = object.type === 'Identifier' ? view.module.scopes.bindingOf(object) : null;
  const [declared] = binding?.declarations ?? [];
  return declared !== undefined && isTarget(name ?? '') && isInRegistration(declared, view);
}

/** A name that says where something is to be sent. */
export const isTarget = (name: string): boolean =>
  /url|uri|endpoint|target|address|destination/i.test(name);

function isNamedSo(holder: Node): boolean {
  const name = nameOf(holder) ?? '';
  return isRegistering(name) && /hook|ipn/i.test(name);
}

/** A request that says where webhooks are to go. */
export const registersWebhook = ({ address, method }: ApiCall): boolean =>
  isRegistration(address.path) && method !== 'GET';

function callRegisters(call: Node, { facts }: FileView): boolean {
  if (call.type !== 'CallExpression') return false;
  const request = facts.apiCall.find(({ node }) => node === call);
  if (request) return registersWebhook(request);
  const names: string[] = [];
  for (let callee = unwrap(call.callee); ; callee = unwrap(callee.object)) {
    names.push(nameOf(callee) ?? '');
    if (callee.type !== 'MemberExpression') break;
  }
  const [last = '', ...owners] = names;
  return (
    (isRegistering(last) && /hook|ipn/i.test(last)) ||
    (/^(?:create|register|add|update|upsert|set|subscribe|save|put)/i.test(last) &&
      owners.some((owner) => /hook/i.test(owner)))
  );
}

/** The body or the options of a request that registers, or what a function that does so is given. */
function isSent(declarator: Node, view: FileView): boolean {
  const { facts, module } = view;
  const made = declarator.type === 'VariableDeclarator' && declarator.init;
  if (!made) return false;
  const reads =
    declarator.id.type === 'Identifier' ? module.scopes.bindingOf(declarator.id)?.reads : undefined;
  if (reads?.some((read) => isGiven(read) && callRegisters(read.parent, view))) return true;
  const value = valueOf(made, module);
  return facts.apiCall.some(
    ({ body, address, method }) =>
      body.state === 'known' &&
      method !== 'GET' &&
      isRegistration(address.path) &&
      holds(body.value, value),
  );
}

const isGiven = (read: Node): boolean =>
  read.parent?.type === 'CallExpression' && read.parent.callee !== read;

/** `/webhooks`, `/v1/subscriptions/:id/callbacks` */
const isRegistration = (path: string | null): boolean =>
  wordsOf(path ?? '').some((word) =>
    /^(?:webhooks?|hooks?|callbacks?|subscriptions?|endpoints?)$/.test(word),
  );
