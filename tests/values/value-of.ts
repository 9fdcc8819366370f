import * as tsParser from '@typescript-eslint/parser';
import { memoryProject } from '../../src/project/memory.ts';
import { parserOf } from '../../src/project/modules.ts';
import type { Project } from '../../src/project/project.ts';
import { valueOf } from '../../src/values/evaluate.ts';
import { moduleOf } from '../../src/values/module.ts';
import type { SourceModule } from '../../src/values/source-module.ts';
import type { Value } from '../../src/values/value.ts';

const parserOptions = { range: true, loc: true, ecmaFeatures: { jsx: false } };

/** A module of TypeScript text, with the other files of its project by absolute name. */
export function moduleFrom(
  text: string,
  files: Readonly<Record<string, string>> = {},
  project: Project = memoryProject(files),
  file = '/project/main.ts',
): SourceModule {
  const { ast, visitorKeys } = tsParser.parseForESLint(text, { ...parserOptions, filePath: file });
  const parser = parserOf({ languageOptions: { parser: tsParser, parserOptions } });
  const keys = visitorKeys as SourceModule['visitorKeys'];
  return moduleOf({ file, text, program: ast, visitorKeys: keys }, { project, parser });
}

/** The value of the expression in the module's last statement. */
export function lastValue(module: SourceModule): Value {
  const statement = module.program.body.at(-1);
  if (statement?.type !== 'ExpressionStatement')
    throw new Error('the last statement is no expression');
  return valueOf(statement.expression, module);
}

/** The value of the last statement, in short: see `shown`. */
export const worth = (text: string, files: Readonly<Record<string, string>> = {}): string =>
  shown(lastValue(moduleFrom(text, files)));

/** A value in one line: literals as JSON, `$NAME` for the environment, `?` for what is not known. */
export function shown(value: Value): string {
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' ? JSON.stringify(value.value) : String(value.value);
    case 'text':
      return `\`${value.parts.map((part) => (typeof part === 'string' ? part : `\${${shown(part)}}`)).join('')}\``;
    case 'env':
      return `$${value.name}`;
    case 'external':
      return [value.source === null ? '' : `<${value.source}>`, ...value.path]
        .filter(Boolean)
        .join('.');
    case 'choice':
      return `(${value.options.map(shown).join(` ${value.by} `)})`;
    case 'member':
      return `${shown(value.object)}.${value.name}`;
    case 'call':
      return `${value.isNew ? 'new ' : ''}${shown(value.callee)}(${value.args.map(shown).join(', ')})`;
    case 'array':
      return `[${[...value.elements.map(shown), ...(value.open ? ['...'] : [])].join(', ')}]`;
    case 'object':
      return `{${value.entries.map((entry) => (entry.kind === 'property' ? entry.name : entry.kind)).join(', ')}}`;
    case 'typed':
      return `a ${shown(value.type)}`;
    case 'parameter':
      return `parameter ${String(value.index)}${value.type ? `: ${shown(value.type)}` : ''}${value.default ? ` = ${shown(value.default)}` : ''}`;
    case 'awaited':
      return `await ${shown(value.of)}`;
    case 'operation':
      return `(${value.operands.map(shown).join(` ${value.operator} `)})`;
    case 'unknown':
      return '?';
    default:
      return value.kind;
  }
}
