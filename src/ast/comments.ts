import type { Node, VisitorKeys } from './node.ts';
import { walk } from './walk.ts';

const TEXTS: ReadonlySet<string> = new Set(['Literal', 'TemplateElement', 'JSXText']);

/** Whether a comment stands inside of a node: what looks like one in a string does not count. */
export function holdsComment(node: Node, text: string, visitorKeys?: VisitorKeys): boolean {
  let code = '';
  let from = node.range[0];
  walk(node, visitorKeys, ({ type, range }) => {
    if (!TEXTS.has(type)) return;
    code += `${text.slice(from, range[0])} `;
    from = range[1];
  });
  return /\/[/*]/.test(code + text.slice(from, node.range[1]));
}

/** A text of code without what looks like comments in it. */
export function withoutComments(code: string): string {
  let left = '';
  let from = 0;
  for (;;) {
    const start = code.indexOf('/*', from);
    const end = start === -1 ? -1 : code.indexOf('*/', start + 2);
    if (end === -1) break;
    left += code.slice(from, start);
    from = end + 2;
  }
  return (left + code.slice(from)).replace(/(?<![^\s;,(){}[\]])\/\/.*$/gm, '');
}
