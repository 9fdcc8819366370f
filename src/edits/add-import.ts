import type { SourceModule } from '../values/source-module.ts';
import type { TextChange } from './edit.ts';

/** The change that brings in a package's default export, in the way of the file; null where the name is taken. */
export function addDefaultImport(
  { program, text, scopes }: SourceModule,
  name: string,
  from: string,
): TextChange | null {
  if (scopes.lookup(name, program)) return null;
  const last = program.body.findLast((statement) => statement.type === 'ImportDeclaration');
  const isModule =
    last !== undefined || program.body.some((statement) => statement.type.startsWith('Export'));
  const line = isModule
    ? `import ${name} from '${from}';`
    : `const { default: ${name} } = require('${from}');`;
  if (last) return { range: [last.range[1], last.range[1]], text: `\n${line}` };
  const first = program.body.find(
    (statement) => !('directive' in statement && statement.directive !== undefined),
  );
  const at = first?.range[0] ?? text.length;
  return { range: [at, at], text: `${line}\n` };
}
