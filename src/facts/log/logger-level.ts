import type { LoggerLibrary } from '../../clients/schema.ts';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { NamedExports } from '../../ast/named-exports.ts';
import { mayBeOneOf } from '../../ast/named-exports.ts';
import type { Node } from '../../ast/node.ts';
import {
  ancestorsOf,
  enclosingFunction,
  isFunction,
  keyName,
  staticString,
  unwrap,
} from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeAt, namesOf } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { isFallingBack, isString } from '../../values/value.ts';
import { isEnvironmentName } from '../environment/env-purpose.ts';
import type { Fact, FileView } from '../fact.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import { listedLevels } from './level-list.ts';
import { defaultLevels } from './level-variable.ts';
import { isNamedLogger } from './log-call.ts';
import { configuredBy, loggerOf } from './logger.ts';

type Threshold = NonNullable<LoggerLibrary['threshold']>;

/** The level that a logger is set to, where that lets through what is meant for debugging. */
export interface LoggerLevel extends Fact {
  /** The text or number that sets it. */
  readonly node: Node;
  readonly level: string;
  /** It holds where the environment names none; else always. */
  readonly isFallback: boolean;
  /** It is one of a list of levels. */
  readonly isListed: boolean;
  /** The file, for an edit of it; null for a data file. */
  readonly module: SourceModule | null;
}

export const VERBOSE: ReadonlySet<string> = new Set(['debug', 'trace', 'silly', 'verbose', 'all']);

const loggers = clientsOfKind('logger');
const MAKERS: NamedExports = {
  modules: new Set(loggers.flatMap(({ modules }) => modules)),
  names: new Set([
    'default',
    ...loggers
      .flatMap(({ makes, children, configures }) => [
        ...makes,
        ...Object.keys(children),
        ...(configures?.by ?? []),
      ])
      .map((path) => path.slice(path.lastIndexOf('.') + 1)),
  ]),
};

/** The loggers of a file that are set to a level for debugging, whatever the environment. */
export function findLoggerLevels(view: FileView): LoggerLevel[] {
  const { module, candidates } = view;
  const made = candidates.calls.flatMap((call) => {
    const set = [
      ...levelSetBy(call, view),
      ...listedLevels(call, module),
      ...levelsConfigured(call, module),
    ];
    if (!mayBeOneOf(MAKERS, call.callee, module.scopes)) return set;
    const value = valueOf(call, module);
    return value.kind === 'call' && value.node === call
      ? [...levelsOfMade(value, module), ...set]
      : set;
  });
  const written = module.memberWrites.flatMap(({ left, right }) => {
    if (left.type !== 'MemberExpression' || keyName(left) !== 'level') return [];
    const library = loggerOf(valueOf(left.object, module))?.library;
    const isLogger = library
      ? library.threshold?.setters?.includes('level=')
      : isNamedLogger(left.object, module);
    return isLogger ? levelsIn(valueOf(right, module), module, library?.threshold) : [];
  });
  const byNode = new Map(
    [...defaultLevels(view), ...made, ...written].map((one) => [one.node, one]),
  );
  return [...byNode.values()]
    .filter(({ node }) => !isConditional(node, module))
    .sort((one, other) => one.node.range[0] - other.node.range[0]);
}

function levelsOfMade(value: Value & { kind: 'call' }, module: SourceModule): LoggerLevel[] {
  const logger = loggerOf(value);
  const owner =
    logger ??
    loggerOf({ ...value, kind: 'member', object: value, name: 'log' }) ??
    configuredBy(value);
  const threshold = owner?.library?.threshold;
  if (!threshold || (owner.made !== value && logger?.made !== value)) return [];
  const options = value.args[threshold.argument];
  const level = options && attributeAt(options, threshold.option.split('.'));
  return level?.state === 'known' ? levelsIn(level.value, module, threshold) : [];
}

/** `log.setLevel('debug')`. */
function levelSetBy(call: Node, { module }: FileView): LoggerLevel[] {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : null;
  const [argument] = call.type === 'CallExpression' ? call.arguments : [];
  if (callee?.type !== 'MemberExpression' || !argument) return [];
  const method = keyName(callee) ?? '';
  if (!SETTERS.has(method)) return [];
  const library = loggerOf(valueOf(callee.object, module))?.library;
  const isSetter = library?.threshold?.setters?.includes(`${method}()`);
  return isSetter ? levelsIn(valueOf(argument, module), module, library?.threshold) : [];
}

/** `log4js.configure({ categories: { default: { level: 'debug' } } })`. */
function levelsConfigured(call: Node, module: SourceModule): LoggerLevel[] {
  if (call.type !== 'CallExpression' || !mayBeOneOf(CONFIGURES, call.callee, module.scopes))
    return [];
  const value = valueOf(call, module);
  const callee = value.kind === 'call' ? value.callee : null;
  if (value.kind !== 'call' || callee?.kind !== 'external') return [];
  const threshold = loggers.find(({ modules }) => modules.includes(callee.source ?? ''))?.threshold;
  const { configure } = threshold ?? {};
  if (!threshold || !configure || callee.path.at(-1) !== configure.call) return [];
  const all = value.args[0] && attributeAt(value.args[0], [configure.each]);
  if (all?.state !== 'known') return [];
  return namesOf(all.value).flatMap((name) => {
    const level = attributeAt(all.value, [name, threshold.option]);
    return level.state === 'known' ? levelsIn(level.value, module, threshold) : [];
  });
}

const CONFIGURES: NamedExports = {
  modules: MAKERS.modules,
  names: new Set(loggers.flatMap(({ threshold }) => threshold?.configure?.call ?? [])),
};

const SETTERS: ReadonlySet<string> = new Set([
  'setLevel',
  'setDefaultLevel',
  'level',
  'setLogLevel',
]);

/** The verbose levels among those that a value may be: written as they are, or as what holds without a variable. */
function levelsIn(
  value: Value,
  module: SourceModule,
  threshold: Threshold | undefined,
): LoggerLevel[] {
  if (value.module !== module) return [];
  if (value.kind === 'choice') {
    const live = productionArm(value.node);
    if (live) return levelsIn(valueOf(live, module), module, threshold);
    const last = value.options.at(-1);
    const isFallback = isFallingBack(value) || asksForItself(value.node);
    if (!isFallback || !last || value.options.slice(0, -1).some((option) => !isOpen(option)))
      return [];
    return levelsIn(last, module, threshold).map((level) => ({ ...level, isFallback: true }));
  }
  const level = verboseLevel(value, threshold);
  return level === null
    ? []
    : [{ node: value.node, level, isFallback: false, isListed: false, module, evidence: {} }];
}

/** What a choice on the environment's name comes to in production: `env === 'test' ? 'silent' : 'debug'`. */
function productionArm(wrapped: Node): Node | null {
  const node = unwrap(wrapped);
  const test = node.type === 'ConditionalExpression' ? unwrap(node.test) : null;
  if (node.type !== 'ConditionalExpression' || test?.type !== 'BinaryExpression') return null;
  const name = staticString(test.right) ?? staticString(test.left);
  if (!/^[!=]==?$/.test(test.operator) || name === null || !isEnvironmentName(name)) return null;
  const isLive = /^(?:prod|production|live)$/i.test(name) === test.operator.startsWith('=');
  return isLive ? node.consequent : node.alternate;
}

/** `level ? level : 'debug'`: what `||` says. */
function asksForItself(wrapped: Node): boolean {
  const node = unwrap(wrapped);
  return node.type === 'ConditionalExpression' && isSameName(node.test, node.consequent);
}

/** The same name, or the same member of one. */
function isSameName(one: Node, other: Node): boolean {
  const [left, right] = [unwrap(one), unwrap(other)];
  if (left.type === 'Identifier') return right.type === 'Identifier' && left.name === right.name;
  return (
    left.type === 'MemberExpression' &&
    right.type === 'MemberExpression' &&
    keyName(left) !== null &&
    keyName(left) === keyName(right) &&
    isSameName(left.object, right.object)
  );
}

/** A variable of the environment, or what is made from one. */
const isOpen = (value: Value): boolean => value.kind !== 'literal' && value.kind !== 'operation';

function verboseLevel(value: Value, threshold: Threshold | undefined): string | null {
  if (isString(value)) {
    const name = value.value.toLowerCase();
    return VERBOSE.has(name) ? name : null;
  }
  if (value.kind === 'external' && MAKERS.modules.has(value.source ?? '')) {
    const name = value.path.at(-1)?.toLowerCase() ?? '';
    return VERBOSE.has(name) ? name : null;
  }
  if (value.kind !== 'literal' || typeof value.value !== 'number') return null;
  const { upTo, from } = threshold?.verbose ?? {};
  const isVerbose =
    (upTo !== undefined && value.value <= upTo) || (from !== undefined && value.value >= from);
  return isVerbose ? String(value.value) : null;
}

/** Only where a test comes out one way: in development, when asked for. */
function isConditional(node: Node, module: SourceModule): boolean {
  let statement: Node = node;
  for (const above of ancestorsOf(node)) {
    if (isFunction(above) || statement.type.endsWith('Statement')) break;
    statement = above;
    if (above.type === 'ConditionalExpression' && !asksForItself(above)) {
      const live = productionArm(above);
      if (!live || !isWithin(node, live)) return true;
    }
    if (above.type === 'LogicalExpression' && above.operator === '&&') return true;
  }
  const flow = controlFlowOf(enclosingFunction(node) ?? module.program, module.visitorKeys);
  return flow.guardsOf(statement).length > 0;
}
