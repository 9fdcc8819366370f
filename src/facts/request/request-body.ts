import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction } from '../../ast/node.ts';
import { attributeOf } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Attribute } from '../../values/value.ts';
import { ABSENT, UNKNOWN } from '../../values/value.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { ApiCall } from './api-call.ts';
import type { Fact, FileView } from '../fact.ts';
import { holds } from '../reference/made-at.ts';
import type { RetriedPart } from '../reference/retried-part.ts';
import { retriedPartsAround } from '../reference/retried-part.ts';
import { contains } from '../retry/loop.ts';

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
  /** A field of it, spreads and later writes included. */
  field(name: string): Attribute;
}

/** The bodies of the requests that send one, if only an empty one. */
export function findRequestBodies({ module, facts }: FileView): RequestBody[] {
  return facts.apiCall.flatMap((call) => (decidesBody(call, module) ? [bodyOf(call, module)] : []));
}

/** A wrapper's own body is its own place's matter. */
function decidesBody({ via, body, method, node }: ApiCall, module: SourceModule): boolean {
  if (method === null || method === 'GET' || method === 'HEAD') return false;
  if (via === 'direct') return true;
  if (body.state !== 'known' || body.value.module !== module) return false;
  const { value } = body;
  return node.arguments.some((argument) => holds(valueOf(argument, module), value));
}

function bodyOf(call: ApiCall, module: SourceModule): RequestBody {
  const { body, node, callee, evidence } = call;
  const value = body.state === 'known' ? body.value : null;
  const written =
    value?.module === module && value.node.type === 'ObjectExpression' ? value.node : null;
  const fn = written && enclosingFunction(written);
  const object = written && (fn === null || contains(fn, node)) ? written : null;
  return {
    node: callee,
    call,
    evidence,
    object,
    get retried() {
      return retriedPartsAround(node, module).at(-1) ?? null;
    },
    module,
    field: (name) =>
      value ? attributeOf(value, name) : body.state === 'absent' ? ABSENT : UNKNOWN,
  };
}
