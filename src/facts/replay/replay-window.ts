import type { FunctionNode, Node } from '../../ast/node.ts';
import { isFunction, keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { valuesWritten } from '../../values/written-for.ts';
import type { Fact, FileView } from '../fact.ts';
import { fedBy } from '../signature/fed.ts';
import { credentialVariablesIn } from '../webhook/evidence.ts';
import type { WebhookHandler } from '../webhook/handler.ts';
import { verifierOf } from '../webhook/verifiers.ts';
import type { ClockTest } from './clock.ts';
import { clockTestsIn } from './clock.ts';
import type { Running } from './scopes.ts';
import { runningWith } from './scopes.ts';

/** How long a verified webhook is taken for new. */
export interface ReplayWindow extends Fact {
  /** A time that was sent is part of what is signed, or is read. */
  readonly hasTime: boolean;
  /** A library verifies, or a function that can't be read is given the time: it may look at the clock. */
  readonly isDelegated: boolean;
  /** Every comparison with the clock that stands in this file, or of which the limit is known. */
  readonly tests: readonly (ClockTest & { readonly place: Node })[];
}

/** One for each verified handler of a file; without handlers, for each function that verifies a signed time. */
export function findReplayWindows(view: FileView): ReplayWindow[] {
  const handlers = view.facts.webhookHandler;
  if (handlers.length === 0) return verifyingFunctions(view);
  return handlers.filter(isVerified).map((handler) => windowOf(handler, view));
}

const isVerified = ({ verified, checks, before }: WebhookHandler): boolean =>
  verified !== 'never' && (checks.length > 0 || before.length > 0);

const TIME = /time|stamp|^ts?$|sentAt|issuedAt/i;
const SENT_TIME = /timestamp|-time$|^webhook-t|sent-at/i;

function windowOf(handler: WebhookHandler, { module }: FileView): ReplayWindow {
  const running = runningWith(handler.handler, handler.module, handler.before);
  const tests = running.flatMap(({ fn, module: own }) => clockTestsIn(fn, own));
  const hasTime =
    handler.headerReads.some(({ name }) => SENT_TIME.test(name)) || running.some(signsTime);
  return {
    node: handler.node,
    evidence: handler.evidence,
    hasTime,
    isDelegated: running.some(({ fn, module: own }) => delegates(fn, own, running)),
    tests: placed(tests, module, handler.node),
  };
}

/** Where a test is reported: in the linted file. Only what looks at a sent time is measured. */
const placed = (
  tests: readonly ClockTest[],
  module: SourceModule,
  elsewhere: Node,
): ReplayWindow['tests'] =>
  tests.map((test) => {
    const isOfSending = namesTime(test.node, test.module, 0);
    return {
      ...test,
      place: test.module === module ? test.node : elsewhere,
      limitMs: isOfSending ? test.limitMs : null,
      mixesUnits: isOfSending && test.mixesUnits,
    };
  });

/** A time goes into the signature. */
function signsTime({ fn, module }: Running): boolean {
  let found = signsThrough(fn, module);
  walk(fn, module.visitorKeys, (node) => {
    if (found || (node.type !== 'CallExpression' && node.type !== 'NewExpression')) return;
    const fed = fedBy(node, module);
    found =
      fed?.does === 'computes' && fed.content.some((content) => namesTime(content, module, 0));
  });
  return found;
}

function namesTime(node: Node, module: SourceModule, depth: number): boolean {
  let found = false;
  walk(node, module.visitorKeys, (inner) => {
    if (found || isFunction(inner)) return 'skip';
    if (inner.type === 'Identifier') {
      found = TIME.test(inner.name) && !isLocalTime(inner, module);
      const binding = module.scopes.bindingOf(inner);
      const [first] = binding ? valuesWritten(binding) : [];
      if (!found && depth < 3 && first) found = namesTime(first, module, depth + 1);
    } else if (inner.type === 'Literal') found = SENT_TIME.test(String(inner.value));
    return undefined;
  });
  return found;
}

/** A time that is made here is signed by us. */
function isLocalTime(name: Node, { scopes }: SourceModule): boolean {
  if (name.type !== 'Identifier') return false;
  if (name.parent.type === 'MemberExpression' && name.parent.object === name) return true;
  const by = scopes.bindingOf(name)?.writes[0]?.by;
  if (by?.type !== 'VariableDeclarator' || !by.init) return false;
  const init = unwrap(by.init);
  return init.type === 'CallExpression' && keyName(unwrap(init.callee)) === 'now';
}

/** Verified by a library, or by a function that can't be read and gets the time, the headers or the request. */
function delegates(fn: FunctionNode, module: SourceModule, running: readonly Running[]): boolean {
  let found = false;
  walk(fn, module.visitorKeys, (node) => {
    if (found || (node.type !== 'CallExpression' && node.type !== 'NewExpression')) return;
    const callee = valueOf(node.callee, module);
    const use = verifierOf(callee);
    if (use?.does === 'throw' || use?.does === 'middleware') found = !signsAround(running);
    if (use || callee.kind === 'function' || isHarmless(node.callee)) return;
    found ||= node.arguments.some((argument) => isTimeOrRequest(argument, module));
  });
  return found;
}

/** A signature is computed by hand beside what the library does. */
const signsAround = (running: readonly Running[]): boolean => running.some(signsTime);

const HARMLESS =
  /^(?:log|info|warn|error|debug|trace|Number|parseInt|parseFloat|String|Boolean|isNaN|isFinite|abs|floor|round|from|update|json|send|end|status|get|header|split|find|map|concat|push|join|Date|toString|createHmac|parse|test|trim|safeParse|stringify)$/;

function isHarmless(callee: Node): boolean {
  const inner = unwrap(callee);
  const name = inner.type === 'Identifier' ? inner.name : (keyName(inner) ?? '');
  const owner =
    inner.type === 'MemberExpression' && inner.object.type === 'Identifier'
      ? inner.object.name
      : '';
  return HARMLESS.test(name) || /^(?:console|logger|log|JSON|Math|Buffer|res|reply)$/.test(owner);
}

/** What a platform calls its handler with, headers and all; not what was read from a body, nor a decorated part. */
function isWholeEvent(name: Node, { scopes }: SourceModule): boolean {
  const binding = name.type === 'Identifier' ? scopes.bindingOf(name) : null;
  const [declared] = binding?.declarations ?? [];
  return (
    binding?.kind === 'param' &&
    declared?.type === 'Identifier' &&
    (declared.decorators ?? []).length === 0
  );
}

function isTimeOrRequest(argument: Node, module: SourceModule): boolean {
  const inner = unwrap(argument);
  if (inner.type === 'Identifier')
    return (
      TIME.test(inner.name) ||
      /^(?:req|request|headers|ctx|context|c)$/.test(inner.name) ||
      (inner.name === 'event' && isWholeEvent(inner, module))
    );
  if (inner.type === 'MemberExpression') {
    const name = keyName(inner) ?? '';
    return name === 'headers' || SENT_TIME.test(name) || name === 'req' || name === 'request';
  }
  if (inner.type === 'CallExpression') {
    const [first] = inner.arguments;
    return (
      (first?.type === 'Literal' && SENT_TIME.test(String(first.value))) ||
      /headers$/i.test(keyName(unwrap(inner.callee)) ?? '')
    );
  }
  return (
    inner.type === 'ObjectExpression' &&
    inner.properties.some(
      (property) => property.type === 'Property' && TIME.test(keyName(property) ?? ''),
    )
  );
}

/** Functions of a file without handlers that compare a signature over a time. */
function verifyingFunctions(view: FileView): ReplayWindow[] {
  const { module, facts, candidates } = view;
  return candidates.functions.flatMap((fn) => {
    const compared = facts.signatureCompare.some(({ node }) => isWithin(node, fn));
    if (!compared || !signsOwnTime(fn, module)) return [];
    const running = runningWith(fn, module, []);
    const tests = running.flatMap((each) => clockTestsIn(each.fn, each.module));
    return [
      {
        node: fn.id ?? (fn.parent.type === 'VariableDeclarator' ? fn.parent.id : fn),
        evidence: { credentialVariables: credentialVariablesIn(module) },
        hasTime: true,
        isDelegated: false,
        tests: placed(tests, module, fn),
      },
    ];
  });
}

function signsOwnTime(fn: FunctionNode, module: SourceModule): boolean {
  if (fn.parent.type === 'CallExpression') return false;
  return signsTime({ fn, module });
}

/** `await hmac(secret, `${id}.${timestamp}.${body}`)` with a helper of the file. */
function signsThrough(fn: FunctionNode, module: SourceModule): boolean {
  let found = false;
  walk(fn.body, module.visitorKeys, (node) => {
    if (found || node.type !== 'CallExpression') return;
    const callee = valueOf(node.callee, module);
    if (callee.kind !== 'function' || callee.node === fn) return;
    const signs = computesSignature(callee.node, callee.module);
    found = signs && node.arguments.some((argument) => namesTime(argument, module, 0));
  });
  return found;
}

function computesSignature(fn: FunctionNode, module: SourceModule): boolean {
  let found = false;
  walk(fn.body, module.visitorKeys, (node) => {
    if (found || node.type !== 'CallExpression') return;
    found = fedBy(node, module)?.does === 'computes';
  });
  return found;
}
