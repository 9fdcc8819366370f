import type { TSESTree } from '@typescript-eslint/utils';
import { isWithin, nodesWithin } from '../../ast/within.ts';
import type { LogLevel } from '../../clients/schema.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { FunctionValue } from '../../values/value.ts';
import { contentsOf } from './contents.ts';
import type { Logger } from './logger.ts';

/** What a function of the project's own does with its arguments: some become part of a log line. */
export interface HandedOn {
  readonly logger: Logger;
  readonly level: LogLevel | null;
  /** The parameters that are written out as they are given: what a redactor gets first is not among them. */
  readonly plain: ReadonlySet<number>;
  /** The parameters of which members are written out: what else they hold is not. */
  readonly partly: ReadonlySet<number>;
}

interface Line {
  readonly logger: Logger;
  readonly level: LogLevel | null;
}

type FindLine = (call: TSESTree.CallExpression, module: SourceModule) => Line | null;

const knownByModule = new WeakMap<SourceModule, Map<FunctionNode, HandedOn | null>>();

/** Calls that are looked at in one function. */
const MOST_CALLS = 60;
/** A rest parameter stands for this many arguments. */
const MANY_ARGUMENTS = 12;

/** The log lines that a function writes of its parameters; null where it writes none. */
export function handedOn(fn: FunctionValue, lineAt: FindLine): HandedOn | null {
  const known = knownByModule.get(fn.module) ?? new Map<FunctionNode, HandedOn | null>();
  knownByModule.set(fn.module, known);
  const found = known.get(fn.node);
  if (found !== undefined) return found;
  known.set(fn.node, null);
  const result = look(fn, lineAt);
  known.set(fn.node, result);
  return result;
}

function look({ node: fn, module }: FunctionValue, lineAt: FindLine): HandedOn | null {
  const inside = nodesWithin(module.calls, fn).slice(0, MOST_CALLS);
  const plain = new Set<number>();
  const partly = new Set<number>();
  let line: Line | null = null;
  for (const call of inside) {
    if (call.type !== 'CallExpression') continue;
    const direct = lineAt(call, module);
    const handed = direct ? null : deeper(call, module, lineAt);
    const found = direct ?? handed;
    if (!found) continue;
    line ??= found;
    for (const [index, argument] of call.arguments.entries()) {
      if (handed && !handed.plain.has(index) && !handed.partly.has(index)) continue;
      for (const { parameter, isPart } of parametersIn(argument, fn, module))
        (isPart || handed?.plain.has(index) === false ? partly : plain).add(parameter);
    }
  }
  return line && { logger: line.logger, level: line.level, plain, partly };
}

/** `this.write('info', message, fields)`. */
function deeper(
  call: TSESTree.CallExpression,
  module: SourceModule,
  lineAt: FindLine,
): HandedOn | null {
  if (call.arguments.length === 0) return null;
  const callee = valueOf(call.callee, module);
  return callee.kind === 'function' ? handedOn(callee, lineAt) : null;
}

interface Written {
  readonly parameter: number;
  /** A member of it, not all of it. */
  readonly isPart: boolean;
}

/** The parameters of a function that an argument writes out, through names within the function. */
function parametersIn(
  argument: Node,
  fn: FunctionNode,
  module: SourceModule,
  depth = 3,
): Written[] {
  const whole = argument.type === 'SpreadElement' ? argument.argument : argument;
  return [...contentsOf(whole)].flatMap(({ node }) => {
    let root: Node = node;
    while (root.type === 'MemberExpression') root = root.object;
    const binding = root.type === 'Identifier' ? module.scopes.bindingOf(root) : null;
    const [declaration] = binding?.declarations ?? [];
    if (!binding || !declaration) return [];
    const index = fn.params.findIndex((parameter) => isWithin(declaration, parameter));
    const isPart = root !== node;
    if (index >= 0)
      return fn.params[index]?.type === 'RestElement'
        ? from(index)
        : [{ parameter: index, isPart }];
    const [write] = binding.writes;
    if (depth === 0 || write?.by.type !== 'VariableDeclarator' || !write.by.init) return [];
    return isWithin(write.by, fn) ? parametersIn(write.by.init, fn, module, depth - 1) : [];
  });
}

const from = (first: number): Written[] =>
  Array.from({ length: MANY_ARGUMENTS }, (_, index) => ({
    parameter: first + index,
    isPart: false,
  }));
