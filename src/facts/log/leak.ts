import type { TSESTree } from '@typescript-eslint/utils';
import type { Expression, Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { FileView } from '../fact.ts';
import { holdsSecret, isEnvironment, isHarmless, isSecretVariable } from './carried.ts';
import { chainOf } from './chain.ts';
import type { Content } from './contents.ts';
import { isCountOfThings } from './counted.ts';
import { askedName, contentsOf, nameOf } from './contents.ts';
import { outcomeOf } from './failure.ts';
import type { Leak } from './leak-kind.ts';
import { leakOfOutcome } from './outcome-leak.ts';
import { areInboundHeaders, inboundPart, isInboundBody, isRawText } from './inbound.ts';
import { secretDeclaredFor } from './declared-fields.ts';
import { isReduced, isReducedName, isRedactor, isSettingName, isTableAbout } from './reduced.ts';
import { isDecoded, isPublicToken, isTable } from './no-secret.ts';
import { isCleaned, secretReadFrom } from './secret-reads.ts';
import { isHeldThing, sensitiveName } from './sensitive-name.ts';
import { failureOf, settledReason } from './settled-reason.ts';
import { carriesCredential } from './url-carrier.ts';
import { isComputedSignature } from './signature.ts';
import { wordsSplit } from './stripped.ts';
import type { SensitiveKind } from './sensitive-name.ts';
import { soleValueOf } from '../../values/written-for.ts';
import { alternatives, isString } from '../../values/value.ts';

/** Constants are followed this far. */
const DEEPEST = 4;

/** What a part of a log line gives away; null where nothing is known that it does. */
export function leakOf(content: Content, view: FileView, depth = DEEPEST): Leak | null {
  const node = unwrap(content.node);
  const found =
    node.type === 'CallExpression'
      ? ofCall(node, content, view)
      : node.type === 'Identifier' || node.type === 'MemberExpression'
        ? ofName(node, content, view, depth)
        : null;
  return found ?? byField(node, content, view);
}

function ofName(
  node: TSESTree.Identifier | TSESTree.MemberExpression,
  content: Content,
  view: FileView,
  depth: number,
): Leak | null {
  const init = initOf(node, view);
  if (init && isReduced(init)) return ofSignature(node, view);
  const own = byName(node, view);
  if (own !== undefined) return own;
  if (carriesCredential(node, view)) return { kind: 'credential', name: nameOf(node) };
  const aliased = ofAlias(node, content, view, depth);
  if (aliased) return aliased;
  const chain = chainOf(node, view.module);
  if (content.isText && chain?.names.length === 0) return null;
  const settled = chain && settledReason(chain, view);
  if (settled) return leakOfOutcome(settled.names, failureOf(settled), content, view.module);
  const outcome = chain?.binding ? outcomeOf(chain.binding, node, view) : null;
  const given = chain && outcome ? leakOfOutcome(chain.names, outcome, content, view.module) : null;
  // An answer may also hold what the code reads of it: a new token.
  const isAnswer = outcome?.is === 'response' && outcome.calls.length > 0;
  if (outcome && (given || !isAnswer)) return given;
  const part = chain && inboundPart(chain, view.module);
  if (part && (!content.isText || isRawText(chain))) return { kind: part, name: nameOf(node) };
  if (content.isText) return null;
  return ofWhole(node, view);
}

/** A digest gives nothing away, unless it is what signs. */
function ofSignature(node: Node, { module }: FileView): Leak | null {
  const name = node.type === 'Identifier' ? node.name : '';
  return isComputedSignature(name, valueOf(node, module)) ? { kind: 'credential', name } : null;
}

/** By its name, unless its value shows that it is no secret; undefined where the name says nothing. */
function byName(
  node: TSESTree.Identifier | TSESTree.MemberExpression,
  view: FileView,
): Leak | null | undefined {
  const own = node.type === 'Identifier' ? node.name : keyName(node);
  if (own === null) return undefined;
  const taken = nameInPlace(own, node) ? null : keyTaken(node, view);
  const name = taken ?? own;
  const value = valueOf(node, view.module);
  if (value.kind === 'env') {
    const isSecret = isSecretVariable(value.name);
    return isSecret ? { kind: 'credential', name: value.name } : null;
  }
  if (isEnvironment(value)) return { kind: 'environment', name: 'process.env' };
  const kind = nameInPlace(name, node);
  if (!kind) return undefined;
  if (isHarmless(value) || isDeclaredHarmless(node, view)) return null;
  if (isPublicToken(node) || isTable(node, name, view) || isCountOfThings(node, view.module))
    return null;
  if (isAmbiguous(name) && !AUTHENTICATES.test(view.module.text)) return null;
  if (kind === 'credential' && isDecoded(node, view)) return undefined;
  return { kind, name };
}

/** `token` of `const { token: access } = session`, where that name says more than the new one. */
function keyTaken(node: Node, { module }: FileView): string | null {
  const binding = node.type === 'Identifier' ? module.scopes.bindingOf(node) : null;
  const [declared, ...others] = binding?.declarations ?? [];
  const property = declared?.parent;
  if (property?.type !== 'Property' || property.value !== declared || others.length > 0)
    return null;
  const key = property.parent.type === 'ObjectPattern' ? keyName(property) : null;
  return key !== null && !/^(?:key|pin)s?$/i.test(key) && sensitiveName(key) ? key : null;
}

/** `card.number` is what `cardNumber` is, `sources.apiKey` what `apiKeySource` is. */
function nameInPlace(name: string, node: Node): SensitiveKind | null {
  const own = sensitiveName(name);
  if (node.type !== 'MemberExpression') return own;
  const object = unwrap(node.object);
  const of = object.type === 'Identifier' ? object.name : (keyName(object) ?? '');
  if (own) return isTableAbout(of) || (name === 'token' && isHeldThing(of)) ? null : own;
  const isCard = wordsOf(of).at(-1) === 'card';
  return isCard && name === 'number' ? 'card' : null;
}

/** `token` is also a word of parsers, `pin` of maps. */
const isAmbiguous = (name: string): boolean => /^(?:token|tokens|pin|secret|key)$/i.test(name);
const AUTHENTICATES =
  /auth|session|jwt|bearer|login|password|access_?token|oauth|user|otp|api|secret|fetch/i;

function isDeclaredHarmless(node: Node, { module }: FileView): boolean {
  const binding = node.type === 'Identifier' ? module.scopes.bindingOf(node) : null;
  return (
    binding?.writes[0]?.by.type === 'ForInStatement' ||
    (binding?.declarations ?? []).some(({ typeAnnotation }) =>
      HARMLESS_TYPES.has(typeAnnotation?.typeAnnotation.type ?? ''),
    )
  );
}

const HARMLESS_TYPES: ReadonlySet<string> = new Set(['TSBooleanKeyword', 'TSNumberKeyword']);

/** What a variable that is set once was made from: `const body = …`, `let body; try { body = … }`. */
function initOf(node: Node, { module }: FileView): Expression | null {
  const binding = node.type === 'Identifier' ? module.scopes.bindingOf(node) : null;
  const [write, ...others] = binding?.writes ?? [];
  if (!binding || !write || others.length > 0) return null;
  const { by, target } = write;
  const isSecondWord =
    by.type === 'VariableDeclarator' &&
    by.id.type === 'ArrayPattern' &&
    by.id.elements[1] === target;
  return isSecondWord && by.init ? wordsSplit(by.init) : soleValueOf(binding);
}

/** Through one constant to what it was made from, and so on. */
function ofAlias(node: Node, content: Content, view: FileView, depth: number): Leak | null {
  const init = depth > 0 ? initOf(node, view) : null;
  if (!init || init.range[0] > node.range[0] || isIdOfMade(node, init)) return null;
  if (isCleaned(node, view)) return null;
  const { isSpread, isText } = content;
  for (const part of contentsOf(init, content.path, { isSpread, isText })) {
    const leak = leakOf(part, view, depth - 1);
    if (leak) return { path: part.path, ...leak };
  }
  return null;
}

/** `const keyId = await createApiKey()`: what it tells of what was made. */
function isIdOfMade(node: Node, init: Expression): boolean {
  const made = init.type === 'AwaitExpression' ? unwrap(init.argument) : init;
  return made.type === 'CallExpression' && node.type === 'Identifier' && isReducedName(node.name);
}

/** An object of which the code reads a secret elsewhere, or that is seen to be made with one. */
function ofWhole(
  node: TSESTree.Identifier | TSESTree.MemberExpression,
  view: FileView,
): Leak | null {
  const value = valueOf(node, view.module);
  const name = nameOf(node);
  if (holdsSecret(value)) return { kind: 'configuration', name };
  const read = secretReadFrom(node, view) ?? secretDeclaredFor(node, view);
  return read ? { kind: 'configuration', name: `${name}.${read}` } : null;
}

const GETTERS: ReadonlySet<string> = new Set([
  'get',
  'getAll',
  'getItem',
  'getOrThrow',
  'header',
  'getHeader',
  'cookie',
]);
const PRODUCING: ReadonlySet<string> = new Set(
  'get fetch generate create issue sign obtain acquire load read make retrieve decrypt build require'.split(
    ' ',
  ),
);

function ofCall(node: TSESTree.CallExpression, content: Content, view: FileView): Leak | null {
  const callee = unwrap(node.callee);
  const name = callee.type === 'Identifier' ? callee.name : (keyName(callee) ?? '');
  if (isRedactor(name) || isReduced(node)) return null;
  const asked = GETTERS.has(name) ? askedName(node) : null;
  const kind = asked === null ? null : sensitiveName(asked);
  if (asked !== null && kind) return { kind, name: asked };
  if (isInboundBody(node, view.module)) return { kind: 'body', name: 'body' };
  if (!content.isText && areInboundHeaders(node, view.module))
    return { kind: 'headers', name: 'headers' };
  if (callee.type === 'MemberExpression' && !content.isText) {
    const dumped = dumpedBy(callee, node, view);
    if (dumped) return dumped;
  }
  const [verb = ''] = wordsOf(name);
  if (PRODUCING.has(verb) && sensitiveName(name) === 'credential' && !asksForSetting(node, view))
    return { kind: 'credential', name };
  const value = valueOf(node, view.module);
  if (value.kind === 'env')
    return isSecretVariable(value.name) ? { kind: 'credential', name: value.name } : null;
  const told = [...alternatives(value)].filter(
    ({ kind }) => !content.isText || (kind !== 'object' && kind !== 'external'),
  );
  return told.some((each) => holdsSecret(each)) ? { kind: 'configuration', name } : null;
}

/** `readSecret('role_id')`: a store of secrets that also holds what is none. */
const asksForSetting = (node: TSESTree.CallExpression, { module }: FileView): boolean =>
  node.arguments.some((argument) => {
    const asked = argument.type === 'SpreadElement' ? null : valueOf(argument, module);
    return asked !== null && isString(asked) && isSettingName(asked.value);
  });

/** `error.toJSON()`. */
function dumpedBy(callee: TSESTree.MemberExpression, node: Node, view: FileView): Leak | null {
  const chain = chainOf(callee.object, view.module);
  const outcome =
    chain?.binding && chain.names.length === 0 ? outcomeOf(chain.binding, node, view) : null;
  const dumps = outcome?.client?.failure?.dumps?.includes(keyName(callee) ?? '');
  return dumps ? { kind: 'error', name: 'error' } : null;
}

/** `{ password: value }`: the field says what the value is. */
function byField(node: Node, { path }: Content, view: FileView): Leak | null {
  const field = path.at(-1);
  const kind = field === undefined ? null : sensitiveName(field);
  if (!kind || field === undefined) return null;
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return null;
  const name = node.type === 'Identifier' ? node.name : keyName(node);
  if (name === null || isReducedName(name)) return null;
  if (isCountOfThings(node, view.module, field)) return null;
  if (isHarmless(valueOf(node, view.module)) || isDeclaredHarmless(node, view)) return null;
  const init = initOf(node, view);
  if (init && isReduced(init)) return null;
  return { kind, name: field };
}
