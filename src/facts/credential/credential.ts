import type { TSESTree } from '@typescript-eslint/utils';
import { secretOptions } from '../../clients/credential-sinks.ts';
import { publicKeyServices, publicTokenServices } from '../../clients/public-tokens.ts';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, calledName, keyName, staticString, unwrap } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import { environmentOf } from '../../values/address.ts';
import { textOf as sourceOf } from '../../values/source-module.ts';
import { isString } from '../../values/value.ts';
import { isOutsideProduction } from '../environment/env-development.ts';
import { isRunByHand } from '../log/for-terminal.ts';
import { nameAround } from './around.ts';
import { comparedName } from './compared.ts';
import { keyInUrl } from './in-url.ts';
import { joinedWith, joinsPieces, ownText } from './joined.ts';
import { credentialName, credentialNameAmong } from './name.ts';
import { namedUses } from './named-use.ts';
import type { CredentialName } from './name.ts';
import { sunkLiterals } from './sinks.ts';
import type { CredentialText } from './text.ts';
import { credentialText, isKeyMaterial, pair } from './text.ts';
import type { Fact, FileView } from '../fact.ts';
import type { LiteralPlace } from '../literal-place.ts';
import { placeOf } from '../literal-place.ts';
import { couldBeCredential, isPassword, isPlaceholder, isRandom, isUuid } from './randomness.ts';

/** A literal in the code, or a value in a data file, that is a credential. Its text is nowhere in the fact. */
export interface Credential extends Fact {
  /** What it is, with its article: `a live secret key`, `a password`. */
  readonly what: string;
  /** The text alone shows it, whatever its name. */
  readonly byFormat: boolean;
  /** It has the form of a secret: a format, or letters and digits as nobody would choose them. */
  readonly isCertain: boolean;
  /** A provider's format of keys that work on real data. */
  readonly live: boolean;
  /** What it is bound to or given to, if that has a name. */
  readonly name: string | null;
  /** The environment variable that it stands in for when that is unset. */
  readonly fallbackOf: string | null;
  /** It stands in only where one develops, or is of somebody made up, and has no form of a secret. */
  readonly isForDevelopment?: boolean;
  /** The scheme before it in the same literal: `Bearer `; empty where there is none. */
  readonly prefix: string;
  /** It stands in a data file: JSON, YAML, .env. */
  readonly isData: boolean;
  /** It is a part of the literal, whose rest is none. */
  readonly isPart?: true;
  /** In a data file that git leaves out of the repository. */
  readonly isKeptOut: boolean;
}

/** The literals that are credentials. */
export function findCredentials(view: FileView): Credential[] {
  const sinks = sunkLiterals(view);
  const standsIn = /\benv\b|secret/i.test(view.module.text);
  const seen = new Set<Node>();
  return view.candidates.strings.flatMap((node) => {
    const whole = joinedWith(node, view);
    if (seen.has(whole)) return [];
    seen.add(whole);
    const text = textOf(whole, view);
    const inUrl = keyInUrl(node, view);
    if (inUrl)
      return [{ ...credential(node, '', placeOf(node), inUrl, view), name: null, isPart: true }];
    if (text === null || !(standsIn || sinks.has(whole) || couldBeCredential(text))) return [];
    const place = placeOf(whole);
    const found = judge(text, whole, place, sinks.get(whole) ?? null, view);
    return found ? [credential(whole, text, place, found, view)] : [];
  });
}

/** The text as far as it is written here; null where what matters is not. */
function textOf(whole: Node, { module }: FileView): string | null {
  if (whole.type === 'Literal') return staticString(whole);
  const isOwn = ownText(whole) || joinsPieces(whole, module);
  if (!isOwn && !sourceOf(whole, module).includes('@')) return null;
  const value = valueOf(whole, module);
  if (isString(value)) return isOwn ? value.value : null;
  if (value.kind !== 'text') return null;
  const known = value.parts.map((part) => (typeof part === 'string' ? part : '${}')).join('');
  return /:\/\/[^/\s:@${}]*:[^/\s@${}]+@/.test(known) ? known : null;
}

type Taking = ReturnType<typeof sunkLiterals> extends ReadonlyMap<Node, infer T> ? T : never;

function judge(
  text: string,
  whole: Node,
  place: LiteralPlace,
  sink: Taking | null,
  view: FileView,
): CredentialText | null {
  const own = nameFor(place) ?? nameOfFallback(place, view) ?? nameElsewhere(place, view);
  const used = own === null ? namedUses(view).get(whole) : undefined;
  const name = used ? nameFor(used) : own;
  const byText = credentialText(text, { name, besides: besides(used ?? place) });
  if (byText) {
    const isShown =
      isInert(place, byText) || isInExample(whole, byText) || isInTemplate(text, byText, view);
    return isShown ? null : byText;
  }
  return (
    givenToSink(text, sink) ??
    asFallback(text, place, name, view) ??
    recoded(text, place) ??
    // `http.request({ host, auth: 'user:password' })`
    (place.name === 'auth' ? pair(text) : null)
  );
}

/** A text that stands in for a variable is what the variable is called. */
function nameOfFallback(place: LiteralPlace, view: FileView): CredentialName | null {
  const variable = fallbackOf(place, view);
  const name = variable === null ? null : credentialName(variable);
  return name === 'weak' ? 'key' : name;
}

/** A text that is compared is what the other side was read as; another may be called by what stands around it. */
function nameElsewhere(place: LiteralPlace, { module }: FileView): CredentialName | null {
  const other = comparedName(place, module) ?? nameAround(place);
  const name = other === null ? null : credentialName(other);
  return name === 'weak' ? null : name;
}

/** Names of members of enums and of comparisons prove less: they often name a kind of credential. */
function nameFor(place: LiteralPlace): CredentialName | null {
  const name = place.name === null ? null : credentialNameAmong(place.name, besides(place));
  if (name === null || name === 'weak') return place.form === 'comparison' ? null : name;
  const isPublic = isOfPublicService(place) || isPublicKey(place);
  return place.form === 'other' || isPublic ? null : name;
}

/** `const shopifyApiKey = '…'`: the id of an app, beside which stands its secret. */
function isPublicKey({ name }: LiteralPlace): boolean {
  const words = wordsOf(name ?? '');
  return (
    words.slice(-2).join(' ') === 'api key' && words.some((word) => publicKeyServices.has(word))
  );
}

/** `mixpanelPlugin({ token: '…' })`: stands in every page; what it calls a secret does not. */
function isOfPublicService({ name, holder }: LiteralPlace): boolean {
  const call = holder.type === 'Property' ? holder.parent.parent : null;
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return false;
  return (
    !wordsOf(name ?? '').includes('secret') &&
    wordsOf(calledName(call.callee)).some((word) => publicTokenServices.has(word))
  );
}

/** Compared for its form, or shown: not used. */
const isInert = (place: LiteralPlace, { byFormat }: CredentialText): boolean =>
  !byFormat &&
  place.form === 'attribute' &&
  /^(?:placeholder|label|title|id|className|htmlFor|name)$/.test(place.name ?? '');

/** A part of what documentation shows: `const responseExample = {…}`, `example: {…}` of a schema. */
const isInExample = (whole: Node, { byFormat }: CredentialText): boolean =>
  !byFormat &&
  [...ancestorsOf(whole)].some(
    (above) =>
      (above.type === 'VariableDeclarator' &&
        above.id.type === 'Identifier' &&
        isExample(above.id.name)) ||
      (above.type === 'Property' && isExample(keyName(above) ?? '')),
  );

/** `config.example.ts`, which others copy and fill in: what looks like no key is there to be replaced. */
const isInTemplate = (text: string, { byFormat }: CredentialText, { module }: FileView): boolean =>
  !byFormat &&
  !isRandom(text, 16) &&
  /\.(?:example|sample|template|dist)\.[cm]?[jt]s$/i.test(module.path);

const isExample = (name: string): boolean =>
  ['example', 'examples'].includes(wordsOf(name).at(-1) ?? '');

function besides({ holder }: LiteralPlace): readonly string[] {
  const object = holder.type === 'Property' ? holder.parent : null;
  return object?.type === 'ObjectExpression'
    ? object.properties.flatMap((property) => keyName(property) ?? [])
    : [];
}

function givenToSink(text: string, sink: Taking | null): CredentialText | null {
  if (sink === null || text.length < 4 || (isPlaceholder(text) && sink !== 'secret')) return null;
  const isFixed =
    sink !== 'key-or-label' ||
    isRandom(text, 12) ||
    isUuid(text) ||
    isPassword(text) ||
    (/^[a-z]+$/i.test(text) && /secret/i.test(text));
  return isFixed ? { what: 'a secret', byFormat: false, live: false } : null;
}

/** `process.env.JWT_SECRET || 'x'`: whatever stands there is what signs when the variable is unset. */
function asFallback(
  text: string,
  place: LiteralPlace,
  name: CredentialName | null,
  view: FileView,
): CredentialText | null {
  const variable = fallbackOf(place, view);
  if (variable === null || text.trim().length < 4 || ADDRESS.test(text)) return null;
  const isOwn =
    credentialName(variable) === 'own-secret' ||
    name === 'own-secret' ||
    secretOptions.includes(place.name ?? '');
  return isOwn ? { what: 'a secret', byFormat: false, live: false } : null;
}

/** Of an address only a part could be a secret. */
const ADDRESS = /^https?:\/\//i;

function fallbackOf({ choice, form, holder }: LiteralPlace, { module }: FileView): string | null {
  if (choice?.type === 'LogicalExpression' && choice.operator !== '&&')
    return environmentOf(valueOf(choice.left, module))[0] ?? null;
  // `X ? 'set' : 'not set'` tells whether it is there.
  if (choice?.type === 'ConditionalExpression' && !isTold(choice))
    return environmentOf(valueOf(choice.test, module))[0] ?? null;
  if (form !== 'default' || holder.type !== 'AssignmentPattern') return null;
  const value = holder.left.type === 'Identifier' ? valueOf(holder.left, module) : null;
  return value ? (environmentOf(value)[0] ?? null) : null;
}

const isTold = ({ consequent, alternate }: TSESTree.ConditionalExpression): boolean =>
  beginsWithText(consequent) && staticString(alternate) !== null;

/** `'yes'`, `'yes, of ' + key.length`. */
function beginsWithText(wrapped: Node): boolean {
  const node = unwrap(wrapped);
  if (node.type === 'TemplateLiteral') return node.quasis[0]?.value.raw !== '';
  return node.type === 'BinaryExpression' ? beginsWithText(node.left) : staticString(node) !== null;
}

/** `Buffer.from('user:password')`, `Buffer.from('…', 'base64')`. */
function recoded(text: string, { through }: LiteralPlace): CredentialText | null {
  if (!through) return null;
  const [first, second] = through.arguments;
  const basic = innermost(through);
  if (pair(text) && basic) return pair(text);
  const encoding = staticString(second);
  if (!first || (encoding !== 'base64' && encoding !== 'hex' && encoding !== 'base64url'))
    return null;
  return isKeyMaterial(text, encoding)
    ? { what: 'key material', byFormat: false, live: false }
    : null;
}

/** The re-encoding ends in base64: `btoa(x)`, `Buffer.from(x).toString('base64')`. */
function innermost(through: TSESTree.CallExpression): boolean {
  const name = through.callee.type === 'Identifier' ? through.callee.name : keyName(through.callee);
  if (name === 'btoa') return true;
  return name === 'toString' && (staticString(through.arguments[0])?.startsWith('base64') ?? false);
}

function credential(
  node: Node,
  text: string,
  place: LiteralPlace,
  found: CredentialText,
  view: FileView,
): Credential {
  const variable = fallbackOf(place, view);
  const isCertain = found.byFormat || isOfNoPerson(text);
  return {
    node,
    ...found,
    isCertain,
    isForDevelopment:
      !isCertain && (variable === null ? isOfMadeUpPerson(place, view) : isNeverTaken(node, view)),
    name: place.name,
    fallbackOf: variable,
    prefix: /^(?:bearer|token|apikey)\s+/i.exec(text)?.[0] ?? '',
    isData: false,
    isKeptOut: false,
    evidence: variable === null ? sentWith(node, view) : { credentialVariables: [variable] },
  };
}

/** A test has made sure that the variable is there, or that this is not production. */
const isNeverTaken = (node: Node, { facts, module }: FileView): boolean =>
  facts.envRead.some((read) => read.default.value === node && read.isChecked) ||
  isOutsideProduction(node, module);

/** The password of somebody whom a script that is run by hand makes up: it stands beside an address or a name. */
const isOfMadeUpPerson = (place: LiteralPlace, { module }: FileView): boolean =>
  /password$/i.test(place.name ?? '') &&
  isRunByHand(module.path) &&
  besides(place).some((name) => PERSONAL.has(wordsOf(name).join('')));

const PERSONAL: ReadonlySet<string> = new Set(['email', 'username', 'firstname', 'lastname']);

/** Letters and digits as nobody would choose them, which don't say that they are for tests; an id may be made up. */
const isOfNoPerson = (text: string): boolean =>
  isRandom(text, 16) && !isUuid(text) && !/(?:^|[_-])(?:test|sandbox)[_-]/i.test(text);

/** What is known of the requests that it is written into: `axios.create({ baseURL, headers: { … } })`. */
const sentWith = (node: Node, { facts }: FileView): Fact['evidence'] =>
  [...facts.apiClient, ...facts.apiCall].find((sent) => isWithin(node, sent.node))?.evidence ?? {};
