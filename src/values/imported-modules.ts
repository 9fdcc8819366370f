import { requiredBy } from '../ast/imports.ts';
import type { SourceModule } from './source-module.ts';

/** The modules of the project that a module imports. */
export const importedModules = (module: SourceModule): SourceModule[] =>
  [
    ...module.program.body.map((statement) =>
      statement.type === 'ImportDeclaration' ? statement.source.value : null,
    ),
    ...module.calls.map(requiredBy),
  ].flatMap((source) => (source === null ? [] : (module.import(source) ?? [])));

/** Those that it takes nothing from, and imports for what they do: `import './dispatcher'`, `require('./dispatcher')`. */
export const importedForEffect = (module: SourceModule): SourceModule[] =>
  module.program.body.flatMap((statement) => {
    const isBare = statement.type === 'ImportDeclaration' && statement.specifiers.length === 0;
    const required =
      statement.type === 'ExpressionStatement' ? requiredBy(statement.expression) : null;
    const source = isBare ? statement.source.value : required;
    return source === null ? [] : (module.import(source) ?? []);
  });
