import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../values/source-module.ts';
import type { Edit } from './edit.ts';

/**
 * Makes one `const [a, b] = await Promise.all([…])` of declarations that follow each other, each
 * `const a = await …`. Null where one is written in another way, has a type, or a comment stands
 * between them.
 */
export function awaitTogether(
  statements: readonly TSESTree.VariableDeclaration[] | null,
  { text }: SourceModule,
): Edit | null {
  const [first] = statements ?? [];
  const last = statements?.at(-1);
  const parts = statements?.map((statement) => partsOf(statement, text)) ?? [];
  const known = parts.filter((part) => part !== null);
  if (!statements || !first || !last || known.length < 2 || known.length < parts.length)
    return null;
  const isCommented = statements.some((statement, index) => {
    const next = statements[index + 1];
    return next !== undefined && text.slice(statement.range[1], next.range[0]).trim() !== '';
  });
  if (isCommented) return null;
  const indent = indentOf(first, text);
  const names = known.map(({ name }) => name).join(', ');
  const calls = known.map(({ call }) => `\n${indent}  ${call},`).join('');
  const end = text[last.range[1] - 1] === ';' ? ';' : '';
  return {
    safe: false,
    title: 'Await them together with Promise.all',
    changes: [
      {
        range: [first.range[0], last.range[1]],
        text: `const [${names}] = await Promise.all([${calls}\n${indent}])${end}`,
      },
    ],
  };
}

/** The name and the promise of `const name = await promise`. */
function partsOf(
  { kind, declarations }: TSESTree.VariableDeclaration,
  text: string,
): { name: string; call: string } | null {
  const [declarator] = declarations;
  if (kind !== 'const' || declarations.length !== 1) return null;
  const { id, init } = declarator;
  if (init?.type !== 'AwaitExpression' || init.argument.type === 'SequenceExpression') return null;
  if ('typeAnnotation' in id && id.typeAnnotation) return null;
  const [name, call] = [id, init.argument].map(({ range }) => text.slice(range[0], range[1]));
  return name === undefined || call === undefined || /\/[/*]/.test(name) ? null : { name, call };
}

function indentOf({ range }: TSESTree.Node, text: string): string {
  const lineStart = text.lastIndexOf('\n', range[0] - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, range[0]))?.[0] ?? '';
}
