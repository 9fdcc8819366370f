import type { Node } from '../ast/node.ts';
import { ancestorsOf, enclosingClass } from '../ast/node.ts';
import type { Frame } from './value.ts';

/**
 * The innermost of the calls being followed that a node lies in: what is declared outside of them
 * is the same whatever the arguments are.
 */
export function frameAround(frame: Frame | null, node: Node): Frame | null {
  if (!frame) return null;
  const frames = new Map<Node, Frame>();
  for (let each: Frame | null = frame; each; each = each.outer ?? null) {
    const reach = each.self ? (enclosingClass(each.fn) ?? each.fn) : each.fn;
    if (!frames.has(reach)) frames.set(reach, each);
    if (!frames.has(each.fn)) frames.set(each.fn, each);
  }
  for (const above of ancestorsOf(node)) {
    const found = frames.get(above);
    if (found) return found;
  }
  return null;
}

/** The frame of a call of `fn`, among those that are being followed. */
export function frameOf(frame: Frame | null, fn: Node): Frame | null {
  for (let each = frame; each; each = each.outer ?? null) if (each.fn === fn) return each;
  return null;
}
