import type { TSESTree } from '@typescript-eslint/utils';
import { environmentChains, environmentGetters } from '../../clients/environment-readers.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, staticString, unwrap } from '../../ast/node.ts';
import { environmentOf, patternOf } from '../../values/address.ts';
import { importedFrom } from '../../values/value.ts';
import { member, valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { External, Value } from '../../values/value.ts';
import { nameOf } from '../literal-place.ts';
import { fallsBack, throws } from './env-fall-back.ts';
import { presenceIn } from './env-presence.ts';
import { isEnvironmentName, purposeOf } from './env-purpose.ts';
import { strictMethodOf, strictReadOf } from './strict-reader.ts';
import type { FileView } from '../fact.ts';
import { isVariableName } from './variable-name.ts';

/** A default of an environment variable, and how it is written. */
export interface EnvDefault {
  /** The read with its default. */
  readonly node: Node;
  readonly variable: string;
  readonly form:
    | 'operator'
    | 'conditional'
    | 'assignment'
    | 'pattern'
    | 'argument'
    | 'chain'
    | 'option'
    | 'merged';
  /** The read without the default; for a chain or argument the part that stays. */
  readonly read: Node;
  /** Where the default is written. */
  readonly value: Node;
  /** Its text, `${…}` where a piece is not known; null where it is no text. */
  readonly text: string | null;
  /** Chain method to write in the place of the default, or the reader's method that throws. */
  readonly required: string | null;
  readonly module: SourceModule;
}

/** `process.env.X || 'v'`, `process.env.X ? process.env.X : 'v'`, `process.env.X ??= 'v'`. */
export function operatorDefaults({ module, candidates }: FileView): EnvDefault[] {
  const found = candidates.logicals.flatMap((node): EnvDefault[] => {
    if (node.type === 'ConditionalExpression') return conditionalDefault(module, node);
    if (node.operator === '&&') return [];
    const own = defaultOf(module, 'operator', node, node.left, node.right);
    return own.length > 0 ? own : emptyCredential(module, node);
  });
  const written = module.memberWrites
    .filter(({ operator }) => operator === '||=' || operator === '??=')
    .flatMap((node) => defaultOf(module, 'assignment', node, node.left, node.right));
  return [...found, ...written];
}

/**
 * `options.apiKey || process.env.API_KEY || ''`: where nobody gives the key and it is not set, requests
 * go out without one. Any other last resort may be what an option of a caller's is known to be.
 */
function emptyCredential(module: SourceModule, node: TSESTree.LogicalExpression): EnvDefault[] {
  const first = unwrap(node.left);
  if (first.type !== 'LogicalExpression' || first.operator === '&&') return [];
  const last = valueOf(first.right, module);
  return defaultOf(module, 'operator', node, first, node.right, last).filter(
    ({ variable, text }) => text === '' && purposeOf(variable, text) === 'credential',
  );
}

/** `env.A ? env.A : 'default'`, `env.A !== undefined ? env.A : 'default'`. */
function conditionalDefault(
  module: SourceModule,
  node: TSESTree.ConditionalExpression,
): EnvDefault[] {
  const { asked, isThere } = presenceIn(node.test, module);
  const [read, value] = isThere
    ? [node.consequent, node.alternate]
    : [node.alternate, node.consequent];
  const [test, ...others] = variablesOf(asked);
  const [kept] = variablesOf(valueOf(read, module));
  if (others.length > 0 || test !== kept) return [];
  return defaultOf(module, 'conditional', node, read, value);
}

/** A default that stands in for what is read; none where it is no text, or may throw. */
export function defaultOf(
  module: SourceModule,
  form: EnvDefault['form'],
  node: Node,
  read: Node,
  value: Node,
  left: Value = valueOf(read, module),
  right: Value = valueOf(value, module),
): EnvDefault[] {
  const strict = strictReadOf(read, module);
  const variables = strict ? [strict.variable] : variablesOf(left);
  const text = textOf(right);
  // Of `env.HOST_OVERRIDE || env.HOST || 'v'`, the one that says what it is for.
  const variable =
    variables.find((name) => purposeOf(name, text ?? null) !== 'other') ?? variables[0];
  return variable === undefined || text === undefined || mayRefuse(value, module)
    ? []
    : [{ node, variable, form, read, value, text, required: strict?.required ?? null, module }];
}

/** `env.X || fallback()`, where the function throws in some cases: in production, say. */
function mayRefuse(value: Node, module: SourceModule): boolean {
  const call = unwrap(value);
  const fn = call.type === 'CallExpression' ? valueOf(call.callee, module) : null;
  return fn?.kind === 'function' && throws(fn);
}

/** The variables that a value is, and nothing else: no default stands in it already. */
export function variablesOf(value: Value): string[] {
  if (value.kind === 'env') return [value.name];
  return value.kind === 'choice' && value.options.every((option) => option.kind === 'env')
    ? environmentOf(value)
    : [];
}

/** The text of a default; undefined where it is not written as text. */
function textOf(value: Value): string | null | undefined {
  if (value.kind === 'literal')
    return typeof value.value === 'string'
      ? value.value
      : value.value === undefined || value.value === null
        ? undefined
        : null;
  if (value.kind === 'text')
    return typeof value.parts[0] === 'string' ? patternOf(value) : undefined;
  return value.kind === 'external' && value.source !== null ? environmentNamed(value) : undefined;
}

/** `Environment.Sandbox` of a package. */
function environmentNamed({ path }: External): string | undefined {
  const name = path.length > 1 ? (path.at(-1) ?? '') : '';
  return isEnvironmentName(name) ? name : undefined;
}

/** `const { X = 'v' } = process.env`. */
export function patternDefaults({ module, candidates }: FileView): EnvDefault[] {
  return candidates.patterns.flatMap((pattern) => {
    const source = sourceOf(pattern);
    if (!source) return [];
    const environment = valueOf(source, module);
    return pattern.properties.flatMap((property): EnvDefault[] => {
      if (property.type !== 'Property' || property.value.type !== 'AssignmentPattern') return [];
      const name = keyName(property);
      const read = name === null ? null : member(environment, name);
      const text = textOf(valueOf(property.value.right, module));
      if (read?.kind !== 'env' || text === undefined) return [];
      return [
        {
          node: property.value,
          variable: read.name,
          form: 'pattern',
          read: property.value.left,
          value: property.value.right,
          text,
          required: null,
          module,
        },
      ];
    });
  });
}

function sourceOf(pattern: TSESTree.ObjectPattern): Node | null {
  const { parent } = pattern;
  if (parent.type === 'VariableDeclarator') return parent.init;
  if (parent.type === 'AssignmentExpression') return parent.right;
  return parent.type === 'AssignmentPattern' ? parent.right : null;
}

const getters: ReadonlySet<string> = new Set(environmentGetters);

/** `config.get('X', 'v')`, `env.get('X').default('v')`. */
export function callDefaults(view: FileView): EnvDefault[] {
  return view.candidates.calls.flatMap((call) => {
    if (call.type !== 'CallExpression') return [];
    const chain = chainDefault(call, view);
    if (chain) return [chain];
    const [name, value] = call.arguments;
    const variable = staticString(name);
    if (
      !name ||
      !value ||
      variable === null ||
      call.arguments.length !== 2 ||
      !isVariableName(variable)
    )
      return [];
    if (value.type === 'SpreadElement') return [];
    if (!getters.has(nameOf(call.callee) ?? '') && !fallsBack(call, variable, value, view))
      return [];
    const text = textOf(valueOf(value, view.module));
    return text === undefined
      ? []
      : [
          {
            node: call,
            variable,
            form: 'argument',
            read: name,
            value,
            text,
            required: strictMethodOf(call.callee, view.module),
            module: view.module,
          } satisfies EnvDefault,
        ];
  });
}

function chainDefault(call: TSESTree.CallExpression, { module }: FileView): EnvDefault | null {
  const [value] = call.arguments;
  if (call.callee.type !== 'MemberExpression' || !value || value.type === 'SpreadElement')
    return null;
  const before = call.callee.object;
  if (before.type !== 'CallExpression') return null;
  const reader = environmentChains.find(
    ({ defaultMethod }) => defaultMethod === keyName(call.callee),
  );
  const variable = staticString(before.arguments[0]);
  const origin = valueOf(before.callee, module);
  const isReader =
    reader?.modules.includes(importedFrom(origin) ?? '') === true &&
    (origin.kind === 'external' ? origin.path.at(-1) : keyName(before.callee)) === reader.read;
  const text = textOf(valueOf(value, module));
  if (!reader || variable === null || !isReader || text === undefined) return null;
  return {
    node: call,
    variable,
    form: 'chain',
    read: before,
    value,
    text,
    required: reader.required,
    module,
  };
}

export { textOf };
