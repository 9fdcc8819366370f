import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { Node } from '../../ast/node.ts';
import { enclosingFunction, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import { FROM_MAC } from './bits.ts';
import { calledName } from './containers.ts';
import { argumentsFor, decoratorsOf } from './parameters.ts';
import { sourcesOf } from './sources.ts';
import { soleValueOf } from '../../values/written-for.ts';

/**
 * What is known of a side's type: a text for sure, a text that may be missing, a variable of the
 * environment that may be unset, bytes, or nothing.
 */
export type SideKind = 'string' | 'missing' | 'unset' | 'bytes' | 'unknown';

const TEXTS =
  /^(?:String|toString|trim|slice|substring|substr|replace|replaceAll|toLowerCase|toUpperCase|padStart|padEnd|join|stringify)$/;

/** The type of an expression at a place, as far as the file says. */
export function sideKindOf(wrapped: Node, at: Node, module: SourceModule, depth = 0): SideKind {
  const node = unwrap(wrapped);
  if (depth > 5) return 'unknown';
  if (valueOf(node, module).kind === 'env' && node.type !== 'CallExpression')
    return node.type === 'Identifier' && isTruthyAt(node.name, at, module) ? 'string' : 'unset';
  switch (node.type) {
    case 'TemplateLiteral':
      return 'string';
    case 'Literal':
      return typeof node.value === 'string' ? 'string' : 'unknown';
    case 'BinaryExpression':
      return node.operator === '+' ? 'string' : 'unknown';
    case 'LogicalExpression':
      return kindOfDefault(node.left, node.right, at, module, depth);
    case 'CallExpression':
      return kindOfCall(node, module);
    case 'Identifier':
      return kindOfName(node, at, module, depth);
    default:
      return 'unknown';
  }
}

function kindOfDefault(
  left: Node,
  right: Node,
  at: Node,
  module: SourceModule,
  depth: number,
): SideKind {
  const [one, other] = [left, right].map((side) => sideKindOf(side, at, module, depth + 1));
  if (one === 'unset' && other === 'unset') return 'unset';
  if (other !== 'string') return 'unknown';
  return one === 'missing' || one === 'string' ? 'string' : 'unknown';
}

function kindOfCall(
  node: Extract<Node, { type: 'CallExpression' }>,
  module: SourceModule,
): SideKind {
  const name = calledName(node);
  if ((sourcesOf(module).of(node) & FROM_MAC) !== 0 && name === 'digest')
    return node.arguments.length > 0 ? 'string' : 'bytes';
  if (node.callee.type === 'MemberExpression' && /^(?:get|header)$/.test(name)) return 'missing';
  if (node.callee.type === 'MemberExpression' && /^(?:from|alloc|concat)$/.test(name))
    return textOf(node.callee.object, module) === 'Buffer' ? 'bytes' : 'unknown';
  const isFunctionOfText = (node.callee.type === 'Identifier') === (name === 'String');
  const mayBeMissing = /\?\./.test(textOf(node.callee, module));
  return TEXTS.test(name) && isFunctionOfText && !mayBeMissing ? 'string' : 'unknown';
}

function kindOfName(
  node: Extract<Node, { type: 'Identifier' }>,
  at: Node,
  module: SourceModule,
  depth: number,
): SideKind {
  const binding = module.scopes.bindingOf(node);
  const [declared] = binding?.declarations ?? [];
  if (!binding || !declared) return 'unknown';
  const type = declared.typeAnnotation?.typeAnnotation;
  if (type?.type === 'TSStringKeyword')
    return isFilledIn(declared, module) && !isTruthyAt(node.name, at, module)
      ? 'missing'
      : 'string';
  if (type) return /^(?:Buffer|Uint8Array)$/.test(textOf(type, module)) ? 'bytes' : 'unknown';
  const value = soleValueOf(binding);
  const kind = value ? sideKindOf(value, at, module, depth + 1) : 'unknown';
  return kind === 'missing' && isTruthyAt(node.name, at, module) ? 'string' : kind;
}

/** `@Headers('x-key') key: string`, or given such a one: a framework fills it in, and has nothing where nothing was sent. */
const isFilledIn = (declared: Node, module: SourceModule): boolean =>
  isDecorated(declared) ||
  argumentsFor(declared, module).some((given) => {
    const inner = unwrap(given);
    const binding = inner.type === 'Identifier' ? module.scopes.bindingOf(inner) : null;
    return binding?.declarations.some(isDecorated) ?? false;
  });

const isDecorated = (declared: Node): boolean => decoratorsOf(declared).length > 0;

/** Behind `if (!signature) return`. */
function isTruthyAt(name: string, at: Node, module: SourceModule): boolean {
  const fn = enclosingFunction(at);
  if (!fn) return false;
  return controlFlowOf(fn, module.visitorKeys)
    .guardsOf(at)
    .some(
      ({ test, outcome }) =>
        outcome === 'truthy' && test.type === 'Identifier' && test.name === name,
    );
}
