import type { FunctionNode, Node } from '../../ast/node.ts';
import { isFunction, unwrap } from '../../ast/node.ts';
import { within } from '../../ast/within.ts';
import { ownFunction } from '../../values/own-function.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import type { ApiCall } from '../request/api-call.ts';

/** A function of this file that a call is given, as it is written there or by its name; null for anything else. */
export function taskAt(argument: Node, module: SourceModule): FunctionNode | null {
  const node = unwrap(argument);
  const isNamed = node.type === 'Identifier' || node.type === 'MemberExpression';
  return isNamed || isFunction(node) ? ownFunction(node, module) : null;
}

/** The requests in the functions that a call is given. */
export const requestsOfTasks = (call: Call, { facts, module }: FileView): ApiCall[] =>
  facts.apiCall.length === 0
    ? []
    : call.arguments.flatMap((argument) => {
        const task = taskAt(argument, module);
        return task ? within(facts.apiCall, task, ({ node }) => node) : [];
      });
