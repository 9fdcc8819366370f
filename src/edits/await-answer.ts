import type { Node } from '../ast/node.ts';
import { enclosingFunction } from '../ast/node.ts';
import type { Edit } from './edit.ts';

/** Awaits a promise where it stands; null where the function around can't wait. */
export function awaitAnswer(promise: Node): Edit | null {
  if (enclosingFunction(promise)?.async !== true) return null;
  const [start, end] = promise.range;
  const isAsked = promise.parent?.type !== 'VariableDeclarator';
  return {
    safe: false,
    title: 'Await the answer',
    changes: isAsked
      ? [
          { range: [start, start], text: '(await ' },
          { range: [end, end], text: ')' },
        ]
      : [{ range: [start, start], text: 'await ' }],
  };
}
