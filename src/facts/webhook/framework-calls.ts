import { calledName } from '../../ast/node.ts';
import type { RequestReads } from '../../clients/schema.ts';
import type { CallValue, Value } from '../../values/value.ts';

/** A call of an imported or global function, with the name that the function has at home. */
export function frameworkCall(value: Value): { call: CallValue; name: string } | null {
  const call = value.kind === 'awaited' ? value.of : value;
  if (call.kind !== 'call' || call.callee.kind !== 'external') return null;
  const imported = call.callee.path.at(-1) ?? '';
  const isDefault = imported === 'default' && call.node.type === 'CallExpression';
  return { call, name: isDefault ? calledName(call.node.callee) : imported };
}

/** A call of a framework's function that is given the request: `readBody(event)`, `setResponseStatus(event, 204)`. */
export function isOfFramework(value: Value, functions: RequestReads['functions']): boolean {
  const name = functions && frameworkCall(value)?.name;
  return name !== undefined && Object.values(functions ?? {}).some((names) => names.includes(name));
}
