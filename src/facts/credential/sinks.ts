import {
  credentialFields,
  credentialSinks,
  secretOptions,
} from '../../clients/credential-sinks.ts';
import type { CredentialSink } from '../../clients/credential-sinks.ts';
import type { NamedExports } from '../../ast/named-exports.ts';
import { mayBeOneOf } from '../../ast/named-exports.ts';
import type { Node } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { keyName, staticString } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { callsIn } from '../../values/parts.ts';
import { attributeOf } from '../../values/objects.ts';
import type { CallValue, External, Value } from '../../values/value.ts';
import { alternatives, importedFrom } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { mayBeKey } from './randomness.ts';

type Taking = CredentialSink['takes'];

const sinksByName = groupedByName();

function groupedByName(): ReadonlyMap<string, readonly CredentialSink[]> {
  const groups = new Map<string, CredentialSink[]>();
  for (const sink of credentialSinks)
    groups.set(sink.name, [...(groups.get(sink.name) ?? []), sink]);
  return groups;
}

/** What the text of a file has that gives a library a credential: its module, or the method's name. */
export const SINK_WORDS = new RegExp(
  [
    ...credentialSinks.flatMap(({ name }) => (name === '' ? [] : [`\\b${name}\\b`])),
    ...credentialSinks.flatMap(({ name, modules }) => (name === '' ? modules : [])),
    ...credentialFields.flatMap(({ modules }) => modules),
    ...secretOptions,
    '\\bBearer ',
  ].join('|'),
);

const SINKS: NamedExports = {
  modules: new Set(credentialSinks.flatMap(({ modules }) => modules)),
  names: new Set(credentialSinks.map(({ name }) => name || 'default')),
};

/** The expressions of the file whose text a library takes as a credential, to how it takes them. */
export const sunkLiterals: (view: FileView) => ReadonlyMap<Node, Taking> = oncePer(
  ({ module, candidates }: FileView): ReadonlyMap<Node, Taking> => {
    const found = sunkByHelpers({ module, candidates });
    if (!SINK_WORDS.test(module.text)) return found;
    const keep = (given: Value | null, takes: Taking): void => {
      for (const { node, module: owner } of given ? leavesOf(given) : [])
        if (owner === module && !found.has(node)) found.set(node, takes);
    };
    for (const part of candidates.strings.flatMap(afterScheme))
      for (const { node, module: owner } of leavesOf(valueOf(part, module)))
        if (owner === module) found.set(node, 'key-or-label');
    for (const call of candidates.calls) {
      if (!mayBeOneOf(SINKS, call.callee, module.scopes)) continue;
      const callee = valueOf(call.callee, module);
      for (const sink of sinksOf(call.type === 'NewExpression', callee, keyName(call.callee))) {
        const argument = call.arguments[sink.argument];
        if (!argument || argument.type === 'SpreadElement') continue;
        const given = valueOf(argument, module);
        keep(sink.option === undefined ? given : optionOf(given, sink.option), sink.takes);
      }
    }
    for (const object of candidates.objects)
      for (const property of object.properties)
        // One that is written there is judged by the option's name.
        if (
          property.type === 'Property' &&
          property.value.type === 'MemberExpression' &&
          isSecretOption(keyName(property))
        )
          keep(valueOf(property.value, module), 'key-or-label');
    for (const { left, right } of module.memberWrites) {
      const field = credentialFields.find(({ name }) => name === keyName(left));
      if (!field || left.type !== 'MemberExpression') continue;
      const source = importedFrom(valueOf(left.object, module));
      if (source !== null && field.modules.includes(source))
        keep(valueOf(right, module), field.takes);
    }
    return found;
  },
);

/** What a function of the project gives a library, of a literal that it is called with: `sign(body, '…')`. */
function sunkByHelpers({
  module,
  candidates,
}: Pick<FileView, 'module' | 'candidates'>): Map<Node, Taking> {
  const found = new Map<Node, Taking>();
  for (const call of candidates.calls) {
    const given = call.arguments.filter(mayBeKey);
    if (given.length === 0 || valueOf(call.callee, module).kind !== 'function') continue;
    for (const { key, takes } of callsIn(valueOf(call, module)).flatMap(keysIn)) {
      const literal = given.find((each) => each === key.node);
      if (literal) found.set(literal, takes);
    }
  }
  return found;
}

/** What a call gives a library as a key. */
function keysIn({ isNew, callee, args }: CallValue): { key: Value; takes: Taking }[] {
  return sinksOf(isNew, callee, null).flatMap(({ argument, option, takes }) => {
    const taken = args[argument];
    const key = taken && option !== undefined ? optionOf(taken, option) : taken;
    return key ? [{ key, takes }] : [];
  });
}

/** `Bearer ${key}`, `'Bearer ' + key`: what follows the name of the scheme. */
function afterScheme(text: Node): Node[] {
  if (text.type === 'TemplateLiteral')
    return text.expressions.filter((_, index) =>
      /\bBearer $/.test(text.quasis[index]?.value.raw ?? ''),
    );
  const { parent } = text;
  const isBefore = parent?.type === 'BinaryExpression' && parent.left === text;
  return isBefore && staticString(text) === 'Bearer ' ? [parent.right] : [];
}

/** The texts that a value may turn out to be, through re-encoding calls. */
function* leavesOf(value: Value): Generator<Value> {
  for (const option of alternatives(value)) {
    if (option.kind === 'literal' || option.kind === 'text') yield option;
    if (option.kind === 'array') for (const element of option.elements) yield* leavesOf(element);
    const [first] = option.kind === 'call' ? option.args : [];
    if (first && option.kind === 'call' && isRecoding(option.callee)) yield* leavesOf(first);
  }
}

function isRecoding(callee: Value): boolean {
  const name =
    callee.kind === 'external' ? callee.path.at(-1) : callee.kind === 'member' ? callee.name : '';
  return name === 'from' || name === 'encode' || name === 'parse';
}

const isSecretOption = (name: string | null): boolean =>
  name !== null && secretOptions.includes(name);

function optionOf(options: Value, name: string): Value | null {
  const found = options.kind === 'object' ? attributeOf(options, name) : null;
  return found?.state === 'known' ? found.value : null;
}

function sinksOf(isNew: boolean, callee: Value, written: string | null): CredentialSink[] {
  const name =
    callee.kind === 'external'
      ? (callee.path.at(-1) ?? '')
      : callee.kind === 'member'
        ? callee.name
        : (written ?? '');
  const candidates = [...(sinksByName.get(name) ?? []), ...(sinksByName.get('') ?? [])];
  return candidates.filter(
    (sink) => (sink.construct ?? false) === isNew && isFrom(sink, callee, name),
  );
}

function isFrom(sink: CredentialSink, callee: Value, name: string): boolean {
  if (sink.modules.length === 0) return sink.name === name;
  const origin = originOf(callee);
  if (origin?.source == null || !sink.modules.includes(origin.source)) return false;
  return (
    sink.name === name ||
    (sink.name === '' &&
      callee === origin &&
      (origin.path.length === 0 || origin.path.join() === 'default'))
  );
}

function originOf(value: Value): External | null {
  if (value.kind === 'external') return value;
  if (value.kind === 'member') return originOf(value.object);
  return value.kind === 'call' ? originOf(value.callee) : null;
}
