import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { writtenFor } from '../../values/written-for.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/**
 * An answer that says the same whatever went wrong, with a status of the server's own failure:
 * `res.status(500).json({ error: 'Internal error' })`, `Response.json({ ok: false }, { status: 500 })`.
 * Whoever reads it learns nothing of the cause, and neither does the one who runs the server.
 */
export function isFixedFailure(call: Call, module: SourceModule): boolean {
  const [body, init, ...others] = call.arguments;
  const callee = unwrap(call.callee);
  if (others.length > 0 || (body && !isFixed(body, module))) return false;
  if (call.type === 'NewExpression')
    return (
      callee.type === 'Identifier' &&
      RESPONSES.has(callee.name) &&
      isFailure(statusIn(init, module))
    );
  if (callee.type !== 'MemberExpression') return false;
  const method = keyName(callee) ?? '';
  const on = unwrap(callee.object);
  if (on.type === 'Identifier' && RESPONSES.has(on.name))
    return method === 'json' && isFailure(statusIn(init, module));
  return !init && BODIES.has(method) && on.type === 'CallExpression' && isFailure(statusSet(on));
}

const RESPONSES: ReadonlySet<string> = new Set(['Response', 'NextResponse']);
const BODIES: ReadonlySet<string> = new Set(['json', 'send', 'end']);
const STATUSES: ReadonlySet<string> = new Set(['status', 'code']);

/** `{ status: 500, headers }`. */
function statusIn(node: Node | undefined, module: SourceModule): number | null {
  const init = node && (writtenFor(node, module) ?? unwrap(node));
  if (init?.type !== 'ObjectExpression') return null;
  const property = init.properties.find((each) => keyName(each) === 'status');
  return property?.type === 'Property' ? numberAt(property.value) : null;
}

/** `res.status(500)`, with a type or a header set between. */
function statusSet(call: TSESTree.CallExpression): number | null {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression') return null;
  if (STATUSES.has(keyName(callee) ?? '')) return numberAt(call.arguments[0]);
  const on = unwrap(callee.object);
  return on.type === 'CallExpression' ? statusSet(on) : null;
}

const numberAt = (node: Node | undefined): number | null =>
  node?.type === 'Literal' && typeof node.value === 'number' ? node.value : null;

const isFailure = (status: number | null): boolean => status !== null && status >= 500;

/** Holds nothing that is only known when it runs. */
function isFixed(part: Node, module: SourceModule): boolean {
  const node = writtenFor(part, module) ?? unwrap(part);
  switch (node.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return node.expressions.length === 0;
    case 'ObjectExpression':
      return node.properties.every(
        (each) => each.type === 'Property' && isFixed(each.value, module),
      );
    case 'ArrayExpression':
      return node.elements.every((each) => each !== null && isFixed(each, module));
    case 'CallExpression': {
      const callee = unwrap(node.callee);
      const isText = callee.type === 'MemberExpression' && keyName(callee) === 'stringify';
      return isText && node.arguments.every((argument) => isFixed(argument, module));
    }
    default:
      return false;
  }
}
