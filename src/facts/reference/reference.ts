import { declaredName } from '../../ast/function-name.ts';
import type { Node } from '../../ast/node.ts';
import { isFunction, keyName } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf, namesOf } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { ApiCall } from '../request/api-call.ts';
import { isInFile } from '../request/in-file.ts';
import type { Fact, FileView } from '../fact.ts';
import { isKeptBefore } from './kept-before.ts';
import { readsAttempt } from './attempt-number.ts';
import { madeAt } from './made-at.ts';
import type { Origin } from './origin.ts';
import { originOf } from './origin.ts';
import type { RetriedPart } from './retried-part.ts';
import { retriedPartsAround } from './retried-part.ts';

/** A value made in the program that tells a request from its repetition, or may do so by its name. */
export interface Reference extends Fact {
  /** What makes it, or where it stands if that is in another file. */
  readonly node: Node;
  /** `header` and `field`: of a request. `key`: what its own name calls an idempotency key. */
  readonly place: 'header' | 'field' | 'key';
  /** Name of the header, field, property or function. */
  readonly name: string;
  /** The fields of the body that it is one of. */
  readonly besides: readonly string[];
  /** The request that carries it; null where it only has the name. */
  readonly call: ApiCall | null;
  readonly origin: Origin;
  /** The outermost retried part that it is made in, so that every attempt gets a new one. */
  readonly retried: RetriedPart | null;
  readonly module: SourceModule;
  /** Something may store it before the request is sent; true where that can't be told. */
  readonly isKeptBefore: boolean;
}

/** The keys and references that are made in a file, those of its requests and those of that name. */
export function findReferences(view: FileView): Reference[] {
  const found = [
    ...view.facts.apiCall.flatMap((call) => ofCall(call, view.module)),
    ...ofNames(view),
    ...ofInterceptors(view),
  ];
  const byNode = new Map<Node, Reference>();
  for (const reference of found) {
    const known = byNode.get(reference.node);
    if (!known || (!known.retried && reference.retried)) byNode.set(reference.node, reference);
  }
  return [...byNode.values()].toSorted((a, b) => a.node.range[0] - b.node.range[0]);
}

function ofCall(call: ApiCall, module: SourceModule): Reference[] {
  const { body, request, evidence } = call;
  const fields = body.state === 'known' ? namesOf(body.value) : [];
  const headers = headerNames(
    request.layers.flatMap(({ value }) => value ?? []),
    request.client?.options.headers ?? ['headers'],
  );
  const given = [
    ...fields.map((name) => ({
      place: 'field' as const,
      name,
      found: body.state === 'known' ? attributeOf(body.value, name) : body,
    })),
    ...headers.map((name) => ({ place: 'header' as const, name, found: call.header(name) })),
  ];
  return given.flatMap(({ place, name, found }) => {
    if (found.state !== 'known') return [];
    const use = call.node;
    return reference(
      { place, name, value: found.value, use, at: found.node, call, evidence, besides: fields },
      module,
    );
  });
}

function headerNames(layers: readonly Value[], paths: readonly string[]): string[] {
  const names = layers.flatMap((layer) =>
    paths.flatMap((path) => {
      const headers = attributeOf(layer, path);
      return headers.state === 'known' ? namesOf(headers.value) : [];
    }),
  );
  return [...new Set(names)];
}

interface Given extends Pick<Reference, 'place' | 'name' | 'call' | 'evidence' | 'besides'> {
  readonly value: Value;
  /** The request, or what holds the value where there is none. */
  readonly use: Node;
  /** Where the value is written. */
  readonly at: Node;
}

function reference({ value, use, at, ...rest }: Given, module: SourceModule): Reference[] {
  const origin = originOf(value);
  const [source] = origin.sources;
  if (!source) return numbered(value, use, rest, module);
  const anchors = origin.sources.flatMap((each) => madeAt(each.value, use, module) ?? []);
  const around = anchors.length > 0 ? retriedPartsAround(use, module) : [];
  const parts = around.filter(({ scope }) => anchors.some((anchor) => isWithin(anchor, scope)));
  const inFile = source.value.module === module ? source.value.node : null;
  // What another file writes into a request of its own is a matter of that file.
  if (parts.length === 0 && !inFile && !isInFile(at, module)) return [];
  const node = inFile ?? (isInFile(at, module) ? at : (rest.call?.callee ?? use));
  const [made] = anchors;
  return [
    {
      ...rest,
      node,
      origin,
      retried: parts.at(-1) ?? null,
      module,
      get isKeptBefore() {
        return !made || !rest.call || isKeptBefore(made, rest.call, module);
      },
    },
  ];
}

/** `${order}-${attempt}`: the number of the attempt makes it another each time. */
function numbered(
  value: Value,
  use: Node,
  of: Omit<Given, 'value' | 'use' | 'at'>,
  module: SourceModule,
): Reference[] {
  if (value.kind !== 'text' || value.module !== module) return [];
  const retried = retriedPartsAround(use, module).findLast((part) =>
    readsAttempt(value.node, part, module),
  );
  if (!retried) return [];
  const origin: Origin = { sources: [{ how: 'unique', value }], hasOther: true };
  return [{ ...of, node: value.node, origin, retried, module, isKeptBefore: true }];
}

/** Letters and digits only, in lower case. */
const bare = (name: string): string => name.toLowerCase().replace(/[^a-z\d]/g, '');

/** Whether a name says that a value is an idempotency key. */
export const namesKey = (name: string): boolean =>
  /idempoten(?:cy|t|ce)(?:key|token|id)$/.test(bare(name));

/** Properties, assignments, calls and functions whose names say so. */
function ofNames({ module, candidates }: FileView): Reference[] {
  const properties = candidates.objects.flatMap((object) =>
    object.properties.flatMap((property) => {
      const name = keyName(property);
      if (
        property.type !== 'Property' ||
        name === null ||
        !namesKey(name) ||
        isFunction(property.value)
      )
        return [];
      return named('key', name, property.value, property, module);
    }),
  );
  const functions = candidates.functions.flatMap((fn) => {
    const name = nameOf(fn);
    if (name === null || !namesKey(name)) return [];
    return returnsOf(fn).flatMap((returned) => named('key', name, returned, returned, module));
  });
  return [...properties, ...functions];
}

const named = (
  place: Reference['place'],
  name: string,
  expression: Node,
  at: Node,
  module: SourceModule,
): Reference[] =>
  reference(
    {
      place,
      name,
      value: valueOf(expression, module),
      use: at,
      at,
      call: null,
      besides: [],
      evidence: {},
    },
    module,
  );

function nameOf(fn: Node): string | null {
  if (!isFunction(fn)) return null;
  const declared = declaredName(fn);
  if (declared) return declared.name;
  const { parent } = fn;
  return parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition'
    ? keyName(parent)
    : null;
}

/** Headers and fields that a registered function gives every request: `config.headers['X-Key'] = make()`. */
function ofInterceptors({ module, candidates }: FileView): Reference[] {
  const writes = module.memberWrites.flatMap((write) => {
    const name = write.left.type === 'MemberExpression' ? memberName(write.left, module) : null;
    return name === null || write.operator !== '='
      ? []
      : [{ name, expression: write.right, at: write }];
  });
  const calls = candidates.calls.flatMap((call) => {
    const { callee } = call;
    const [first, second] = call.arguments;
    if (
      !first ||
      !second ||
      callee.type !== 'MemberExpression' ||
      !['set', 'append'].includes(keyName(callee) ?? '')
    )
      return [];
    const name = valueOf(first, module);
    return name.kind === 'literal' && typeof name.value === 'string'
      ? [{ name: name.value, expression: second, at: call }]
      : [];
  });
  return [...writes, ...calls].flatMap(({ name, expression, at }) => {
    const found = named('header', name, expression, at, module);
    return found
      .filter(({ retried }) => retried?.how === 'interceptor' && !isConditional(at, module))
      .map((each) => ({ ...each, place: 'header' as const }));
  });
}

function memberName(member: Node, module: SourceModule): string | null {
  if (member.type !== 'MemberExpression') return null;
  const name = keyName(member);
  if (name !== null || !member.computed) return name;
  const key = valueOf(member.property, module);
  return key.kind === 'literal' && typeof key.value === 'string' ? key.value : null;
}

/** Set only where it is missing, or on some way; requests of one kind are all of them here. */
function isConditional(node: Node, module: SourceModule): boolean {
  for (let above = node.parent; above && !isFunction(above); above = above.parent) {
    if (
      above.type === 'ConditionalExpression' ||
      above.type === 'LogicalExpression' ||
      (above.type === 'IfStatement' && !isAboutKind(above.test, module))
    )
      return true;
  }
  return false;
}

/** The test looks at a request's method or address, and at nothing that an earlier sending left. */
function isAboutKind(test: Node, module: SourceModule): boolean {
  const names: string[] = [];
  walk(test, module.visitorKeys, (node) => {
    if (node.type === 'MemberExpression') names.push(keyName(node) ?? '');
  });
  return names.some((name) => KIND.has(name)) && names.every((name) => OF_KIND.has(name));
}

const KIND: ReadonlySet<string> = new Set(['method', 'url', 'baseURL']);
const OF_KIND: ReadonlySet<string> = new Set([
  ...KIND,
  'toLowerCase',
  'toUpperCase',
  'includes',
  'has',
  'startsWith',
  'endsWith',
  'test',
]);
