import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import { addDefaultImport } from './add-import.ts';
import type { Edit, TextChange } from './edit.ts';

/**
 * Runs a task for each item through a limiter: `limit(() => …)` around what the function does, the
 * limiter before the statement, its import in the way of the file. Order and errors stay as they are.
 * Null where a name is taken or the function is written in another way.
 */
export function wrapInLimit(
  task: FunctionNode | null,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  max: number,
  limiter: string,
  module: SourceModule,
): Edit | null {
  const { text, scopes } = module;
  const isArgument =
    task?.parent.type === 'CallExpression' &&
    task.parent.arguments.includes(task as TSESTree.ArrowFunctionExpression);
  const statement = isArgument ? statementOf(task) : null;
  if (!task || task.type !== 'ArrowFunctionExpression' || task.generator || !statement) return null;
  if (scopes.lookup('pLimit', call) || scopes.lookup('limit', task.body)) return null;
  const lineStart = text.lastIndexOf('\n', statement.range[0]) + 1;
  const indent = text.slice(lineStart, statement.range[0]);
  if (indent.trim() !== '') return null;
  const [start, end] = task.range;
  const head = headOf(task, text);
  const brought = addDefaultImport(module, 'pLimit', limiter);
  if (!brought) return null;
  const changes: TextChange[] = [
    brought,
    {
      range: [statement.range[0], statement.range[0]],
      text: `const limit = pLimit(${max});\n${indent}`,
    },
    {
      range: [start, head.end],
      text: `${head.parameters} => limit(${task.async ? 'async ' : ''}() => `,
    },
    { range: [end, end], text: ')' },
  ];
  return { safe: false, title: `Run at most ${max} at a time with ${limiter}`, changes };
}

/** The parameters of an arrow function as written, and where its body begins. */
function headOf(
  task: TSESTree.ArrowFunctionExpression,
  text: string,
): { parameters: string; end: number } {
  const written = text.slice(task.range[0], task.body.range[0]);
  const arrow = written.lastIndexOf('=>');
  const parameters = written
    .slice(0, arrow)
    .replace(/^async\s*/, '')
    .trim();
  const spaces = /^\s*/.exec(written.slice(arrow + 2))?.[0].length ?? 0;
  return { parameters, end: task.range[0] + arrow + 2 + spaces };
}

function statementOf(call: TSESTree.Node): TSESTree.Node | null {
  let node: TSESTree.Node | undefined = call;
  while (node && node.parent?.type !== 'BlockStatement' && node.parent?.type !== 'Program')
    node = node.parent;
  return node ?? null;
}
