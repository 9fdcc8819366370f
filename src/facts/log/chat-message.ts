import { chatServices } from '../../clients/chat-services.ts';
import type { FunctionNode } from '../../ast/node.ts';
import { textOf } from '../../values/source-module.ts';
import type { FunctionValue } from '../../values/value.ts';

const CHAT = new RegExp(chatServices.join('|'), 'i');
const POSTS = /fetch\(|request\(|create\(|post|send|notify/i;

const known = new WeakMap<FunctionNode, boolean>();

/** A function of the project's that posts what it is given to a chat: people are told, in words. */
export function postsToChat(fn: FunctionValue): boolean {
  const before = known.get(fn.node);
  if (before !== undefined) return before;
  const text = textOf(fn.node, fn.module);
  const posts = CHAT.test(text) && POSTS.test(text);
  known.set(fn.node, posts);
  return posts;
}
