import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { calledName, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { Fact, FileView } from '../fact.ts';
import type { Running } from '../replay/scopes.ts';
import { runningWith } from '../replay/scopes.ts';
import { fedBy } from '../signature/fed.ts';
import type { WebhookHandler } from '../webhook/handler.ts';
import { saysVerify, verifierOf } from '../webhook/verifiers.ts';
import { holdsEventId } from './event-id.ts';
import { isKeptOnly } from './kept-only.ts';
import { tellsHandled } from './handled-before.ts';

/** Whether a handler of webhooks can tell an event from its repetition. */
export interface Deduplication extends Fact {
  /** It does something with the events. */
  readonly acts: boolean;
  /** The event's id is looked up, stored, or handed to what can do so. */
  readonly looksUp: boolean;
  /** All it does is to hand the whole event to a function that can't be read. */
  readonly isDelegated: boolean;
}

/** One for each handler of webhooks in a file. */
export function findDeduplications(view: FileView): Deduplication[] {
  return view.facts.webhookHandler.map((handler) => {
    const running = runningWith(handler.handler, handler.module, handler.before);
    return {
      node: handler.node,
      evidence: handler.evidence,
      acts: handler.uses.length > 0 || switches(handler),
      looksUp: running.some((each) => looksUp(each, handler)),
      isDelegated: handler.uses.length > 0 && handler.uses.every((use) => delegates(use, handler)),
    };
  });
}

/** A `switch` over the kind of event, which may come in a header. */
function switches({ handler, module, bodyReads }: WebhookHandler): boolean {
  let found = false;
  walk(handler.body, module.visitorKeys, (node) => {
    if (node.type === 'SwitchStatement' && node.cases.length > 1) found = true;
  });
  return found && bodyReads.length > 0;
}

const SAYS_ONCE =
  /dedup|duplicate|already|processed|idempot|seen|claim|onlyonce|runonce|replay|if_?new|if_?not_?exist|if_?absent|if_?missing/i;
/** `insert into processed_events …`: a table that is there to tell. */
const TABLE = /\b(?:insert into|(?<!delete )from)\s["`[]?([\w.]+)/i;
const KEEPS_ONE =
  /^(?:upsert\w*|insertIgnore|onConflict\w*|orIgnore|findOrCreate|getOrInsert|setnx|addIfAbsent|putIfAbsent)$/i;

function looksUp({ fn, module }: Running, handler: WebhookHandler): boolean {
  const inChecks = handler.module === module ? handler.checks.map(({ node }) => node) : [];
  let found = false;
  walk(fn, module.visitorKeys, (node) => {
    if (found) return 'skip';
    // A unique index that refuses the second one.
    if (node.type === 'Literal')
      found =
        /^(?:23505|P2002|ER_DUP_ENTRY|11000)$/.test(String(node.value)) || asks(String(node.value));
    if (node.type === 'TemplateElement') found = asks(node.value.raw);
    found ||= tellsHandled(node, module);
    if (node.type === 'UnaryExpression' || node.type === 'BinaryExpression') return undefined;
    if (node.type !== 'CallExpression') return undefined;
    if (inChecks.some((check) => isWithin(node, check))) return 'skip';
    found ||= isLookup(node, module);
    return undefined;
  });
  return found;
}

/** SQL that keeps one of each, or asks what was kept. */
const asks = (sql: string): boolean =>
  /on conflict|insert ignore|on duplicate key/i.test(sql) ||
  SAYS_ONCE.test(TABLE.exec(sql)?.[1] ?? '');

function isLookup(call: TSESTree.CallExpression, module: SourceModule): boolean {
  const name = calledName(unwrap(call.callee));
  if (isKeptOnly(call, module)) return false;
  if (KEEPS_ONE.test(name)) return true;
  if (SAYS_ONCE.test(name) && call.arguments.length > 0) return true;
  if (SAYS_ONCE.test(ownerOf(call)) && STORES.test(name)) return true;
  if (HARMLESS.test(name) || LOGS.test(ownerOf(call)) || saysVerify(name)) return false;
  if (
    /^(?:get|headers?|get(?:Request)?Header|param|query)$/.test(name) &&
    READS.test(ownerOf(call))
  )
    return false;
  if (fedBy(call, module) || verifierOf(valueOf(call.callee, module))) return false;
  return call.arguments.some((argument) => !isFunction(argument) && holdsEventId(argument, module));
}

/** What holds what was sent: reading the id there is not looking it up. */
const READS = /^(?:req|request|headers?|headersList|h|hdrs|ctx|context|c|event|)$/i;
const STORES =
  /^(?:has|get|set|add|find\w*|insert\w*|create|exists|save|put|count|select|where|query|upsert|includes)$/;
const LOGS =
  /^(?:console|log|logger|_?log(?:ger)?|res|response|reply|Sentry|span|metrics|NextResponse|Response|JSON|Math|Object|String|Number)$/i;
const HARMLESS =
  /^(?:log|info|warn|error|debug|trace|json|end|status|sendStatus|text|parse|stringify|String|Number|Boolean|digest|from|push|set[A-Z]\w*|Error|captureException|captureMessage|toString|split|join|trim|slice|replace|concat|test|match|next|is[A-Z]\w*|isArray|startsWith|endsWith|required?|validate\w*|assert\w*|safeParse)$/;

function ownerOf({ callee }: TSESTree.CallExpression): string {
  const inner = unwrap(callee);
  if (inner.type !== 'MemberExpression') return '';
  const owner = unwrap(inner.object);
  if (owner.type === 'Identifier') return owner.name;
  if (owner.type === 'CallExpression') return ownerOf(owner);
  return keyName(owner) ?? '';
}

/** A function whose text is at hand, or one of several of which all are: `actions[event.type](event)`. */
const isRead = (callee: Value): boolean =>
  [...alternatives(callee)].every(({ kind }) => kind === 'function');

/** `await service.handle(event)`, of which the text is not at hand. */
function delegates(use: Node, { module }: WebhookHandler): boolean {
  if (use.type !== 'CallExpression' || isRead(valueOf(use.callee, module))) return false;
  return use.arguments.some((argument) => {
    const inner = unwrap(argument);
    if (inner.type === 'Identifier')
      return /event|payload|body|notif|webhook|message|evt|dto/i.test(inner.name);
    return inner.type === 'MemberExpression' && keyName(inner) === 'body';
  });
}
