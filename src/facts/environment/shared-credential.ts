import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, staticString } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf, namesOf } from '../../values/objects.ts';
import type { Value } from '../../values/value.ts';
import type { Fact, FileView } from '../fact.ts';
import { nameOf, placeOf } from '../literal-place.ts';
import { branchesOf, testsEnvironment } from './branches.ts';
import { originOf, originsBelow, originsIn } from './credential-origin.ts';
import type { CredentialOrigin } from './credential-origin.ts';
import type { EnvironmentKind } from './environment-kind.ts';
import { environmentKindOf, kindOfWords } from './environment-kind.ts';

/** A credential that serves production and another environment alike. */
export interface SharedCredential extends Fact {
  /** Where it is used for the second of the two. */
  readonly node: Node;
  /** The environment variable that it comes from; null where it is written as it is. */
  readonly variable: string | null;
  /** `switch`: two ways of one decision; `table`: two entries or names; `files`: two files. */
  readonly between: 'switch' | 'table' | 'files';
  /** The other file's name, where there is one. */
  readonly otherFile: string | null;
}

type Shared = Pick<SharedCredential, 'node' | 'variable' | 'between'>;

export function findSharedCredentials(view: FileView): SharedCredential[] {
  const found = [
    ...inArms(view),
    ...inBranches(view),
    ...inTables(view),
    ...inNames(view),
    ...inCalls(view),
  ];
  const unique = new Map(found.map((one) => [one.node, one]));
  return [...unique.values()]
    .map((one) => ({ ...one, otherFile: null, evidence: evidenceOf(one.variable) }))
    .sort((a, b) => a.node.range[0] - b.node.range[0]);
}

const evidenceOf = (variable: string | null) =>
  variable === null ? {} : { credentialVariables: [variable] };

/** `isLive ? process.env.KEY : process.env.KEY`, or two objects that hold it. */
function inArms(view: FileView): Shared[] {
  return view.candidates.logicals.flatMap((node) => {
    if (node.type !== 'ConditionalExpression' || !testsEnvironment(node.test)) return [];
    const name = placeOf(node).name ?? '';
    return sharedBy(node.consequent, node.alternate, name, 'switch', view);
  });
}

const inBranches = (view: FileView): Shared[] =>
  branchesOf(view).flatMap(({ first, second, name }) =>
    sharedBy(first, second, name, 'switch', view),
  );

/** `{ sandbox: { apiKey }, production: { apiKey } }`. */
function inTables(view: FileView): Shared[] {
  return view.candidates.objects.flatMap((table) => {
    const entries = table.properties.filter((property) => property.type === 'Property');
    const of = (kind: EnvironmentKind): TSESTree.Property[] =>
      entries.filter((entry) => environmentKindOf(keyName(entry) ?? '') === kind);
    const [live] = of('production');
    if (!live || !isEnvironment(live)) return [];
    const name = placeOf(table).name ?? '';
    return of('trial')
      .filter(isEnvironment)
      .flatMap((trial) => {
        const [first, second] = inOrder(live.value, trial.value);
        return sharedBy(first, second, name, 'table', view);
      });
  });
}

/** The whole key names the environment; `prodKey` is one of several names. */
const isEnvironment = (entry: TSESTree.Property): boolean => /^[a-z]+$/i.test(keyName(entry) ?? '');

const inOrder = (a: Node, b: Node): [Node, Node] => (a.range[0] < b.range[0] ? [a, b] : [b, a]);

/** What two expressions, or two objects under the same name, get from the same place. */
function sharedBy(
  first: Node,
  second: Node,
  name: string,
  between: Shared['between'],
  view: FileView,
): Shared[] {
  const [one, other] = [valueOf(first, view.module), valueOf(second, view.module)];
  const own = same(originOf(one, name), originOf(other, name));
  if (own) return [{ node: second, variable: own.variable, between }];
  if (one.kind === 'call' && other.kind === 'call') return sharedByCalls(one, other, between, view);
  if (isOnePlace(one, other)) return [];
  return namesOf(other).flatMap((key) => {
    const [left, right] = [attributeOf(one, key), attributeOf(other, key)];
    if (left.state !== 'known' || right.state !== 'known') return [];
    const shared = same(originOf(left.value, key), originOf(right.value, key));
    const node = shared && propertyIn(other, key, view);
    return shared && node ? [{ node, variable: shared.variable, between }] : [];
  });
}

/**
 * Both get their address from one variable: which environment it is, and whose credential, is told
 * where the program runs.
 */
const isOnePlace = (one: Value, other: Value): boolean =>
  namesOf(other).some((key) => {
    const [left, right] = [attributeOf(one, key), attributeOf(other, key)];
    return (
      ADDRESSES.has(wordsOf(key).at(-1) ?? '') &&
      left.state === 'known' &&
      right.state === 'known' &&
      left.value.kind === 'env' &&
      right.value.kind === 'env' &&
      left.value.name === right.value.name
    );
  });

const ADDRESSES: ReadonlySet<string> = new Set(['host', 'hostname', 'url', 'uri', 'endpoint']);

/** Clients made alike for two environments, or a call of a helper that reads for each. */
function sharedByCalls(
  one: Call,
  other: Call,
  between: Shared['between'],
  view: FileView,
): Shared[] {
  const origins = one.args.flatMap((argument) => originsBelow(argument, ''));
  return other.args.flatMap((argument) =>
    originsBelow(argument, '').flatMap(({ id, variable, value }) =>
      variable !== null && value.module === view.module && origins.some((each) => each.id === id)
        ? [{ node: value.node, variable, between }]
        : [],
    ),
  );
}

type Call = Value & { kind: 'call' };

const same = (
  one: CredentialOrigin | null,
  other: CredentialOrigin | null,
): CredentialOrigin | null => (one !== null && one.id === other?.id ? one : null);

/** Where an object of this file gets a property. */
function propertyIn(value: Value, key: string, view: FileView): Node | null {
  if (value.kind !== 'object' || value.module !== view.module) return null;
  const entry = value.entries.findLast((one) => one.kind === 'property' && one.name === key);
  return entry?.node ?? null;
}

interface Named {
  readonly node: Node;
  readonly kind: EnvironmentKind;
  readonly origin: CredentialOrigin;
}

/** `const liveKey = process.env.KEY; const testKey = process.env.KEY;`. */
function inNames(view: FileView): Shared[] {
  const named = [...view.candidates.members, ...view.candidates.calls].flatMap((node): Named[] => {
    const { name, form } = placeOf(node);
    const kind = name === null || form === 'comparison' ? null : environmentKindOf(name);
    const origin = kind === null ? null : originOf(valueOf(node, view.module), name ?? '');
    return kind && origin?.variable ? [{ node, kind, origin }] : [];
  });
  return pairsOf(named, 'table');
}

/** Of each credential that both kinds use, the second use. */
function pairsOf(uses: readonly Named[], between: Shared['between']): Shared[] {
  return uses.flatMap((use, index) => {
    const isSecond = uses
      .slice(0, index)
      .some((earlier) => earlier.origin.id === use.origin.id && earlier.kind !== use.kind);
    return isSecond ? [{ node: use.node, variable: use.origin.variable, between }] : [];
  });
}

/** `const test = build(testUrl, key); const live = build(liveUrl, key);`. */
function inCalls(view: FileView): Shared[] {
  const byCallee = new Map<string, Named[]>();
  for (const call of view.candidates.calls) {
    const callee = nameOf(call.callee);
    const kind = callee === null ? null : kindOfCall(call, view);
    if (callee === null || kind === null) continue;
    const uses = call.arguments.flatMap((argument) =>
      originsIn(valueOf(argument, view.module), nameOf(argument) ?? '').map((origin) => ({
        node: argument,
        kind,
        origin,
      })),
    );
    byCallee.set(callee, [...(byCallee.get(callee) ?? []), ...uses]);
  }
  return [...byCallee.values()].flatMap((uses) => pairsOf(uses, 'table'));
}

/** What the name of the result says, together with the names of the arguments. */
function kindOfCall(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  view: FileView,
): EnvironmentKind | null {
  const result = placeOf(call).name;
  const kind = result === null ? null : environmentKindOf(result);
  if (kind === null) return null;
  const others = call.arguments.flatMap((argument) => {
    const text = staticString(argument) ?? nameOf(argument);
    const value = valueOf(argument, view.module);
    return value.kind === 'env' ? [value.name] : text === null ? [] : [text];
  });
  const contradicts = others
    .map((name) => kindOfWords(name.toLowerCase().split(/[^a-z]+/)))
    .some((other) => other !== null && other !== kind);
  return contradicts ? null : kind;
}
