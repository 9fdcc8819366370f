import type { GlobalGuards } from '../../clients/schema.ts';
import type { ClassNode, Node } from '../../ast/node.ts';
import { isClass, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { isString } from '../../values/value.ts';
import { checked } from './checks.ts';
import { isMethodCall } from './mounted.ts';
import type { MethodCall } from './mounted.ts';
import { Origins } from './origins.ts';
import type { HandlerSite } from './site.ts';
import { verifiesRoute } from './verifying.ts';

/** From a controller's folder upwards. */
const FOLDERS = ['.', '..', '../..', '../../..'];

interface Controlled {
  readonly owner: ClassNode;
  readonly path: string;
  readonly module: SourceModule;
  readonly reads: HandlerSite['reads'];
}

/** Whether a guard or middleware that another file sets for all controllers, or for this one, verifies. */
export function guardedGlobally(controlled: Controlled, found: GlobalGuards): boolean {
  const { module } = controlled;
  const named = new RegExp(
    `^(?:${found.files.map((file) => file.replace('.', '\\.').replace('*', '.*')).join('|')})\\.[cm]?[jt]s$`,
  );
  const says = new RegExp(
    [...found.methods, ...found.tokens, found.middleware.to]
      .map((word) => `\\b${word}\\b`)
      .join('|'),
  );
  const modules = new Set(FOLDERS.flatMap((folder) => module.neighbours(folder, named, says)));
  return [module, ...modules].some((each) =>
    guardsIn(each, controlled, found).some((guard) => verifies(guard, controlled)),
  );
}

/** The guards and the middleware that a module sets for a controller. */
function guardsIn(module: SourceModule, controlled: Controlled, found: GlobalGuards): Value[] {
  return module.calls.flatMap((call) => {
    const values = isMethodCall(call) ? setBy(call, module, controlled, found) : [];
    return [...values, ...call.arguments.flatMap((each) => providedIn(each, module, found))];
  });
}

function setBy(
  call: MethodCall,
  module: SourceModule,
  controlled: Controlled,
  { methods, middleware }: GlobalGuards,
): Value[] {
  const name = keyName(call.callee) ?? '';
  const values = argumentsOf(call, module);
  if (methods.includes(name)) {
    const [first] = values;
    return first && isString(first) && !covers(first.value, controlled.path)
      ? []
      : values.filter((value) => !isString(value));
  }
  if (name !== middleware.to || !values.some((value) => isFor(value, controlled))) return [];
  return appliedIn(call, module, middleware.applies);
}

const argumentsOf = (call: MethodCall, module: SourceModule): Value[] =>
  call.arguments.flatMap((each) => (each.type === 'SpreadElement' ? [] : valueOf(each, module)));

/** `consumer.apply(First, Second)` at the start of a chain. */
function appliedIn(call: MethodCall, module: SourceModule, applies: string): Value[] {
  let node = unwrap(call.callee.object);
  while (node.type === 'CallExpression' && isMethodCall(node)) {
    if (keyName(node.callee) === applies) return argumentsOf(node, module);
    node = unwrap(node.callee.object);
  }
  return [];
}

/** A controller, its path, or `{ path, method }`. */
function isFor(value: Value, { owner, path, module }: Controlled): boolean {
  if (value.kind === 'class') return value.module === module && value.node === owner;
  if (isString(value)) return covers(value.value, path);
  if (value.kind !== 'object') return true;
  const listed = attributeOf(value, 'path');
  return listed.state !== 'known' || !isString(listed.value) || covers(listed.value.value, path);
}

/** `*`, `webhooks/(.*)`, `/webhooks`. */
const covers = (pattern: string, path: string): boolean =>
  bare(path).startsWith(bare(pattern.split(/[({*:]/, 1)[0] ?? ''));

const bare = (path: string): string => path.replace(/\/{2,}/g, '/').replace(/^\/|\/$/g, '');

/** `@Module({ providers: [{ provide: TOKEN, useClass: Guard }] })`. */
function providedIn(node: Node, module: SourceModule, { tokens }: GlobalGuards): Value[] {
  if (node.type !== 'ObjectExpression') return [];
  const providers = attributeOf(valueOf(node, module), 'providers');
  if (providers.state !== 'known' || providers.value.kind !== 'array') return [];
  return providers.value.elements.flatMap((provider) => {
    const token = attributeOf(provider, 'provide');
    if (token.state !== 'known' || token.value.kind !== 'external') return [];
    if (!tokens.includes(token.value.path.at(-1) ?? '')) return [];
    return ['useClass', 'useValue', 'useFactory', 'useExisting'].flatMap((name) => {
      const given = attributeOf(provider, name);
      return given.state === 'known' ? given.value : [];
    });
  });
}

/** Whether a guard, a hook or middleware of many routes verifies what comes to one of them. */
export function verifies(value: Value, controlled: Pick<Controlled, 'path' | 'reads'>): boolean {
  if (value.kind === 'function') return verifiesIn(value.node, value.module, controlled);
  const made = value.kind === 'call' ? value.callee : value;
  if (made.kind === 'function') return verifiesIn(made.node, made.module, controlled);
  if (made.kind !== 'class' || !isClass(made.node)) return false;
  return made.node.body.body.some(
    (element) =>
      element.type === 'MethodDefinition' &&
      isFunction(element.value) &&
      keyName(element) !== 'constructor' &&
      verifiesIn(element.value, made.module, controlled),
  );
}

function verifiesIn(
  fn: Parameters<typeof isFunction>[0],
  module: SourceModule,
  { path, reads }: Pick<Controlled, 'path' | 'reads'>,
): boolean {
  if (!isFunction(fn)) return false;
  const roles = new Map(fn.params.map((_, index) => [index, { header: '' }] as const));
  return verifiesRoute(checked(new Origins({ fn, module, reads, roles })), `/${bare(path)}`);
}
