import type { TSESTree } from '@typescript-eslint/utils';
import type { HandlerForm, WebFramework } from '../../clients/schema.ts';
import type { NamedExports } from '../../ast/named-exports.ts';
import { mayBeOneOf } from '../../ast/named-exports.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { keyName } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { External, Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { FoundHandler, HandlerSite } from './site.ts';
import { frameworks, handlerBehind, rolesOf } from './site.ts';

type Form = Extract<HandlerForm, { form: 'listener' }>;
type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/**
 * The function that a plain server calls with every request; where several servers do (one of them
 * behind a password, one for HTTPS), it stands at the one that is given the least beside it.
 */
export function listenerSites(view: FileView): HandlerSite[] {
  const sites = new Map<FunctionNode, HandlerSite>();
  const calls = view.candidates.calls
    .filter(({ callee }) => mayBeOneOf(SERVERS, callee, view.module.scopes))
    .toSorted((one, other) => one.arguments.length - other.arguments.length);
  const found = calls.flatMap((call) =>
    FORMS.flatMap(({ framework, form }) => [
      siteOf(call, framework, form, view) ?? [],
      routed(call, framework, form, view),
    ]),
  );
  const registered = view.candidates.calls.flatMap((call) => registeredBy(call, view.module) ?? []);
  for (const site of [...found.flat(), ...registered])
    if (!sites.has(site.fn)) sites.set(site.fn, site);
  return [...sites.values()];
}

const FORMS = frameworks.flatMap((framework) =>
  framework.forms.flatMap((form) => (form.form === 'listener' ? [{ framework, form }] : [])),
);

const SERVERS: NamedExports = {
  modules: new Set(FORMS.flatMap(({ framework }) => framework.modules)),
  names: new Set(FORMS.flatMap(({ form }) => form.makes)),
};

function siteOf(
  call: Call,
  framework: WebFramework,
  form: Form,
  { module }: FileView,
): HandlerSite | null {
  const argument = givenTo(call, framework, form, module);
  const listener =
    argument && form.member !== undefined ? memberOf(argument, form.member, module) : argument;
  const found = listener && handlerBehind(listener, module);
  return found ? siteAt(call.callee, found, framework, module) : null;
}

/** `server.on('request', listener)`, of a server that may have been made without one. */
function registeredBy(
  { callee, arguments: [event, listener] }: Call,
  module: SourceModule,
): HandlerSite | null {
  if (callee.type !== 'MemberExpression' || !REGISTER.has(keyName(callee) ?? '')) return null;
  if (event?.type !== 'Literal' || !listener || listener.type === 'SpreadElement') return null;
  const forms = FORMS.filter(({ form }) => form.event === event.value);
  const server = forms.length > 0 ? valueOf(callee.object, module) : null;
  if (server?.kind !== 'call' || server.callee.kind !== 'external') return null;
  const { callee: maker } = server;
  const made = forms.find(({ framework, form }) => isServer(maker, framework.modules, form));
  const found = made && handlerBehind(listener, module);
  return found ? siteAt(callee, found, made.framework, module) : null;
}

const REGISTER: ReadonlySet<string> = new Set(['on', 'addListener']);

function givenTo(
  call: Call,
  { modules }: WebFramework,
  form: Form,
  module: SourceModule,
): Node | null {
  const callee = valueOf(call.callee, module);
  if (callee.kind !== 'external' || !isServer(callee, modules, form)) return null;
  const argument = call.arguments.at(form.argument);
  return argument && argument.type !== 'SpreadElement' ? argument : null;
}

function siteAt(
  node: Node,
  found: FoundHandler,
  { name, request, answers }: WebFramework,
  module: SourceModule,
): HandlerSite | null {
  if (found.fn.module !== module) return null;
  return {
    node,
    fn: found.fn.node,
    module,
    framework: name,
    form: 'listener',
    method: null,
    path: null,
    name: found.name,
    roles: rolesOf(request),
    reads: request,
    answers,
    chain: found.wrappers,
    around: () => 'never',
  };
}

/** `routes: { '/hooks': handler, '/orders': { POST: handler } }`: each stands at its path. */
function routed(
  call: Call,
  framework: WebFramework,
  form: Form,
  { module }: FileView,
): HandlerSite[] {
  const options = form.routes === undefined ? null : givenTo(call, framework, form, module);
  const routes = options && form.routes ? attributeOf(valueOf(options, module), form.routes) : null;
  if (routes?.state !== 'known') return [];
  return propertiesOf(routes.value).flatMap(({ name: path, node, value }) => {
    const methods = propertiesOf(value).map((each) => ({ ...each, method: each.name }));
    return [{ method: null, node, value }, ...methods].flatMap(({ method, node: place, value }) => {
      const found = value.kind === 'function' ? handlerBehind(value.node, value.module) : null;
      const head = place.type === 'Property' ? place.key : place;
      const site = found && siteAt(head, found, framework, module);
      return site ? [{ ...site, path, method }] : [];
    });
  });
}

const propertiesOf = (value: Value) =>
  value.kind === 'object'
    ? value.entries.flatMap((entry) =>
        entry.kind === 'property' ? [{ ...entry, value: entry.value() }] : [],
      )
    : [];

/** `createServer` of its module, `serve` of a global; addresses of modules may hold a version. */
function isServer(
  { source, path }: External,
  modules: readonly string[],
  { makes, globals = [] }: Form,
): boolean {
  if (!makes.includes(path.at(-1) ?? '')) return false;
  if (source === null) return path.length === 2 && globals.includes(path[0] ?? '');
  return modules.includes(source) || modules.includes(source.replace(/@v?\d[\w.-]*/, ''));
}

function memberOf(argument: Node, name: string, module: SourceModule): Node | null {
  const found = attributeOf(valueOf(argument, module), name);
  return found.state === 'known' && found.value.kind === 'function' ? found.value.node : null;
}
