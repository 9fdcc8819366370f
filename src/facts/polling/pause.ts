import type { Node } from '../../ast/node.ts';
import { knownNames } from '../../ast/imports.ts';
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
    if (
      node.type === 'CallExpression' &&
      namesOf(node, module).some((name) => PAUSING.test(name))
    ) {
      kind = 'some';
      const given = node.arguments.map((argument) => quantityOf(valueOf(argument, module)));
      ms = given.find((quantity) => quantity !== null)?.value ?? ms;
    }
    if (
      node.type === 'AwaitExpression' &&
      kind === 'none' &&
      !isOfRequest(node.argument, calls, module)
    )
      kind = 'unknown';
  });
  return { kind, ms };
}

/** The request itself, or its body. */
function isOfRequest(awaited: Node, calls: readonly ApiCall[], module: SourceModule): boolean {
  if (calls.some(({ node }) => isWithin(node, awaited))) return true;
  return (
    awaited.type === 'CallExpression' && namesOf(awaited, module).some((name) => BODY.has(name))
  );
}

function namesOf(
  { callee }: Extract<Node, { type: 'CallExpression' }>,
  { scopes }: SourceModule,
): string[] {
  const called = unwrap(callee);
  if (called.type === 'Identifier') return knownNames(called, scopes);
  return called.type === 'MemberExpression' ? [keyName(called) ?? ''] : [];
}
