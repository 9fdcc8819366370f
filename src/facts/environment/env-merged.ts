import { defaultsFillers, memberReaders } from '../../clients/environment-readers.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, staticString } from '../../ast/node.ts';
import { member, valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Entry, Value } from '../../values/value.ts';
import { importedFrom } from '../../values/value.ts';
import { defaultOf } from './env-defaults.ts';
import { isVariableName } from './variable-name.ts';
import type { EnvDefault } from './env-defaults.ts';
import type { FileView } from '../fact.ts';

/** Defaults in an object that the environment is laid over: `{ ...defaults, ...process.env }`, `_.defaults({}, process.env, defaults)`. */
export function mergedDefaults(view: FileView): EnvDefault[] {
  const { candidates, module } = view;
  const laidOver = [...candidates.objects, ...candidates.calls].flatMap((node) => {
    if (node.type === 'ObjectExpression' && !node.properties.some(isSpread)) return [];
    if (node.type !== 'ObjectExpression' && !isAssign(node)) return [];
    const value = valueOf(node, module);
    const entries = value.kind === 'object' ? value.entries : [];
    const over = entries.findIndex((entry) => entry.kind === 'spread' && isAll(entry.value()));
    return over < 0 ? [] : defaultsOf(entries.slice(0, over), node, module);
  });
  return [...laidOver, ...filledUp(view), ...readMembers(view)];
}

const isSpread = ({ type }: Node): boolean => type === 'SpreadElement';

const isAssign = (node: Node): boolean =>
  node.type === 'CallExpression' && keyName(node.callee) === 'assign';

/** The environment as a whole. */
const isAll = (value: Value): boolean => member(value, 'ANY_NAME').kind === 'env';

/** `_.get(process.env, 'X', 'v')`. */
function readMembers({ candidates, module }: FileView): EnvDefault[] {
  return candidates.calls.flatMap((node) => {
    const [from, name, value] = node.arguments;
    const variable = staticString(name);
    if (!from || !name || !value || variable === null || !isVariableName(variable)) return [];
    const callee = valueOf(node.callee, module);
    const source = importedFrom(callee) ?? '';
    const isReader = memberReaders.some(
      (reader) =>
        reader.modules.includes(source) &&
        (reader.name === null ||
          keyName(node.callee) === reader.name ||
          lastOf(callee) === reader.name),
    );
    if (!isReader || !isAll(valueOf(from, module))) return [];
    const read: Value = { kind: 'env', name: variable, node: name, module };
    return defaultOf(module, 'merged', node, name, value, read);
  });
}

const lastOf = (value: Value): string | null =>
  value.kind === 'external' ? (value.path.at(-1) ?? null) : null;

/** `_.defaults(process.env, { X: 'v' })`, `nconf.env().defaults({ X: 'v' })`. */
function filledUp({ candidates, module }: FileView): EnvDefault[] {
  return candidates.calls.flatMap((node) => {
    if (node.type !== 'CallExpression' || keyName(node.callee) === null) return [];
    const filler = defaultsFillers.find(
      ({ modules, name }) =>
        name === keyName(node.callee) &&
        modules.includes(importedFrom(valueOf(node.callee, module)) ?? ''),
    );
    if (!filler) return [];
    const values = node.arguments.map((argument) => valueOf(argument, module));
    const from = filler.takesEnvironment ? values.findIndex(isAll) + 1 : 0;
    if (filler.takesEnvironment && from === 0) return [];
    return values
      .slice(from)
      .flatMap((value) => (value.kind === 'object' ? defaultsOf(value.entries, node, module) : []));
  });
}

function defaultsOf(entries: readonly Entry[], whole: Node, module: SourceModule): EnvDefault[] {
  return entries.flatMap((entry): EnvDefault[] => {
    if (entry.kind === 'computed') return [];
    const value = entry.value();
    if (entry.kind === 'spread')
      return value.kind === 'object' ? defaultsOf(value.entries, whole, module) : [];
    if (!isVariableName(entry.name)) return [];
    const read: Value = { kind: 'env', name: entry.name, node: entry.node, module };
    const node = value.module === module ? entry.node : whole;
    const found = defaultOf(module, 'merged', node, node, node, read, value);
    return found.filter(({ text }) => text !== '');
  });
}
