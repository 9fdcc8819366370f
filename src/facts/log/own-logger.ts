import type { TSESTree } from '@typescript-eslint/utils';
import { isWithin, nodesWithin } from '../../ast/within.ts';
import type { LogLevel } from '../../clients/schema.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { keyName, staticString, unwrap, wrapped } from '../../ast/node.ts';
import type { Binding } from '../../ast/scope.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { FunctionValue } from '../../values/value.ts';
import { contentsOf } from './contents.ts';
import type { Logger } from './logger.ts';
import { isGuarded } from './sorted-out.ts';

/** What a function of the project's own does with its arguments: some become part of a log line. */
export interface HandedOn {
  readonly logger: Logger;
  readonly level: LogLevel | null;
  /** The parameters that are written out as they are given: what a redactor gets first is not among them. */
  readonly plain: ReadonlySet<number>;
  /** The parameters that only become part of a text: of an error its message, of an object nothing. */
  readonly text: ReadonlySet<number>;
  /** The parameters of which members are written out, and their names: what else they hold is not. */
  readonly partly: ReadonlyMap<number, ReadonlySet<string>>;
}

interface Line {
  readonly logger: Logger;
  readonly level: LogLevel | null;
}

type FindLine = (call: TSESTree.CallExpression, module: SourceModule) => Line | null;

const knownByModule = new WeakMap<SourceModule, Map<FunctionNode, HandedOn | null>>();

/** Calls that are looked at in one function. */
const MOST_CALLS = 60;
/** A member whose name is not known. */
export const ANY_MEMBER = '*';
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
  const written = {
    plain: new Set<number>(),
    text: new Set<number>(),
    partly: new Map<number, Set<string>>(),
  };
  let line: Line | null = null;
  for (const call of inside) {
    if (call.type !== 'CallExpression') continue;
    const direct = lineAt(call, module);
    const handed = direct ? null : deeper(call, module, lineAt);
    const found = direct ?? handed;
    if (!found) continue;
    line ??= found;
    for (const [index, argument] of call.arguments.entries()) {
      const form = handed ? formIn(handed, index) : 'plain';
      const parts = form ? parametersIn(argument, fn, module) : [];
      const names = handed?.partly.get(index) ?? null;
      for (const each of parts) note(each, form ?? 'plain', names, written);
    }
  }
  if (!line) return null;
  for (const index of written.plain) written.text.delete(index);
  return { logger: line.logger, level: line.level, ...written };
}

type Form = 'plain' | 'text' | 'partly';

const formIn = ({ plain, text, partly }: HandedOn, index: number): Form | null =>
  plain.has(index) ? 'plain' : text.has(index) ? 'text' : partly.has(index) ? 'partly' : null;

/** `names`: the members that the function it is handed to writes out, where it writes only some. */
function note(
  { parameter, member, field, isText }: Written,
  form: Form,
  names: ReadonlySet<string> | null,
  to: { plain: Set<number>; text: Set<number>; partly: Map<number, Set<string>> },
): void {
  if (member === null && form !== 'partly') {
    (isText || form === 'text' ? to.text : to.plain).add(parameter);
    return;
  }
  const isOpen = form !== 'partly' || names === null || names.has(ANY_MEMBER);
  if (!isOpen && field !== null && !names.has(field)) return;
  const found = to.partly.get(parameter) ?? new Set<string>();
  const handedOn = member === null && field === null && !isOpen ? names : [member ?? ANY_MEMBER];
  for (const name of handedOn) found.add(name);
  to.partly.set(parameter, found);
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
  /** The member of it that is written; null for all of it. */
  readonly member: string | null;
  /** The field of the argument that it is put into: `{ request }`; null for the argument itself. */
  readonly field: string | null;
  /** It becomes part of a text as it is. */
  readonly isText: boolean;
}

/** The parameters of a function that an argument writes out, through names within the function. */
function parametersIn(
  argument: Node,
  fn: FunctionNode,
  module: SourceModule,
  depth = 3,
): Written[] {
  const whole = argument.type === 'SpreadElement' ? argument.argument : argument;
  return [...contentsOf(whole)].flatMap(({ node, isText, path }) => {
    const names: (string | null)[] = [];
    let root: Node = node;
    for (; root.type === 'MemberExpression'; root = root.object) names.unshift(keyName(root));
    const binding = root.type === 'Identifier' ? module.scopes.bindingOf(root) : null;
    const [declaration] = binding?.declarations ?? [];
    if (!binding || !declaration) return [];
    const parameter = fn.params.findIndex((each) => isWithin(declaration, each));
    const given = fn.params[parameter];
    if (given?.type === 'RestElement') return from(parameter);
    if (given) {
      const taken = memberTaken(given, declaration) ?? (names.length > 0 ? names[0] : undefined);
      const member = taken === undefined ? null : (taken ?? ANY_MEMBER);
      return [
        {
          ...{ parameter, member, field: path[0] ?? null },
          isText: isText || isSetToText(binding) || isTextThere(binding, node, module),
        },
      ];
    }
    const [write] = binding.writes;
    if (depth === 0 || write?.by.type !== 'VariableDeclarator' || !write.by.init) return [];
    if (!isWithin(write.by, fn)) return [];
    const inside = parametersIn(write.by.init, fn, module, depth - 1);
    return isText ? inside.map((each) => ({ ...each, isText })) : inside;
  });
}

/** The property of a pattern that a name stands for; undefined where the name is the parameter itself. */
function memberTaken(given: Node, declaration: Node): string | null | undefined {
  const pattern = given.type === 'AssignmentPattern' ? given.left : given;
  if (pattern.type !== 'ObjectPattern') return undefined;
  const property = pattern.properties.find((each) => isWithin(declaration, each));
  return property?.type === 'Property' ? keyName(property) : null;
}

/** `if (message instanceof Error) message = `${message.message}``: it is a text by the time it is written. */
const isSetToText = ({ writes }: Binding): boolean =>
  writes.some(
    ({ by }) => by.type === 'AssignmentExpression' && by.right.type === 'TemplateLiteral',
  );

/** `if (typeof first === 'string') write(first);`: what else may be given there is not written. */
const isTextThere = (binding: Binding, use: Node, module: SourceModule): boolean =>
  isGuarded(binding, use, module, ({ parent }) => {
    if (parent?.type !== 'UnaryExpression' || parent.operator !== 'typeof') return null;
    const test = wrapped(parent).parent;
    if (test?.type !== 'BinaryExpression' || !/^===?$/.test(test.operator)) return null;
    const other = unwrap(test.left) === parent ? test.right : test.left;
    return staticString(other) === 'string' ? { test, outcome: 'truthy' } : null;
  });

const from = (first: number): Written[] =>
  Array.from({ length: MANY_ARGUMENTS }, (_, index) => ({
    parameter: first + index,
    member: null,
    field: null,
    isText: false,
  }));
