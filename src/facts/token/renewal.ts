import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { FunctionValue } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { isTokenRequest } from './token-request.ts';

/** Whether something in a file looks when a token ends, asks for another in time, or after a 401. */
export function isRenewed(view: FileView): boolean {
  return looksAtClock(view) || handles401(view) || hasTimer(view);
}

const EXPIRY =
  /expir|valid_?(?:until|to|till)|fetched_?at|obtained_?at|issued_?at|\bexp\b|\bttl\b|\bstale/i;

/** A comparison with the time, or of an expiry. */
function looksAtClock({ candidates, module }: FileView): boolean {
  return (
    candidates.comparisons.some((test) => isHeldAgainstClock(test, module)) ||
    candidates.calls.some((call) =>
      /isExpired|isBefore|isAfter|isValid|hasExpired|isTokenExpired|isStale/.test(
        textOf(call.callee, module),
      ),
    )
  );
}

function isHeldAgainstClock(test: TSESTree.BinaryExpression, module: SourceModule): boolean {
  if (!['<', '<=', '>', '>='].includes(test.operator)) return false;
  const text = textOf(test, module);
  return EXPIRY.test(text) || /\bDate\b|\bnow\b|\bmoment\b|\bdayjs\b/.test(text);
}

/** Whether a function that asks for a token looks first when the one that there is ends. */
export function looksBeforeAsking({ node, module }: FunctionValue): boolean {
  let looks = false;
  walk(node, module.visitorKeys, (part) => {
    looks ||= part.type === 'BinaryExpression' && isHeldAgainstClock(part, module);
  });
  return looks;
}

/** A branch for 401, by number or by name. */
function handles401({ candidates, module }: FileView): boolean {
  const isTested = candidates.comparisons.some((test) =>
    /\b401\b|unauthori[sz]ed|invalid_token|token_expired/i.test(textOf(test, module)),
  );
  return (
    isTested ||
    candidates.switches.some((one) => /case\s+401\b/.test(textOf(one, module))) ||
    candidates.calls.some(
      (call) =>
        /\bincludes$|\bhas$/.test(textOf(call.callee, module)) &&
        /\b401\b|\.status/.test(textOf(call, module)) &&
        /\b401\b/.test(module.text),
    )
  );
}

/** A timer that has to do with tokens: by a name, or because what it runs asks for one. */
function hasTimer(view: FileView): boolean {
  const { candidates, module } = view;
  return candidates.calls.some((call) => {
    const name = globalName(valueOf(call.callee, module)) ?? '';
    const isTimer =
      name === 'setTimeout' ||
      name === 'setInterval' ||
      /\bschedule$|\bcron\b/.test(textOf(call.callee, module));
    if (!isTimer) return false;
    let found = false;
    for (const argument of call.arguments)
      walk(argument, module.visitorKeys, (node) => {
        if (node.type === 'Identifier' && /token|auth|login|refresh|expir/i.test(node.name))
          found = true;
        if (node.type === 'Identifier' || node.type === 'MemberExpression')
          found ||= asksForToken(node, view);
      });
    return found;
  });
}

function asksForToken(named: Node, { module, facts }: FileView): boolean {
  const fn = valueOf(named, module);
  return (
    fn.kind === 'function' &&
    facts.apiCall.some((call) => isWithin(call.node, fn.node) && isTokenRequest(call, module))
  );
}
