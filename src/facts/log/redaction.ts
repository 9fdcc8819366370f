import type { LoggerLibrary } from '../../clients/schema.ts';
import { nodesWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeAt } from '../../values/objects.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import { alternatives, importedFrom, isString } from '../../values/value.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import type { Leak } from './leak-kind.ts';
import type { Logger } from './logger.ts';
import { loggerOf } from './logger.ts';
import { sensitiveName } from './sensitive-name.ts';

type Redaction = NonNullable<LoggerLibrary['redaction']>;

/**
 * Whether a logger blots out the field at a path, or, where that holds something whole (`headers`),
 * what is secret in it. False for what is part of a text.
 */
export function blotsOut(logger: Logger, path: readonly string[], leak: Leak): boolean {
  const { library, made, options = [] } = logger;
  const redaction = library?.redaction;
  if (!redaction) return false;
  const own = made?.args[redaction.argument];
  return (
    [...(own ? [own] : []), ...options].some((each) => redacts(each, redaction, path, leak)) ||
    (library.configures?.ready ?? []).some((name) => {
      const ready = own && optionAt(own, name);
      const behind = ready && loggerOf(ready);
      return behind != null && blotsOut(behind, path, leak);
    })
  );
}

function redacts(
  options: Value,
  redaction: Redaction,
  path: readonly string[],
  leak: Leak,
): boolean {
  return (
    redaction.transforms.some((name) => changesLines(optionAt(options, name))) ||
    (redaction.serializers ?? []).some((name) => serializes(optionAt(options, name), path)) ||
    redaction.paths.some((name) => lists(optionAt(options, name), path, redaction, leak))
  );
}

function optionAt(options: Value, name: string): Value | null {
  const found = attributeAt(options, name.split('.'));
  return found.state === 'known' ? found.value : null;
}

/** A function of the project's own that takes things out of lines, or one that can't be looked into. */
function changesLines(option: Value | null): boolean {
  if (!option) return false;
  return [...alternatives(option)].some((value) => {
    if (value.kind === 'function') return takesOut(value);
    if (value.kind === 'object')
      return value.entries.some(
        (entry) => entry.kind !== 'computed' && changesLines(entry.value()),
      );
    if (value.kind === 'array') return value.elements.some(changesLines);
    if (value.kind === 'unknown') return true;
    if (value.kind !== 'call') return false;
    return changesLines(value.callee) || value.args.some(changesLines);
  });
}

/** By itself, or by a function of the project that it calls. */
const takesOut = (fn: FunctionValue, depth = 2): boolean =>
  TAKES_OUT.test(textOf(fn)) ||
  (depth > 0 &&
    nodesWithin(fn.module.calls, fn.node).some((call) => {
      const called = valueOf(call.callee, fn.module);
      return called.kind === 'function' && takesOut(called, depth - 1);
    }));

const TAKES_OUT = /\bdelete\b|redact|mask|sanit|scrub|censor|\*{3}|omit|\.replace\(/i;

const textOf = ({ node, module }: Value): string => module.text.slice(node.range[0], node.range[1]);

/** `serializers: { err: (error) => … }`; those that libraries bring copy what they are given. */
function serializes(serializers: Value | null, [first]: readonly string[]): boolean {
  if (!serializers || first === undefined || isOfLogger(serializers)) return false;
  const own = attributeAt(serializers, [first]);
  if (own.state === 'unknown') return true;
  if (own.state === 'absent') return false;
  return own.value.kind !== 'external' && own.value.kind !== 'member';
}

const MODULES = new Set(clientsOfKind('logger').flatMap(({ modules }) => modules));

/** `bunyan.stdSerializers`. */
const isOfLogger = (value: Value): boolean => MODULES.has(importedFrom(value) ?? '');

function lists(
  option: Value | null,
  path: readonly string[],
  { anyDepth }: Redaction,
  leak: Leak,
): boolean {
  if (option?.kind !== 'array') return option !== null && option.kind !== 'object';
  if (option.open) return true;
  return option.elements.some((element) => {
    if (!isString(element)) return true;
    const pattern = segmentsOf(element.value);
    return anyDepth ? named(pattern, path, leak) : covers(pattern, path, leak);
  });
}

/** `req.headers["x-api-key"]` as its names. */
const segmentsOf = (pattern: string): string[] =>
  [...pattern.matchAll(/[^.[\]'"]+/g)].map((match) => match[0]);

const same = (pattern: string | undefined, name: string): boolean =>
  pattern === '*' || pattern?.toLowerCase() === name.toLowerCase();

/** The pattern is the path or something around it; or what is secret within it. */
function covers(pattern: readonly string[], path: readonly string[], leak: Leak): boolean {
  const shared = Math.min(pattern.length, path.length);
  if (!path.slice(0, shared).every((name, index) => same(pattern[index], name))) return false;
  return pattern.length <= path.length || isWithin(pattern.at(-1) ?? '', leak);
}

const named = (pattern: readonly string[], path: readonly string[], leak: Leak): boolean =>
  path.some((name) => same(pattern.at(-1), name)) || isWithin(pattern.at(-1) ?? '', leak);

/** What is secret in something whole: in headers and what holds them, the one that shows who calls. */
function isWithin(last: string, { kind, name }: Leak): boolean {
  switch (kind) {
    case 'headers':
    case 'request':
    case 'error':
    case 'sent-request':
      return same(last, 'authorization') || last.toLowerCase() === 'headers';
    case 'configuration':
      return same(last, name.slice(name.lastIndexOf('.') + 1)) || !name.includes('.');
    case 'body':
    case 'cookies':
      return last === '*' || sensitiveName(last) !== null;
    default:
      return false;
  }
}
