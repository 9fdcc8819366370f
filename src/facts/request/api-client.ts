import type { Node } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { CallValue } from '../../values/value.ts';
import type { ApiCall } from './api-call.ts';
import { evidenceOf } from './api-call.ts';
import type { Shaped } from './client-shapes.ts';
import { makerOf, shapeOf, useOf } from './client-shapes.ts';
import type { Fact, FileView } from '../fact.ts';
import type { Request } from './request.ts';
import { headerOf, requestThroughInstance } from './request.ts';
import type { Layer, Option } from './request-options.ts';
import { isLocalBase } from './own-page.ts';
import type { HttpClient } from '../../clients/schema.ts';
import type { TimeoutState } from './timeout.ts';
import { timeoutOf } from './timeout.ts';

/** An instance of a client that is made in this file: `axios.create({ … })`. */
export interface ApiClient extends Fact {
  /** The call that makes it. */
  readonly node: CallValue['node'];
  /** What is called to make it: where the absence of something is reported. */
  readonly callee: Node;
  readonly clientName: string;
  readonly shaped: Shaped;
  /** The options it is made with, and what it inherits. */
  readonly layers: readonly Layer[];
  readonly timeout: TimeoutState;
  /** The requests of this file that go through it. */
  readonly calls: readonly ApiCall[];
  /**
   * What it lacks may be found elsewhere: another instance of this file is made from it, all its
   * requests here have a limit of their own or are streams, it calls the program itself, or it has
   * a default and is only handed on (an agent).
   */
  readonly isBoundElsewhere: boolean;
  /** A header that it gives to all its requests. */
  header(name: string): Option;
  /** Its requests go to the program itself. */
  readonly isLocal: boolean;
  /** It is made from another instance, or its calls alone can bring headers. */
  readonly hasHeadersElsewhere: boolean;
  /** A stand-in for any request through it, to ask for options and headers. */
  readonly request: Request;
}

/** All instances that are made in a file. */
export function findApiClients({ module, candidates, facts }: FileView): ApiClient[] {
  const found: { node: ApiClient['node']; callee: Node; shaped: Shaped }[] = [];
  for (const node of candidates.calls) {
    const use = useOf(valueOf(node.callee, module), node.type === 'NewExpression');
    if (use?.signature.does !== 'create') continue;
    const value = valueOf(node, module);
    const shaped = value.kind === 'call' && value.node === node ? shapeOf(value) : null;
    if (shaped?.creation && shaped.made?.node === node)
      found.push({ node, callee: node.callee, shaped });
  }
  return found.map(({ node, callee, shaped }) => {
    const request = asMade(shaped, node, module);
    const calls = facts.apiCall.filter(({ instance }) => instance === node);
    const timeout = ofInstance(timeoutOf(request), shaped.client);
    const isMerelyHandedOn = timeout.state === 'default' && calls.length === 0;
    const isExtended = found.some(
      (other) => other.node !== node && other.shaped.parent?.made?.node === node,
    );
    return {
      node,
      callee,
      clientName: shaped.client.name,
      shaped,
      layers: request.layers,
      timeout,
      calls,
      isBoundElsewhere:
        isExtended ||
        isMerelyHandedOn ||
        areBound(calls) ||
        (request.address.host !== null && calls.some(({ isLocal }) => isLocal)),
      header: (name) => headerOf(request, name),
      isLocal: isLocalBase(request),
      hasHeadersElsewhere:
        (shaped.parent?.made ?? null) !== null || shaped.client.hasHeadersPerCall === true,
      request,
      evidence: evidenceOf(request),
    };
  });
}

/** What the instance sends, with all that is set on it where it is made: `wretch(url).auth(key)`. */
function asMade(shaped: Shaped, node: Node, module: SourceModule): Request {
  const context = { module, frame: null };
  const request = requestThroughInstance(shaped, context);
  const last = lastLink(shaped, node, module);
  if (last === shaped) return request;
  const { layers, address } = requestThroughInstance(last, context);
  return { ...request, layers, address };
}

function lastLink(made: Shaped, node: Node, module: SourceModule): Shaped {
  let last = made;
  for (let link = linkOn(node); link; link = linkOn(link)) {
    const shaped = shapeOf(valueOf(link, module));
    if (shaped?.shape !== made.shape || makerOf(shaped)?.node !== node) return last;
    last = shaped;
  }
  return last;
}

/** The call of a method of what a call gives. */
function linkOn(node: Node): Node | null {
  const member = node.parent;
  if (member?.type !== 'MemberExpression' || member.object !== node) return null;
  const { parent: call } = member;
  return call.type === 'CallExpression' && call.callee === member ? call : null;
}

/** A signal that is made with an instance would end all its requests: it is none to be added there. */
const ofInstance = (timeout: TimeoutState, { options }: HttpClient): TimeoutState =>
  timeout.form && options.signal?.includes(timeout.form.option)
    ? { ...timeout, form: null }
    : timeout;

const areBound = (calls: readonly ApiCall[]): boolean =>
  calls.length > 0 &&
  calls.every(
    ({ timeout, isStream, result }) => timeout.state === 'set' || isStream || result.raced,
  );
