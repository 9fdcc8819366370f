import type { TSESTree } from '@typescript-eslint/utils';
import type { ScheduleUse } from '../../clients/schema.ts';
import type { NamedExports } from '../../ast/named-exports.ts';
import { mayBeOneOf } from '../../ast/named-exports.ts';
import type { Node } from '../../ast/node.ts';
import { isFunction } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeAt, attributeOf } from '../../values/objects.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { clientsOfKind, namedExportsOf } from '../request/client-shapes.ts';
import type { Period } from './cron.ts';
import { periodOf } from './cron.ts';
import type { Scheduled } from './schedule.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** How often something is run, and where that is written in the file. */
export interface Clock {
  readonly node: Node;
  readonly form: 'milliseconds' | 'cron' | 'units';
  readonly period: Period;
}

const schedulers = clientsOfKind('scheduler');

const { modules, names } = namedExportsOf(schedulers);
const methods = schedulers
  .flatMap(({ exports }) => Object.values(exports))
  .flatMap((use) => use.methods ?? []);
const SCHEDULERS: NamedExports = { modules, names: new Set([...names, ...methods]) };

/** What a call of a scheduler, or its decorator, runs. */
export function scheduledAt(call: Call, view: FileView): Scheduled | null {
  const { module } = view;
  if (!mayBeOneOf(SCHEDULERS, call.callee, module.scopes)) return null;
  const use = useOf(valueOf(call.callee, module));
  if (!use || (use.decorator === true) !== (call.parent.type === 'Decorator')) return null;
  const clock = clockOf(use, call, module);
  return clock && { clock, tasks: tasksOf(use, call, view) };
}

function useOf(callee: Value): ScheduleUse | null {
  if (callee.kind === 'external' && callee.source !== null) {
    const use = exportOf(callee.source, callee.path);
    return use && !use.methods ? use : null;
  }
  if (callee.kind !== 'member' || callee.object.kind !== 'call') return null;
  const made = callee.object.callee;
  const use =
    made.kind === 'external' && made.source !== null ? exportOf(made.source, made.path) : null;
  return use?.methods?.includes(callee.name) ? use : null;
}

function exportOf(source: string, path: readonly string[]): ScheduleUse | null {
  const name = path.filter((part) => part !== 'default' && part !== '*').join('.');
  const library = schedulers.find(({ modules }) => modules.includes(source));
  return library && Object.hasOwn(library.exports, name) ? (library.exports[name] ?? null) : null;
}

function clockOf(use: ScheduleUse, call: Call, module: SourceModule): Clock | null {
  const given: readonly Node[] =
    use.at === undefined ? call.arguments : call.arguments.slice(use.at, use.at + 1);
  if (use.by === 'milliseconds')
    return (
      given.map((node) => millisecondsAt(node, valueOf(node, module))).findLast(Boolean) ?? null
    );
  if (use.by === 'cron')
    return given.map((node) => cronAt(node, valueOf(node, module))).find(Boolean) ?? null;
  if (use.by === 'units')
    return given.map((node) => unitsAt(node, valueOf(node, module))).find(Boolean) ?? null;
  return given.map((node) => optionOf(use, valueOf(node, module), module)).find(Boolean) ?? null;
}

function optionOf(use: ScheduleUse, options: Value, module: SourceModule): Clock | null {
  if (options.kind !== 'object') return null;
  const read = (paths: readonly string[] = [], at: typeof cronAt): Clock | null => {
    for (const path of paths) {
      const option = attributeAt(options, path.split('.'));
      if (option.state !== 'known') continue;
      const node =
        'value' in option.node && option.node.type === 'Property' ? option.node.value : option.node;
      if (option.value.module === module || node.range) return at(node, option.value);
    }
    return null;
  };
  return read(use.milliseconds, millisecondsAt) ?? read(use.cron, cronAt);
}

function millisecondsAt(node: Node, value: Value): Clock | null {
  const ms = quantityOf(value)?.value;
  return ms === undefined
    ? null
    : { node, form: 'milliseconds', period: { leastMs: ms, mostMs: ms } };
}

const UNITS = {
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
  milliseconds: 1,
} as const;

/** `{ hours: 1, minutes: 30 }`, where all of it is known. */
function unitsAt(node: Node, value: Value): Clock | null {
  if (value.kind !== 'object') return null;
  const parts = Object.entries(UNITS).map(([name, unit]) => {
    const part = attributeOf(value, name);
    if (part.state === 'absent') return 0;
    const count = part.state === 'known' ? quantityOf(part.value)?.value : undefined;
    return count === undefined ? Number.NaN : count * unit;
  });
  const ms = parts.reduce((sum, part) => sum + part, 0);
  return ms > 0 ? { node, form: 'units', period: { leastMs: ms, mostMs: ms } } : null;
}

function cronAt(node: Node, value: Value): Clock | null {
  const text = cronText(value);
  const period = text === null ? null : periodOf(text);
  return period && { node, form: 'cron', period };
}

/** A text, or one of a library's table: `CronExpression.EVERY_HOUR`. */
function cronText(value: Value): string | null {
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : null;
  if (value.kind !== 'external') return null;
  const [table = '', name = ''] = value.path.slice(-2);
  const library = schedulers.find(({ modules }) => modules.includes(value.source ?? ''));
  return library?.tables?.[table]?.[name] ?? null;
}

function tasksOf(use: ScheduleUse, call: Call, { module, candidates }: FileView): FunctionValue[] {
  if (use.decorator) {
    const method = call.parent.parent;
    const fn = method && 'value' in method ? method.value : null;
    return isNodeFunction(fn) ? [functionValue(fn, module)] : [];
  }
  if (use.methods)
    return candidates.functions
      .filter((fn) => fn.parent.type === 'NewExpression')
      .map((fn) => functionValue(fn, module));
  if (use.chained)
    return chainedOn(call).flatMap((given) => {
      const value = valueOf(given, module);
      return value.kind === 'function' ? [value] : [];
    });
  return call.arguments.flatMap((argument) => {
    const value = valueOf(argument, module);
    if (value.kind === 'function') return [value];
    if (use.wrapped && value.kind === 'call') return value.args.filter(isFunctionValue).slice(0, 1);
    const option = use.task === undefined ? null : attributeOf(value, use.task);
    return option?.state === 'known' && option.value.kind === 'function' ? [option.value] : [];
  });
}

/** What the methods behind a call are given, and the calls among that: `.pipe(switchMap(task)).subscribe(show)`. */
function chainedOn(call: Node): Node[] {
  const member = call.parent;
  const next = member?.type === 'MemberExpression' && member.object === call ? member.parent : null;
  if (next?.type !== 'CallExpression' || next.callee !== member) return [];
  const given = next.arguments.flatMap((argument) =>
    argument.type === 'CallExpression' ? argument.arguments : [argument],
  );
  return [...given, ...chainedOn(next)];
}

const isNodeFunction = (fn: unknown): fn is FunctionValue['node'] =>
  typeof fn === 'object' && fn !== null && 'type' in fn && isFunction(fn as Node);

const functionValue = (node: FunctionValue['node'], module: SourceModule): FunctionValue => ({
  kind: 'function',
  node,
  module,
  frame: null,
});

const isFunctionValue = (value: Value): value is FunctionValue => value.kind === 'function';
