import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { isFunction, keyName, unwrap } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import type { Edit, TextChange } from './edit.ts';

/** A handler that keeps an error to itself. */
export interface KeptError {
  /** The `catch` clause or the function that gets the error. */
  readonly node: Node;
  /** Its one `return` statement or expression body; null where there is none, or several. */
  readonly result: Node | null;
  /** The call `.catch(handler)`. */
  readonly chain: TSESTree.CallExpression | null;
  /** Somebody waits for the promise. */
  readonly isAwaited: boolean;
  readonly module: SourceModule;
}

/**
 * Lets an error go on to who called: `throw error` in place of what the handler gives back, or at
 * its end; a handler that does nothing but give something back is taken off the promise. Null where
 * nobody waits for the promise: thrown there, it would end the process.
 */
export function rethrow(kept: KeptError): Edit | null {
  const changes = kept.chain
    ? kept.isAwaited
      ? withoutHandler(kept.node, kept.chain, kept.module)
      : null
    : inClause(kept);
  return changes && { safe: false, title: 'Let the caller have the error', changes };
}

/** `.catch(() => null)` goes. */
function withoutHandler(
  handler: Node,
  chain: TSESTree.CallExpression,
  { text }: SourceModule,
): TextChange[] | null {
  const callee = unwrap(chain.callee);
  if (callee.type !== 'MemberExpression' || callee.optional || keyName(callee) !== 'catch')
    return null;
  if (!isFunction(handler) || hasStatements(handler.body)) return null;
  const range: [number, number] = [callee.object.range[1], chain.range[1]];
  const between = text.slice(...range);
  return /\/[/*]/.test(between) || text[callee.object.range[1]] === ')'
    ? null
    : [{ range, text: '' }];
}

/** More than one `return`: the handler does something. */
function hasStatements(body: Node): boolean {
  if (body.type !== 'BlockStatement') return body.type === 'CallExpression';
  return body.body.some(({ type }) => type !== 'ReturnStatement');
}

function inClause({ node, result, module }: KeptError): TextChange[] | null {
  if (node.type !== 'CatchClause') return null;
  const { text, scopes } = module;
  if (node.param && node.param.type !== 'Identifier') return null;
  if (!node.param && scopes.lookup('error', node.body)) return null;
  const name = node.param ? node.param.name : 'error';
  const start = node.range[0] + 'catch'.length;
  const named: TextChange[] = node.param ? [] : [{ range: [start, start], text: ` (${name})` }];
  const last = node.body.body.at(-1);
  if (result && result !== last) return null;
  if (!result && last && LEAVES.has(last.type))
    return [...named, { range: last.range, text: `throw ${name};` }];
  return [
    ...named,
    result?.type === 'ReturnStatement'
      ? { range: result.range, text: `throw ${name};` }
      : atEnd(node, `throw ${name};`, text),
  ];
}

const LEAVES: ReadonlySet<string> = new Set([
  'BreakStatement',
  'ContinueStatement',
  'ReturnStatement',
]);

function atEnd({ body, range }: TSESTree.CatchClause, statement: string, text: string): TextChange {
  const lineStart = text.lastIndexOf('\n', range[0]) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const end = body.range[1] - 1;
  const inside = text.slice(body.range[0] + 1, end);
  if (!inside.includes('\n'))
    return inside.trim() === ''
      ? { range: [body.range[0] + 1, end], text: ` ${statement} ` }
      : { range: [end, end], text: `${inside.endsWith(' ') ? '' : ' '}${statement} ` };
  const afterCode = body.range[0] + 1 + inside.trimEnd().length;
  return { range: [afterCode, afterCode], text: `\n${indent}  ${statement}` };
}
