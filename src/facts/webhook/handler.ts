import type { FunctionNode, Node } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { webhookMarks } from '../../clients/webhook-marks.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { Fact, FileView } from '../fact.ts';
import type { Check, Checked } from './checks.ts';
import { checked } from './checks.ts';
import { chainVerifies } from './chain.ts';
import { controllerSites, isController } from './controllers.ts';
import { decoratedSites } from './decorators.ts';
import { dispatchOf } from './dispatch.ts';
import { credentialVariablesIn } from './evidence.ts';
import { exportedSites } from './exports.ts';
import { listenerSites } from './listeners.ts';
import { inputsOf } from './inputs.ts';
import { Origins } from './origins.ts';
import { isVerifiedAt } from './proof.ts';
import { isTurnedAway } from './turned-away.ts';
import { registeredSites } from './routes.ts';
import { isSignedIn } from './signed-in.ts';
import type { HandlerSite, Verified } from './site.ts';
import type { PayloadUses } from './uses.ts';
import { payloadUses } from './uses.ts';
import {
  isBackFromLogin,
  isSignatureHeader,
  isWebhookHeader,
  webhookWords,
  wordsOf,
  fileWords,
} from './words.ts';

/** A function that takes webhooks of a remote API. `node` is the route call's callee, the decorator or the exported name. */
export interface WebhookHandler extends Fact {
  /** The framework's name; null where it can't be told. */
  readonly framework: string | null;
  readonly handler: FunctionNode;
  /** The module that the handler is written in: its nodes may belong to another file. */
  readonly module: SourceModule;
  /** The route's path; null where a file's place or another file decides on it. */
  readonly path: string | null;
  /** Reads of the body, parsed or not, in source order. */
  readonly bodyReads: readonly Node[];
  /** What acts on the payload, verified or not: calls that are given a part of it, and switches over one. */
  readonly uses: readonly Node[];
  readonly headerReads: readonly {
    readonly node: Node;
    /** As written. */ readonly name: string;
  }[];
  /** What runs before it: middleware, guards, hooks, functions that wrap it. */
  readonly before: readonly Value[];
  readonly answers: HandlerSite['answers'];
  readonly roles: HandlerSite['roles'];
  /** The places inside that verify. */
  readonly checks: readonly Check[];
  readonly verified: Verified;
  /**
   * The line, from 1, of the first place that acts on the payload before it is verified, in the file
   * that the handler is written in; null where there is none.
   */
  readonly unverifiedLine: number | null;
  /** What gives a promise of whether the signature is right, and is asked as if it were the answer; of this file. */
  readonly unawaited: Node | null;
}

/** Every handler of webhooks in a file. */
export function findWebhookHandlers(view: FileView): WebhookHandler[] {
  const sites = handlerSites(view);
  const isSorted = sites.some(
    ({ method, path }) => mayTakeWebhooks(method) && webhookWords(path ?? '') === 'clear',
  );
  return sites.flatMap((site) => handlerOf(site, isSorted, view) ?? []);
}

function handlerSites(view: FileView): HandlerSite[] {
  const known = [
    ...registeredSites(view),
    ...decoratedSites(view),
    ...exportedSites(view),
    ...listenerSites(view),
  ];
  const functions = new Set(known.map(({ fn }) => fn));
  const sites = [...known, ...controllerSites(view).filter(({ fn }) => !functions.has(fn))];
  return sites
    .filter((site) => !isFoundElsewhere(site, view))
    .toSorted((a, b) => a.node.range[0] - b.node.range[0]);
}

/** A handler of another file whose name says webhook is found there. */
const isFoundElsewhere = ({ module, name, fn, chain }: HandlerSite, view: FileView): boolean =>
  module !== view.module && isController(name ?? '', { fn: { node: fn, module }, wrappers: chain });

const TAKES_WEBHOOKS: ReadonlySet<string> = new Set(['POST', 'PUT']);

const mayTakeWebhooks = (method: HandlerSite['method']): boolean =>
  method === null || TAKES_WEBHOOKS.has(method);

function handlerOf(found: HandlerSite, isSorted: boolean, view: FileView): WebhookHandler | null {
  if (!mayTakeWebhooks(found.method) || isLogin(found) || isSignedIn(found)) return null;
  const dispatch = dispatchOf(found);
  const site = dispatch ? { ...found, path: dispatch.path } : found;
  const words = wordsSaid(site, isSorted);
  const origins = new Origins(inputsOf(site));
  const inner = checked(origins);
  const payload = payloadUses(inner, dispatch?.isElsewhere);
  const headers = [...origins.headers].map(([node, name]) => ({ node, name }));
  if (!takesWebhooks(site, words, headers, payload, inner)) return null;
  const { verified, unverifiedUse } = verdict(site, inner, payload);
  return {
    node: site.node,
    evidence: evidenceOf(site, view),
    framework: site.framework,
    handler: site.fn,
    module: site.module,
    path: site.path,
    bodyReads: payload.reads,
    uses: payload.uses,
    headerReads: headers,
    before: site.chain,
    answers: site.answers,
    roles: site.roles,
    checks: [...inner.checks.values()],
    verified,
    unverifiedLine: unverifiedUse && lineOf(unverifiedUse, site.module),
    unawaited: site.module === view.module ? promiseIn(inner) : null,
  };
}

/** Somebody comes back from signing in: the code that they bring is exchanged for a token (RFC 6749). */
const isLogin = ({ fn, module }: HandlerSite): boolean =>
  /\bauthorization_code\b/.test(textOf(fn, module));

/** Nodes of other files may come without their lines. */
const lineOf = ({ range: [start] }: Node, { text }: SourceModule): number =>
  text.slice(0, start).split('\n').length;

const promiseIn = ({ checks }: Checked): Node | null =>
  [...checks.values()].find(({ does }) => does === 'promise')?.node ?? null;

/**
 * What route and file say. A path of the route that says nothing leaves it to the file, but where
 * other routes of the file say it themselves: there it is one of the server's other routes.
 */
function wordsSaid(
  { path, name, module, form }: HandlerSite,
  isSorted: boolean,
): 'clear' | 'vague' | 'none' {
  const isOther = isSorted && wordsOf(path ?? '').length > 0;
  const whole = fileWords(module.path);
  if (isBackFromLogin(path ?? '', whole)) return 'none';
  const file = isOther ? '' : whole;
  const told = [
    path ?? '',
    form === 'controller' ? (name ?? '') : '',
    file,
    // `/inbound` of `routes/sms.ts`, which another file puts under `/sms`.
    path === null ? '' : `${file.split('/').at(-1) ?? ''} ${path}`,
  ].map(webhookWords);
  const own = webhookWords(name ?? '');
  const managed = name !== null && own === 'vague' && /webhook/i.test(name);
  if (told.includes('clear')) return managed ? 'vague' : 'clear';
  return [...told, own].some((word) => word !== 'none')
    ? own === 'clear'
      ? 'clear'
      : 'vague'
    : 'none';
}

/** What the body of a request to register a webhook holds. */
const REGISTERS: ReadonlySet<string> = new Set([
  'url',
  'callbackUrl',
  'callback_url',
  'targetUrl',
  'target_url',
  'webhookUrl',
  'webhook_url',
  'endpointUrl',
  'endpoint_url',
]);

const TYPES: ReadonlySet<string> = new Set([
  'type',
  'event',
  'event_type',
  'eventType',
  'eventCode',
  'event_name',
  'eventName',
  'action',
  'topic',
]);

function takesWebhooks(
  site: HandlerSite,
  words: 'clear' | 'vague' | 'none',
  headers: readonly { name: string }[],
  payload: PayloadUses,
  inner: Checked,
): boolean {
  const signed = headers.some(({ name }) => isSignatureHeader(name)) || helperReadsSignature(inner);
  if (signed && payload.reads.length > 0) return true;
  if ([...payload.names].some((name) => REGISTERS.has(name)) && !helperReadsSignature(inner))
    return false;
  if (isMarked(headers, payload)) return true;
  const hasEvent = headers.some(({ name }) => isWebhookHeader(name));
  const isTyped = [...payload.names].some((name) => TYPES.has(name));
  const dotted = isTyped && payload.compared.some((text) => /^[a-z_]+[.:][a-z_.]+$/i.test(text));
  if (words === 'clear') return true;
  if (words === 'vague') return hasEvent || dotted || (isTyped && payload.isSwitched);
  return hasEvent && dotted && site.form !== 'controller';
}

/** `isSigned(req.headers, raw)`, which reads the header of the signature by itself. */
const helperReadsSignature = ({ checks }: Checked): boolean =>
  [...checks.values()].some(
    (check) => check.does === 'help' && headersRead(check.helper.origins).some(isSignatureHeader),
  );

function headersRead(origins: Origins): string[] {
  const { fn, module } = origins;
  walk(fn.body, module.visitorKeys, (node) => void origins.of(node));
  return [...origins.headers.values()];
}

const HEADERS: ReadonlySet<string> = new Set(webhookMarks.headers);
const VALUES: ReadonlySet<string> = new Set(webhookMarks.values);

/** It asks what only the webhooks of one provider have, and reads the payload. */
const isMarked = (
  headers: readonly { readonly name: string }[],
  { reads, compared }: PayloadUses,
): boolean =>
  (reads.length > 0 && headers.some(({ name }) => HEADERS.has(name.toLowerCase()))) ||
  compared.some((text) => VALUES.has(text));

interface Verdict {
  readonly verified: Verified;
  readonly unverifiedUse: Node | null;
}

/** What is not verified by the handler and what stands around it in its file may be by other files. */
function verdict(site: HandlerSite, inner: Checked, payload: PayloadUses): Verdict {
  const own = ownVerdict(site, inner, payload);
  if (!own.unverifiedUse || own.verified === 'unknown') return own;
  const around = site.around();
  if (around === 'never') return own;
  if (around === 'sometimes') return { ...own, verified: around };
  return { verified: around, unverifiedUse: null };
}

function ownVerdict(site: HandlerSite, inner: Checked, { reads, uses }: PayloadUses): Verdict {
  const before = chainVerifies(site.chain, site.reads);
  if (before === 'always') return { verified: 'always', unverifiedUse: null };
  if (inner.checks.size === 0) {
    const unverifiedUse = uses[0] ?? reads[0] ?? null;
    return { verified: before, unverifiedUse: before === 'never' ? unverifiedUse : null };
  }
  const unverifiedUse =
    uses.find((use) => !isVerifiedAt(use, inner) && !isTurnedAway(use, inner)) ?? null;
  if (!unverifiedUse) return { verified: 'always', unverifiedUse: null };
  // What comes after the use has not verified it.
  const isUnknown =
    before === 'unknown' ||
    [...inner.checks].some(
      ([call, { does }]) => does === 'unknown' && call.range[0] <= unverifiedUse.range[1],
    );
  return { verified: isUnknown ? 'unknown' : 'sometimes', unverifiedUse };
}

/** Names of environment variables and the route tell to which API the webhooks belong. */
function evidenceOf({ path }: HandlerSite, { module }: FileView): Fact['evidence'] {
  const credentialVariables = credentialVariablesIn(module);
  return { credentialVariables, ...(path === null ? {} : { path }) };
}
