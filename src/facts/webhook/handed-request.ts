import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { Inputs } from './inputs.ts';
import { FROM_BODY, FROM_HEADER } from './origin-bits.ts';
import { pathFrom } from './paths.ts';
import type { ParameterRole } from './site.ts';
import { functionOf } from './site.ts';

/** What expressions of the calling function are made from. */
interface MadeFrom {
  has(node: Node, from: number): boolean;
}

/** A request is handed on to functions this deep. */
const DEEPEST = 3;

/** What a function of the project is given by a call that hands it the whole request; null for any other call. */
export function inputsHandedBy(
  call: TSESTree.CallExpression,
  origins: MadeFrom,
  inputs: Inputs,
): Inputs | null {
  const depth = (inputs.depth ?? 0) + 1;
  if (depth > DEEPEST || inputs.reads === null) return null;
  const given = call.arguments.map((argument) => roleOf(argument, origins, inputs));
  if (!given.includes('request')) return null;
  const helper = functionOf(valueOf(call.callee, inputs.module));
  if (!helper || helper.node === inputs.fn) return null;
  const roles = new Map(given.flatMap((role, index) => (role ? [[index, role] as const] : [])));
  return { fn: helper.node, module: helper.module, roles, reads: inputs.reads, depth };
}

/** What an argument is of the request: a parameter as it is, or what is made of its parts. */
function roleOf(
  argument: Node,
  origins: MadeFrom,
  { fn, module, roles }: Inputs,
): ParameterRole | null {
  const place = pathFrom(valueOf(argument, module), fn);
  const whole = place?.path === '' ? roles.get(place.index) : undefined;
  if (whole) return whole;
  if (origins.has(argument, FROM_BODY)) return 'body';
  return origins.has(argument, FROM_HEADER) ? { header: '' } : null;
}
