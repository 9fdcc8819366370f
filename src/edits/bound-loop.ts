import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import type { Edit, TextChange } from './edit.ts';
import { freeName } from './hoist.ts';

/**
 * Ends a loop without an end, `while (true) { try { … } catch { … } }`, after so many retries: its
 * turns are counted, and the last failure is thrown. Null for any other code, where the loop holds
 * no `catch` of its own, or several, and where it goes on after a success.
 */
export function boundLoop(loop: Node, retries: number, module: SourceModule): Edit | null {
  if (!isEndless(loop) || loop.body.type !== 'BlockStatement') return null;
  const { body } = loop.body;
  const [tried, ...others] = body.filter(({ type }) => type === 'TryStatement');
  if (tried?.type !== 'TryStatement' || !tried.handler || others.length > 0) return null;
  if (![tried.block.body.at(-1), body.at(-1)].some(leaves)) return null;
  const caught = tried.handler;
  const own = counterOf(loop);
  const counter = own ?? freeName('attempt', module);
  const failure = failureOf(caught, module);
  if (failure === null) return null;
  const changes = [
    ...(own === null ? [countedHead(loop, counter, module)] : []),
    ...(caught.param
      ? []
      : [{ range: at(caught.range[0] + 'catch'.length), text: ` (${failure})` }]),
    {
      range: at(caught.body.range[0] + 1),
      text: `${indentIn(caught.body, module)}if (${counter} >= ${retries}) throw ${failure};${caught.body.body.length === 0 ? ' ' : ''}`,
    },
  ];
  return { safe: false, title: `Stop after ${retries} retries`, changes };
}

const leaves = (statement: Node | undefined): boolean =>
  statement?.type === 'ReturnStatement' || statement?.type === 'BreakStatement';

type Endless = TSESTree.WhileStatement | TSESTree.ForStatement;

const isEndless = (loop: Node): loop is Endless =>
  (loop.type === 'WhileStatement' && loop.test.type === 'Literal') ||
  (loop.type === 'ForStatement' &&
    loop.test === null &&
    (counterOf(loop) !== null || (loop.init === null && loop.update === null)));

/** `n`, in `for (let n = 0; ; n++)`. */
function counterOf(loop: Endless): string | null {
  if (loop.type !== 'ForStatement' || loop.init?.type !== 'VariableDeclaration') return null;
  const [declared, ...others] = loop.init.declarations;
  if (!declared || others.length > 0) return null;
  const { id, init } = declared;
  const isCounted =
    loop.update?.type === 'UpdateExpression' &&
    loop.update.operator === '++' &&
    loop.update.argument.type === 'Identifier' &&
    id.type === 'Identifier' &&
    loop.update.argument.name === id.name;
  const isFromNothing = init?.type === 'Literal' && init.value === 0;
  return isCounted && isFromNothing ? id.name : null;
}

/** What the clause calls the error, or may call it; null where it takes it apart. */
function failureOf({ param }: TSESTree.CatchClause, module: SourceModule): string | null {
  if (!param) return freeName('error', module);
  return param.type === 'Identifier' ? param.name : null;
}

/** `for (let attempt = 0; ; attempt++)` in the place of what stands before the body. */
function countedHead(loop: Endless, counter: string, { text }: SourceModule): TextChange {
  const head = text.slice(loop.range[0], loop.body.range[0]).trimEnd();
  return {
    range: [loop.range[0], loop.range[0] + head.length],
    text: `for (let ${counter} = 0; ; ${counter}++)`,
  };
}

const at = (offset: number): [number, number] => [offset, offset];

/** A line of its own before the first statement, where that stands on one. */
function indentIn({ range, body }: TSESTree.BlockStatement, { text }: SourceModule): string {
  const between = text.slice(range[0] + 1, body[0]?.range[0] ?? range[0] + 1);
  return between.includes('\n') ? `\n${between.slice(between.lastIndexOf('\n') + 1)}` : ' ';
}
