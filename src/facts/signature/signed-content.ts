import { declaredName } from '../../ast/function-name.ts';
import { bindingGiven } from '../../ast/name-given.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, enclosingFunction, isFunction, keyName } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { valueWritten } from '../../values/written-for.ts';
import type { Fact, FileView } from '../fact.ts';
import { credentialVariablesIn } from '../webhook/evidence.ts';
import { saysVerify } from '../webhook/verifiers.ts';
import { calledName } from './containers.ts';
import { isParsedBefore } from './body-parsers.ts';
import type { Piece } from './content.ts';
import { piecesOf } from './content.ts';
import type { Fed } from './fed.ts';
import { fedBy } from './fed.ts';

/** What a received signature is verified over, where it is not the bytes that were sent. */
export interface SignedContent extends Fact {
  /**
   * `stringified`: written as JSON again; `parsed`: an object; `parsedBefore`: a body that middleware
   * has parsed before.
   */
  readonly form: 'stringified' | 'parsed' | 'parsedBefore';
}

/** The places in a file where something else than the raw body is verified. */
export function findSignedContents(view: FileView): SignedContent[] {
  const { module } = view;
  const found = new Map<Node, SignedContent>();
  for (const call of view.candidates.calls) {
    const fed = fedBy(call, module);
    if (!fed || !isVerifying(fed, view)) continue;
    for (const piece of fed.content.flatMap((content) => piecesOf(content, module))) {
      const isOwn = isGivenOut(piece.node, module) || isSent(piece.node, view);
      const form = isOwn ? null : formOf(piece, view);
      if (form)
        found.set(piece.node, {
          node: piece.node,
          evidence: { credentialVariables: credentialVariablesIn(module) },
          form,
        });
    }
  }
  return [...found.values()].toSorted((a, b) => a.node.range[0] - b.node.range[0]);
}

function formOf({ node, form }: Piece, view: FileView): SignedContent['form'] | null {
  if (form !== 'body') return form;
  const handler = view.facts.webhookHandler.find(
    (each) => each.module === view.module && isWithin(node, each.handler),
  );
  return handler && isParsedBefore(handler, view) ? 'parsedBefore' : null;
}

/** How often a text is put into another one on its way out. */
const STEPS = 2;

/**
 * `return { body, signature }`, `return `${encoded}.${signature}``: what is signed leaves the function
 * together with its signature, so that it was not received.
 */
function isGivenOut(text: Node, module: SourceModule, steps = STEPS): boolean {
  const kept = wayOut(text);
  if (kept?.type === 'ReturnStatement') return steps < STEPS;
  const value = kept && steps > 0 ? valueWritten(kept) : null;
  const reads = (value && bindingGiven(value, module.scopes)?.reads) ?? [];
  const isSignedToo = steps < STEPS || reads.length > 1;
  return isSignedToo && reads.some((read) => isGivenOut(read, module, steps - 1));
}

/** The text that is signed goes into a request: `const body = JSON.stringify(order); … fetch(url, { body })`. */
function isSent(text: Node, { facts, module }: FileView): boolean {
  const kept = wayOut(text);
  const value = kept && valueWritten(kept);
  const reads = (value && bindingGiven(value, module.scopes)?.reads) ?? [];
  return reads.some((read) => facts.apiCall.some(({ node }) => isWithin(read, node)));
}

/** What a text ends in as it is: a statement that gives it back, or the name that it is kept under. */
function wayOut(text: Node): Node | null {
  let node = text;
  for (const above of ancestorsOf(text)) {
    if (ENDS.has(above.type)) return above;
    const isInside =
      above.type === 'CallExpression'
        ? above.callee !== node && /^(?:from|btoa|encodeURIComponent)$/.test(calledName(above))
        : above.type === 'ConditionalExpression'
          ? above.test !== node
          : WRITTEN_OUT.has(above.type);
    const isEncoding =
      above.type === 'MemberExpression' && above.object === node && keyName(above) === 'toString';
    const isEncoded = above.type === 'CallExpression' && above.callee === node;
    if (!isInside && !isEncoding && !isEncoded) return null;
    node = above;
  }
  return null;
}

const ENDS: ReadonlySet<string> = new Set([
  'ReturnStatement',
  'VariableDeclarator',
  'AssignmentExpression',
]);

const WRITTEN_OUT: ReadonlySet<string> = new Set([
  'ObjectExpression',
  'Property',
  'TemplateLiteral',
]);

const WEBHOOK = /hook|callback|\bipn\b|notif|signature|x-[\w-]{0,40}sign/i;

/** It verifies what came in; what goes out is signed as the program likes. */
function isVerifying({ call, does }: Fed, view: FileView): boolean {
  const { module, facts } = view;
  if (!WEBHOOK.test(module.text) && !WEBHOOK.test(module.file ?? '')) return false;
  if (does === 'verifies') return true;
  const fn = outermostFunction(call);
  const scope = fn ?? module.program;
  if (facts.signatureCompare.some(({ node }) => isWithin(node, scope))) return true;
  const own = enclosingFunction(call);
  if (own && saysVerify(nameOf(own)) && !/^(?:sign|create|make|build|generate)/i.test(nameOf(own)))
    return true;
  return (
    facts.signatureCompare.length > 0 &&
    own !== null &&
    !/sends?\b|deliver|dispatch|fetch\(/i.test(module.text)
  );
}

function outermostFunction(node: Node): Node | null {
  let found: Node | null = null;
  for (const above of ancestorsOf(node)) {
    if (isFunction(above) && above.parent.type !== 'CallExpression') return above;
    if (isFunction(above)) found = above;
  }
  return found;
}

function nameOf(fn: FunctionNode): string {
  const declared = declaredName(fn);
  if (declared) return declared.name;
  const { parent } = fn;
  return 'key' in parent && parent.key?.type === 'Identifier' ? parent.key.name : '';
}
