import { holdsComment } from '../ast/comments.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../values/source-module.ts';
import { addDefaultImport } from './add-import.ts';
import type { Edit } from './edit.ts';

/** A retry library, and how it is used: the name for its default export, and options as text. */
export interface RetryBy {
  readonly from: string;
  readonly name: string;
  readonly options: string;
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Runs an awaited request through a retry library. Null where a comment stands in it. */
export function wrapInRetry(call: Call, by: RetryBy, module: SourceModule): Edit | null {
  const written = module.text.slice(...call.range);
  const brought = addDefaultImport(module, by.name, by.from);
  if (!brought || call.parent.type !== 'AwaitExpression') return null;
  if (holdsComment(call, module.text, module.visitorKeys)) return null;
  if (/\byield\b/.test(written)) return null;
  const isAsync = /\bawait\b/.test(written) ? 'async ' : '';
  return {
    safe: false,
    title: `Retry it with ${by.from}`,
    changes: [
      brought,
      {
        range: [call.range[0], call.range[1]],
        text: `${by.name}(${isAsync}() => ${written}, ${by.options})`,
      },
    ],
  };
}

/** Has a library retry all requests of an instance that a `const` at the top of the file holds. */
export function attachRetry(made: Call, by: RetryBy, module: SourceModule): Edit | null {
  const brought = addDefaultImport(module, by.name, by.from);
  const declarator = made.parent;
  if (declarator.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return null;
  const declaration = declarator.parent;
  const statement =
    declaration.parent?.type === 'ExportNamedDeclaration' ? declaration.parent : declaration;
  if (!brought || statement.parent?.type !== 'Program') return null;
  return {
    safe: false,
    title: `Retry its requests with ${by.from}`,
    changes: [
      brought,
      {
        range: [statement.range[1], statement.range[1]],
        text: `\n${by.name}(${declarator.id.name}, ${by.options});`,
      },
    ],
  };
}
