import type { TSESTree } from '@typescript-eslint/utils';
import type { LoggerLibrary, LogLevel } from '../../clients/schema.ts';
import { knownNames } from '../../ast/imports.ts';
import type { Expression, Node } from '../../ast/node.ts';
import { keyName, unwrap, wrapped } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import { writtenFor } from '../../values/written-for.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import type { Fact, FileView } from '../fact.ts';
import type { Logger } from './logger.ts';
import { loggerOf } from './logger.ts';
import { COMMON_LEVELS, METHOD_NAMES } from './methods.ts';
import type { HandedOn } from './own-logger.ts';
import { ANY_MEMBER, handedOn } from './own-logger.ts';

/** A call that writes a log line. */
export interface LogCall extends Fact {
  readonly node: TSESTree.CallExpression;
  readonly callee: Node;
  readonly logger: Logger;
  /** Null where it is given at run time. */
  readonly level: LogLevel | null;
  /** What is written out, in the order it is given: where a name stands for it, what it was given. */
  readonly args: readonly Expression[];
  /** The names in the call that stand for some of these. */
  readonly names: ReadonlyMap<Expression, Expression>;
  /** What is written of an argument, where that is not all of it. */
  readonly writtenOf: (argument: Expression) => WrittenOf;
  /** The text of the line; null where none is written here. */
  readonly message: Expression | null;
  /** The arguments besides the message: fields, errors, and what is only appended. */
  readonly rest: readonly Expression[];
  /** Where its logger wants the fields; null where that is not known. */
  readonly order: LoggerLibrary['order'] | null;
  /** It goes to the console or a standard stream. */
  readonly isConsole: boolean;
  /** A function of the project's own, which writes the line somewhere else. */
  readonly own: FunctionValue | null;
  /** The file, for an edit of it. */
  readonly module: SourceModule;
}

/** How much of an argument becomes part of a line. */
export interface WrittenOf {
  /** Only as part of a text. */
  readonly isText: boolean;
  /** Only the members of these names; null for all of them. */
  readonly members: ReadonlySet<string> | null;
}

/** It is written out as it is. */
export const ALL: WrittenOf = { isText: false, members: null };

/** `logger.log({ level: 'info', message, … })`. */
const isEntry = (argument: Expression | undefined): boolean =>
  argument !== undefined && unwrap(argument).type === 'ObjectExpression';

/** All log calls of a file. */
export function findLogCalls({ module, candidates }: FileView): LogCall[] {
  return candidates.calls.flatMap((node) => {
    const found = node.type === 'CallExpression' ? logCallAt(node, module) : null;
    return found ? [found] : [];
  });
}

/** The log line that a call writes; null for any other call. */
export function logCallAt(node: TSESTree.CallExpression, module: SourceModule): LogCall | null {
  const callee = unwrap(node.callee);
  const used =
    callee.type === 'MemberExpression'
      ? methodUsed(callee, module)
      : functionUsed(callee, node, module);
  if (!used) return null;
  const given = node.arguments.flatMap((argument) =>
    argument.type === 'SpreadElement' ? [] : [argument],
  );
  const { handed } = used;
  const args = handed ? given.filter((each, index) => isWritten(each, index, handed)) : given;
  const told = used.leveled && !isEntry(args[0]) ? args.slice(1) : args;
  const names = new Map<Expression, Expression>();
  const written = told.map((argument) => {
    const value = textOrFields(argument, module);
    if (value) names.set(value, argument);
    return value ?? argument;
  });
  const placeOf = (argument: Expression): number => given.indexOf(names.get(argument) ?? argument);
  const message = written.find((argument) => isText(unwrap(argument))) ?? null;
  return {
    node,
    callee: node.callee,
    logger: used.logger,
    level: used.leveled ? levelOf(args[0]) : used.level,
    args: written,
    names,
    writtenOf: (argument) => (handed ? writtenOf(placeOf(argument), handed) : ALL),
    message,
    rest: written.filter((argument) => argument !== message),
    order: used.own ? null : (used.logger.library?.order ?? null),
    isConsole: (used.logger.library?.globals?.length ?? 0) > 0,
    own: used.own,
    module,
    evidence: {},
  };
}

interface Used {
  readonly logger: Logger;
  readonly level: LogLevel | null;
  readonly leveled: boolean;
  readonly own: FunctionValue | null;
  /** What is written out of the arguments, where that is not all. */
  readonly handed: HandedOn | null;
}

const isWritten = (
  argument: Expression,
  index: number,
  { plain, text, partly }: HandedOn,
): boolean =>
  plain.has(index) ||
  text.has(index) ||
  (partly.has(index) && unwrap(argument).type === 'ObjectExpression');

function writtenOf(index: number, { plain, text, partly }: HandedOn): WrittenOf {
  if (plain.has(index)) return ALL;
  if (text.has(index)) return { isText: true, members: null };
  const members = partly.get(index);
  return { isText: false, members: !members || members.has(ANY_MEMBER) ? null : members };
}

const isText = ({ type, ...node }: Expression): boolean =>
  type === 'TemplateLiteral' ||
  (type === 'Literal' && 'value' in node && typeof node.value === 'string') ||
  (type === 'BinaryExpression' && 'operator' in node && node.operator === '+');

/** `const fields = { … }`, or a text that is put together, where a line is given its name. */
function textOrFields(argument: Expression, module: SourceModule): Expression | null {
  const value = argument.type === 'Identifier' ? writtenFor(argument, module) : null;
  const isTold = value?.type === 'ObjectExpression' || (value !== null && isPutTogether(value));
  return isTold ? value : null;
}

/** A text with values in it. */
export const isPutTogether = (node: Node): boolean =>
  node.type === 'TemplateLiteral'
    ? node.expressions.length > 0
    : node.type === 'BinaryExpression' && node.operator === '+';

function levelOf(argument: Expression | undefined): LogLevel | null {
  const name = argument?.type === 'Literal' ? String(argument.value).toLowerCase() : '';
  return COMMON_LEVELS.get(name) ?? null;
}

function methodUsed(callee: TSESTree.MemberExpression, module: SourceModule): Used | null {
  const method = keyName(callee);
  if (method === 'logger' || (method === 'log' && callee.object.type === 'ThisExpression'))
    return calledLogger(callee, module);
  if (method === null || !METHOD_NAMES.has(method)) return null;
  const logger = loggerOf(valueOf(callee.object, module));
  if (logger) return use(logger, method);
  const level = COMMON_LEVELS.get(method);
  if (level === undefined || !isNamedLogger(callee.object, module)) return null;
  const found = ownUse(valueOf(callee, module), level, true);
  return found && { ...found, logger: withFields(found.logger, valueOf(callee.object, module)) };
}

/** `const log = root.child({ traceId })`, where no library is known to have made `root`. */
function withFields(logger: Logger, receiver: Value): Logger {
  if (logger.library || receiver.kind !== 'call') return logger;
  const [, made] = ownerOf(receiver.callee);
  const [fields] = made === 'child' ? receiver.args : [];
  return fields ? { ...logger, bindings: [...logger.bindings, fields] } : logger;
}

/** `options.logger('sent')`, `this.log('sent')`: a function that is kept, and called what it is for. */
function calledLogger(callee: TSESTree.MemberExpression, module: SourceModule): Used | null {
  const value = valueOf(callee, module);
  const isGiven = value.kind === 'parameter' || value.kind === 'function';
  return isGiven || keyName(callee) === 'logger' ? ownUse(value, 'info', true) : null;
}

function use(logger: Logger, method: string): Used | null {
  const { library } = logger;
  const level = library && Object.hasOwn(library.methods, method) ? library.methods[method] : null;
  const leveled = library?.leveled?.includes(method) ?? false;
  if (!level && !leveled) return null;
  return { logger, level: level ?? null, leveled, own: null, handed: null };
}

const BY_NAME: Logger = { library: null, made: null, bindings: [] };

/** A function of the project's own: it must lead to a log line, or be a method of what is called a logger. */
function ownUse(callee: Value, level: LogLevel, isNamed: boolean): Used | null {
  if (callee.kind !== 'function')
    return isNamed ? { logger: BY_NAME, level, leveled: false, own: null, handed: null } : null;
  const handed = handedOn(callee, logCallAt);
  if (!handed)
    return isNamed ? { logger: BY_NAME, level, leveled: false, own: callee, handed: null } : null;
  return {
    logger: handed.logger,
    level: isNamed ? level : (handed.level ?? level),
    leveled: false,
    own: callee,
    handed,
  };
}

function functionUsed(
  callee: Node,
  call: TSESTree.CallExpression,
  module: SourceModule,
): Used | null {
  if (callee.type !== 'Identifier') return null;
  const isLogLike = wordsOf(callee.name).some((word) => LOG_WORDS.has(word));
  if (!isLogLike && !importsCalledLogger(module)) return null;
  const value = valueOf(callee, module);
  const logger = loggerOf(value);
  if (logger?.library?.call)
    return { logger, level: logger.library.call, leveled: false, own: null, handed: null };
  if (!isLogLike) return null;
  const [owner, method] = ownerOf(value);
  const found = owner && loggerOf(owner);
  if (found) return use(found, method);
  return value.kind === 'function' && !isForItsResult(call) ? ownUse(value, 'info', false) : null;
}

/** `const entries = await loadLogs(day)`: it is called for what it gives. */
function isForItsResult(call: Node): boolean {
  const { parent } = wrapped(call);
  if (parent?.type === 'AwaitExpression') return isForItsResult(parent);
  return parent?.type === 'VariableDeclarator' || parent?.type === 'MemberExpression';
}

/** `const { error } = console`. */
function ownerOf(value: Value): [Value | null, string] {
  if (value.kind === 'member') return [value.object, value.name];
  if (value.kind === 'external' && value.path.length > 1)
    return [{ ...value, path: value.path.slice(0, -1) }, value.path.at(-1) ?? ''];
  return [null, ''];
}

const LOG_WORDS: ReadonlySet<string> = new Set(
  'log logs logger logging debug info warn warning error trace print write report audit record capture dump'.split(
    ' ',
  ),
);

/** Modules whose loggers are called themselves, under any name. */
const CALLED_MODULES = /['"](?:debug|roarr)['"]/;
const importsCalledLogger = oncePer(({ text }: SourceModule) => CALLED_MODULES.test(text));

/** `log`, `logger`, `this.logger`, `req.log`, `requestLogger`. */
export function isNamedLogger(node: Node, module: SourceModule): boolean {
  const receiver = unwrap(node);
  const names =
    receiver.type === 'Identifier'
      ? knownNames(receiver, module.scopes)
      : receiver.type === 'MemberExpression'
        ? [keyName(receiver) ?? '']
        : receiver.type === 'CallExpression'
          ? [calledName(receiver, module) ?? '']
          : [];
  return names.some((name) => /^(?:log|logger|logging)$/.test(wordsOf(name).at(-1) ?? ''));
}

/** `getLogger().info(…)`, `logger.child(…).info(…)`. */
function calledName({ callee }: TSESTree.CallExpression, module: SourceModule): string | null {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression') return null;
  const name = keyName(callee);
  return name === 'child' && isNamedLogger(callee.object, module) ? 'logger' : name;
}
