import { isDirective } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import type { TextChange } from './edit.ts';

/** The change that brings in a package's default export, in the way of the file; null where the name is taken. */
export function addDefaultImport(
  module: SourceModule,
  name: string,
  from: string,
): TextChange | null {
  if (module.scopes.lookup(name, module.program)) return null;
  return addImport(module, {
    module: `import ${name} from '${from}';`,
    script: `const { default: ${name} } = require('${from}');`,
  });
}

/** The change that adds an import below those of the file, or at its top: as `module`, or as `script` where it has no import and no export. */
export function addImport(
  { program, text }: SourceModule,
  line: { readonly module: string; readonly script: string },
): TextChange {
  const last = program.body.findLast((statement) => statement.type === 'ImportDeclaration');
  if (last) return { range: [last.range[1], last.range[1]], text: `\n${line.module}` };
  const isModule = program.body.some((statement) => statement.type.startsWith('Export'));
  const first = program.body.find((statement) => !isDirective(statement));
  const at = first?.range[0] ?? text.length;
  return { range: [at, at], text: `${isModule ? line.module : line.script}\n` };
}
