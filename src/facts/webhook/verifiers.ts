import { fitsInOrder } from '../../ast/text.ts';
import type { WebhookVerifier } from '../../clients/schema.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { clientsOfKind } from '../request/client-shapes.ts';

/** What a function of a verifying library does with a wrong signature. */
export type VerifierUse =
  | { readonly does: 'throw' }
  | {
      readonly does: 'answer';
      /** The property of the answer that tells. */ readonly property: string | null;
      /** Throws where the two sides are not of one length. */ readonly equalLength?: true;
      /** Of a promise. */ readonly promised?: true;
    }
  | { readonly does: 'middleware' }
  /** Computes a signature, or without a key a hash, and compares nothing. */
  | { readonly does: 'digest'; readonly keyed: boolean }
  /** Compares, and stops at the first difference. */
  | { readonly does: 'equate' };

type Uses = Map<string, VerifierUse>;

const usesBySource = new Map<string, Uses>();
const usesByMethod: Uses = new Map();
/** Functions of the globals that compute signatures, by their path without the global. */
const digestTails: Uses = new Map();

/** A method's name says on its own what it does when it is a long one: `constructEvent`, not `verify`. */
const TELLING_LENGTH = 9;

function index(verifier: WebhookVerifier): void {
  const { throwing, answering, middleware = [], reporting = {} } = verifier;
  const { digests = [], hashes = [], equalLength = [], unsafe = [], promising = [] } = verifier;
  const add = (name: string, use: VerifierUse) => addUse(verifier, normal(name), use);
  for (const name of throwing) add(name, { does: 'throw' });
  for (const name of answering)
    add(name, {
      does: 'answer',
      property: null,
      ...(promising.includes(name) && { promised: true }),
    });
  for (const [name, property] of Object.entries(reporting)) add(name, { does: 'answer', property });
  for (const name of middleware) add(name, { does: 'middleware' });
  for (const name of digests) add(name, { does: 'digest', keyed: true });
  for (const name of hashes) add(name, { does: 'digest', keyed: false });
  for (const name of equalLength) add(name, { does: 'answer', property: null, equalLength: true });
  for (const name of unsafe) add(name, { does: 'equate' });
}

function addUse(verifier: WebhookVerifier, name: string, use: VerifierUse): void {
  const globals = (verifier.globals ?? []).map((global) => `global ${global}`);
  if (globals.length > 0 && use.does === 'digest' && /^\w+\.\w+$/.test(name))
    digestTails.set(name, use);
  for (const source of [...verifier.modules, ...globals]) {
    const uses = usesBySource.get(source) ?? new Map<string, VerifierUse>();
    uses.set(name, use);
    usesBySource.set(source, uses);
  }
  const method = name.slice(name.lastIndexOf('.') + 1);
  if (name.includes('().') && use.does === 'throw' && method.length >= TELLING_LENGTH)
    usesByMethod.set(method, use);
}

/** `new default().a` and `default.a` are written without the constructor's keyword and the default's name. */
const normal = (name: string): string =>
  name
    .replaceAll('new ', '')
    .replace(/^default(?=$|[.(])/, '')
    .replace(/^\./, '');

interface Origin {
  readonly source: string | null;
  readonly path: string;
}

/** What a verifying library does with a value that is called; null for any other function. */
export function verifierOf(callee: Value): VerifierUse | null {
  for (const option of alternatives(callee)) {
    const origin = originOf(option);
    const use =
      (origin && knownUse(origin)) ??
      (isHidden(origin) ? (usesByMethod.get(methodOf(option)) ?? hiddenDigest(option)) : null);
    if (use) return use;
  }
  return null;
}

function knownUse({ source, path: written }: Origin): VerifierUse | null {
  const path = written.replace(/(?:\.update\(\)){2,}/g, '.update()');
  if (source !== null) {
    const uses = usesBySource.get(source);
    return uses?.get(normal(path)) ?? uses?.get(tellingTail(path)) ?? null;
  }
  const [root = '', ...rest] = path.replace(/^(?:globalThis|window|self)\./, '').split('.');
  return usesBySource.get(`global ${root}`)?.get(rest.join('.')) ?? null;
}

/** `webhook.validateRequest`: a long name says it, wherever a package keeps the function. */
function tellingTail(path: string): string {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return name.length >= TELLING_LENGTH ? name : '';
}

/** `crypto.subtle.sign` on a `crypto` that was handed in: two names together say it. */
function hiddenDigest(value: Value): VerifierUse | null {
  if (value.kind !== 'member' || value.object.kind !== 'member') return null;
  return digestTails.get(`${value.object.name}.${value.name}`) ?? null;
}

/** Made by code that can't be read, so that a method's name is the only evidence. */
function isHidden(origin: Origin | null): boolean {
  return !origin?.source || /^[.@~#]/.test(origin.source);
}

const methodOf = (callee: Value): string =>
  callee.kind === 'member'
    ? callee.name
    : callee.kind === 'external'
      ? (callee.path.at(-1) ?? '')
      : '';

/** `update` of what computes a signature with a key, or verifies one: it is fed what is signed. */
export const feedsSignature = (callee: Value): boolean =>
  fedUses(callee).some((use) => use.does !== 'digest' || use.keyed);

/** `update` of what computes a signature or a hash. */
export const feedsDigest = (callee: Value): boolean => fedUses(callee).length > 0;

/** What is done with what an `update` is given. */
function fedUses(callee: Value): VerifierUse[] {
  return [...alternatives(callee)].flatMap((option) => {
    const origin = originOf(option);
    const fed = origin && /^(.*)\.update$/.exec(origin.path)?.[1];
    if (!origin || fed == null) return [];
    const digest = knownUse({ ...origin, path: `${fed}.digest` });
    const verified = knownUse({ ...origin, path: `${fed}.verify` });
    return [...(digest?.does === 'digest' ? [digest] : []), ...(verified ? [verified] : [])];
  });
}

/** Of a library all of whose verifying functions are known. */
export function isOfVerifier(callee: Value): boolean {
  const origin = originOf(callee);
  if (!origin) return false;
  return usesBySource.has(origin.source ?? `global ${origin.path.split('.')[0] ?? ''}`);
}

/** A value's module and its path from there: `().webhooks.constructEvent` for `new Stripe(key).webhooks.constructEvent`. */
function originOf(value: Value): Origin | null {
  switch (value.kind) {
    case 'external':
      return { source: value.source, path: value.path.filter((name) => name !== '*cjs').join('.') };
    case 'member':
      return extend(originOf(value.object), `.${value.name}`);
    case 'call':
      return extend(originOf(value.callee), '()');
    case 'awaited':
      return originOf(value.of);
    case 'typed':
      return extend(originOf(value.type), '()');
    case 'parameter':
      return value.type && extend(originOf(value.type), '()');
    case 'choice':
      return value.options.map(originOf).find((origin) => origin !== null) ?? null;
    default:
      return null;
  }
}

const extend = (origin: Origin | null, by: string): Origin | null =>
  origin && { ...origin, path: `${origin.path}${by}` };

const SAYS_VERIFY = /verif|signature|authenti|authoriz|hmac|guard|secret|^auth|auth$/i;
const SAYS_CHECK = /validate|check|ensure|require|protect|is[-_]?valid/i;
const CHECKED = /webhook|request|sign|auth|token|event|hook|key|origin|ip/i;

/** Whether a function's name says that it verifies or authenticates: all there is to go by where its text can't be read. */
export const saysVerify = (name: string): boolean =>
  SAYS_VERIFY.test(name) || fitsInOrder(name, SAYS_CHECK, CHECKED);

for (const verifier of clientsOfKind('verifier')) index(verifier);

/** The comparison in constant time that fixes bring in. */
export const suggestedComparison =
  clientsOfKind('verifier').find(({ suggested }) => suggested)?.suggested ?? null;
