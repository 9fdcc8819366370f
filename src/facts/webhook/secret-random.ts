import type { TSESTree } from '@typescript-eslint/utils';
import { randomTexts } from '../../clients/random-texts.ts';
import type { RandomText } from '../../clients/random-texts.ts';
import type { NamedExports } from '../../ast/named-exports.ts';
import { mayBeOneOf } from '../../ast/named-exports.ts';
import type { Node } from '../../ast/node.ts';
import { enclosingFunction, keyName, staticString } from '../../ast/node.ts';
import { globalName } from '../../values/platform.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { callsIn } from '../../values/parts.ts';
import type { Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { placeOf } from '../literal-place.ts';
import { registrationOf } from './secret-name.ts';
import type { WebhookSecret } from './secret.ts';

/** Secrets that are made at random: `const webhookSecret = randomBytes(8).toString('hex')`. */
export function generatedSecrets(view: FileView): WebhookSecret[] {
  const written = writtenSecrets(view);
  const made = view.candidates.calls.flatMap((call) => madeByHelper(call, view));
  return [...written, ...made.filter(({ node }) => !written.some((one) => one.node === node))];
}

/** What a function of the project makes as long as its caller says: `const webhookSecret = secretOf(8)`. */
function madeByHelper(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  view: FileView,
): WebhookSecret[] {
  const { module } = view;
  const registration = call.arguments.length > 0 ? registrationOf(placeOf(call), view) : null;
  if (!registration || valueOf(call.callee, module).kind !== 'function') return [];
  return callsIn(valueOf(call, module)).flatMap((inner): WebhookSecret[] => {
    const made = madeBy(inner.callee);
    const size = made?.argument === undefined ? undefined : inner.args[made.argument];
    const outer = made && encodedBy(inner.node, made);
    // One that is written where it is made is reported there.
    const isHandedIn = size?.module === module && isWithin(size.node, call);
    if (!outer || !isHandedIn || size.kind !== 'literal' || typeof size.value !== 'number')
      return [];
    if (size.value <= 0) return [];
    const length = Math.min(Math.ceil(size.value * outer.perUnit), outer.atMost);
    const bound = outer.atMost === Infinity ? { node: size.node, perUnit: outer.perUnit } : null;
    return [
      {
        node: call,
        how: 'generated',
        length,
        variety: null,
        bound,
        module,
        evidence: registration,
      },
    ];
  });
}

function writtenSecrets(view: FileView): WebhookSecret[] {
  return view.candidates.calls.flatMap((call): WebhookSecret[] => {
    const { module } = view;
    if (!mayBeOneOf(RANDOM, call.callee, module.scopes)) return [];
    const made = madeBy(valueOf(call.callee, module));
    if (!made) return [];
    const outer = encodedBy(call, made);
    const registration =
      outer && (registrationOf(placeOf(outer.node), view) ?? registeredByCaller(outer.node, view));
    if (!outer || !registration) return [];
    const size = made.argument === undefined ? undefined : call.arguments[made.argument];
    const given = size ? valueOf(size, module) : null;
    const count = given ? (given.kind === 'literal' ? given.value : null) : made.default;
    if (typeof count !== 'number' || count <= 0) return [];
    return [
      {
        node: call,
        how: 'generated',
        length: Math.min(Math.ceil(count * outer.perUnit), outer.atMost),
        variety: null,
        bound: size && outer.atMost === Infinity ? { node: size, perUnit: outer.perUnit } : null,
        module,
        evidence: registration,
      },
    ];
  });
}

/** A function of the file gives it back: where its callers put it. */
function registeredByCaller(made: Node, view: FileView): WebhookSecret['evidence'] | null {
  const { candidates, module } = view;
  const fn = placeOf(made).form === 'returned' ? enclosingFunction(made) : null;
  if (!fn) return null;
  for (const call of candidates.calls) {
    const registration = registrationOf(placeOf(call), view);
    if (registration && valueOf(call.callee, module).node === fn) return registration;
  }
  return null;
}

const RANDOM: NamedExports = {
  modules: new Set(randomTexts.flatMap(({ modules }) => modules)),
  names: new Set(randomTexts.map(({ name }) => name.slice(name.lastIndexOf('.') + 1))),
};

function madeBy(callee: Value): RandomText | null {
  const name = globalName(callee);
  return (
    randomTexts.find((random) =>
      random.modules.length === 0
        ? random.name === name
        : callee.kind === 'external' &&
          callee.source !== null &&
          random.modules.includes(callee.source) &&
          callee.path.at(-1) === random.name,
    ) ?? null
  );
}

/** Characters that one byte gives. */
const PER_BYTE: Readonly<Record<string, number>> = { hex: 2, base64: 4 / 3, base64url: 4 / 3 };

interface Encoded {
  readonly node: Node;
  readonly perUnit: number;
  readonly atMost: number;
}

/** The text that a chain of methods makes of it; null for bytes that are not encoded there. */
function encodedBy(call: Node, { unit }: RandomText): Encoded | null {
  let node: Node = call;
  let perUnit = unit === 'characters' ? 1 : null;
  let atMost = Infinity;
  for (;;) {
    const method: Node | undefined = node.parent;
    const outer: Node | undefined = method?.parent;
    if (
      method?.type !== 'MemberExpression' ||
      method.object !== node ||
      outer?.type !== 'CallExpression'
    )
      break;
    const [first, second] = outer.arguments;
    const name = keyName(method);
    if (name === 'toString' && perUnit === null)
      perUnit = PER_BYTE[staticString(first) ?? ''] ?? null;
    if (name === 'slice' || name === 'substring' || name === 'substr')
      atMost = Math.min(atMost, cutTo(first, second));
    node = outer;
  }
  return perUnit === null ? null : { node, perUnit, atMost };
}

/** How long a cut-out is at most: `slice(0, 16)`. */
function cutTo(first: Node | undefined, second: Node | undefined): number {
  const end = second?.type === 'Literal' ? second.value : null;
  return first?.type === 'Literal' && first.value === 0 && typeof end === 'number' && end > 0
    ? end
    : Infinity;
}
