import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { enclosingFunction } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import { attributeOf, namesOf } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Attribute } from '../../values/value.ts';
import { ABSENT, UNKNOWN } from '../../values/value.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { ApiCall } from './api-call.ts';
import type { Fact, FileView } from '../fact.ts';
import { looksUpDuplicate } from '../reference/duplicate-lookup.ts';
import type { Request } from './request.ts';
import { requestAt } from './request.ts';
import { holds } from '../../values/parts.ts';
import type { Retry } from '../retry/shape.ts';
import type { RetriedPart } from '../reference/retried-part.ts';
import { retriedPartsAround } from '../reference/retried-part.ts';

/** The body of a request, where this file decides what is in it. */
export interface RequestBody extends Fact {
  /** What is called. */
  readonly node: ApiCall['callee'];
  readonly call: ApiCall;
  /** The object literal, if it is written in this file, in a function that the call is in. */
  readonly object: TSESTree.ObjectExpression | null;
  /** The outermost retried part around the request. */
  readonly retried: RetriedPart | null;
  readonly module: SourceModule;
  /** The names of its fields; null where it may have others. */
  readonly names: readonly string[] | null;
  /** The call says which method it is: itself, or to a wrapper that leaves it to its callers. */
  readonly decidesMethod: boolean;
  /** The client itself repeats requests that failed. */
  readonly isRetriedByClient: boolean;
  /** Whether the program looks the existing order up that a repeated reference leads to. */
  looksUpDuplicate(field: string): boolean;
  /** A field of it, spreads and later writes included. */
  field(name: string): Attribute;
}

/** The bodies of the requests that send one, if only an empty one. */
export function findRequestBodies(view: FileView): RequestBody[] {
  return view.facts.apiCall.flatMap((call) =>
    decidesBody(call, view.module) ? [bodyOf(call, view)] : [],
  );
}

/** What no field is called: an object that may have it may have any. */
const NO_NAME = '\0';

/** A wrapper's own body is its own place's matter. */
function decidesBody({ via, body, method, node }: ApiCall, module: SourceModule): boolean {
  if (method === null || method === 'GET' || method === 'HEAD') return false;
  if (via === 'direct') return true;
  if (body.state !== 'known' || body.value.module !== module) return false;
  const { value } = body;
  return node.arguments.some((argument) => holds(valueOf(argument, module), value));
}

/** The request that a call sends, whoever calls the function that it is in. */
const sentWith = (call: Node, module: SourceModule): Request | null =>
  call.type === 'CallExpression' || call.type === 'NewExpression'
    ? requestAt(call, { module, frame: null })
    : null;

const noneOf = (body: ApiCall['body']): Attribute => (body.state === 'absent' ? ABSENT : UNKNOWN);

/** What is undefined is left out of what is sent. */
const sent = (field: Attribute): Attribute =>
  field.state === 'known' && field.value.kind === 'literal' && field.value.value === undefined
    ? ABSENT
    : field;

/** The request goes through an instance all of whose requests are repeated: on a condition of one's own, writes too. */
const isThrough = ({ instance }: ApiCall, { instance: of, condition }: Retry): boolean =>
  of !== null && of.node !== null && of.node === instance && condition.isWritten;

function bodyOf(call: ApiCall, view: FileView): RequestBody {
  const { module } = view;
  const { body, node, callee, evidence } = call;
  const value = body.state === 'known' ? body.value : null;
  const written =
    value?.module === module && value.node.type === 'ObjectExpression' ? value.node : null;
  const fn = written && enclosingFunction(written);
  const object = written && (fn === null || isWithin(node, fn)) ? written : null;
  return {
    node: callee,
    call,
    evidence,
    object,
    get retried() {
      return retriedPartsAround(node, module).at(-1) ?? null;
    },
    module,
    get names() {
      return value && attributeOf(value, NO_NAME).state === 'absent' ? namesOf(value) : null;
    },
    get decidesMethod() {
      const { node: sending, context } = call.request;
      return call.via === 'direct' || sentWith(sending, context.module)?.method === null;
    },
    get isRetriedByClient() {
      return view.facts.retry.some(
        (retry) =>
          retry.attempts.max !== 1 &&
          (retry.requests.some((one) => one.node === node) || isThrough(call, retry)),
      );
    },
    looksUpDuplicate: (field) => looksUpDuplicate(call, field, view),
    field: (name) => (value ? sent(attributeOf(value, name)) : noneOf(body)),
  };
}
