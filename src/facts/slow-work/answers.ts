import type { Node } from '../../ast/node.ts';
import { isFunction, keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { WebhookHandler } from '../webhook/handler.ts';

const ANSWERS: ReadonlySet<string> = new Set(['send', 'json', 'end', 'sendStatus', 'redirect']);

/** The calls on a handler's response that answer; a handler that answers by what it returns has none. */
export function answersOf(
  { handler, answers, roles }: WebhookHandler,
  module: SourceModule,
): Node[] {
  const names = new Set([...ANSWERS, ...answers.calls.filter((name) => /^\w+$/.test(name))]);
  const responses = [...roles].flatMap(([index, role]) => {
    const parameter = handler.params[index];
    return role === 'response' && parameter?.type === 'Identifier' ? [parameter.name] : [];
  });
  const found: Node[] = [];
  walk(handler.body, module.visitorKeys, (node) => {
    if (isFunction(node)) return 'skip';
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
    if (!names.has(keyName(node.callee) ?? '')) return undefined;
    if (responses.includes(rootOf(node.callee))) found.push(node);
    return undefined;
  });
  return found;
}

/** `res` of `res.status(200).json()`. */
function rootOf(callee: Node): string {
  let node = unwrap(callee);
  while (node.type === 'MemberExpression' || node.type === 'CallExpression')
    node = unwrap(node.type === 'MemberExpression' ? node.object : node.callee);
  return node.type === 'Identifier' ? node.name : '';
}
