import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { ApiCall } from '../request/api-call.ts';

interface FoundPause {
  readonly kind: 'some' | 'none' | 'unknown';
  readonly ms: number | null;
}

const PAUSING = /^(?:sleep|delay|wait|pause|backoff|snooze|timeout|setTimeout)/i;
const BODY: ReadonlySet<string> = new Set(['json', 'text', 'arrayBuffer', 'blob']);

/** What a turn waits for besides its requests. */
export function pauseIn(part: Node, calls: readonly ApiCall[], module: SourceModule): FoundPause {
  let kind: FoundPause['kind'] = 'none';
  let ms: number | null = null;
  walk(part, module.visitorKeys, (node) => {
    if (node.type === 'CallExpression' && PAUSING.test(nameOf(node))) {
      kind = 'some';
      const given = node.arguments.map((argument) => quantityOf(valueOf(argument, module)));
      ms = given.find((quantity) => quantity !== null)?.value ?? ms;
    }
    if (node.type === 'AwaitExpression' && kind === 'none' && !isOfRequest(node.argument, calls))
      kind = 'unknown';
  });
  return { kind, ms };
}

/** The request itself, or its body. */
function isOfRequest(awaited: Node, calls: readonly ApiCall[]): boolean {
  if (calls.some(({ node }) => isWithin(node, awaited))) return true;
  return awaited.type === 'CallExpression' && BODY.has(nameOf(awaited));
}

function nameOf({ callee }: Extract<Node, { type: 'CallExpression' }>): string {
  const called = unwrap(callee);
  if (called.type === 'Identifier') return called.name;
  return called.type === 'MemberExpression' ? (keyName(called) ?? '') : '';
}
