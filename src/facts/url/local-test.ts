import { testsAround } from '../../ast/guards.ts';
import type { Node } from '../../ast/node.ts';
import { unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { ownFunction } from '../../values/own-function.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { writtenFor } from '../../values/written-for.ts';
import { isLoopback } from '../request/loopback.ts';

/**
 * Whether an address is made only where a test around it has asked for this machine's names, in the
 * test itself, behind its name or in a function of the file: `if (/^localhost/.test(host)) …`.
 */
export const isBehindLocalTest = (node: Node, module: SourceModule): boolean =>
  [...testsAround(node)].some((test) =>
    [test, ...standingBehind(test, module)].some((part) => namesThisMachine(part, module)),
  );

function standingBehind(test: Node, module: SourceModule): Node[] {
  const asked = unwrap(test);
  const named = writtenFor(asked, module);
  const call = named ? unwrap(named) : asked;
  const asks = call.type === 'CallExpression' ? ownFunction(call.callee, module) : null;
  return [named, asks].filter((part) => part !== null);
}

function namesThisMachine(part: Node, { visitorKeys }: SourceModule): boolean {
  let isNamed = false;
  walk(part, visitorKeys, (inner) => {
    isNamed ||= inner.type === 'Literal' && holdsLocalName(inner.raw);
  });
  return isNamed;
}

/** Texts and expressions alike: `/^(localhost|127\.0\.0\.1)$/`. */
const holdsLocalName = (raw: string): boolean =>
  raw
    .replaceAll('\\', '')
    .split(/[^\w.:]+/)
    .some((part) => isLoopback(part.replace(/:\d*$/, '')));
