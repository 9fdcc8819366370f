import type { Node } from '../../ast/node.ts';
import { ancestorsOf, calledName, enclosingFunction, keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';

/** Nothing that a request is sent with is written in the part that repeats it: it asks the same again. */
export const isSameEachTurn = ({ node }: ApiCall, root: Node, module: SourceModule): boolean =>
  node.arguments.every((argument) => isSame(argument, root, module, DEEPEST));

/** Names that are made of others are followed this far. */
const DEEPEST = 3;

function isSame(part: Node, root: Node, module: SourceModule, depth: number): boolean {
  let isSoFar = true;
  walk(part, module.visitorKeys, (node) => {
    if (node.type !== 'Identifier') return;
    const writes = module.scopes.bindingOf(node)?.writes ?? [];
    const written = writes.filter(({ by }) => isWithin(by, root));
    isSoFar &&= written.every(({ by }) => {
      const init = by.type === 'VariableDeclarator' && by.init ? unwrap(by.init) : null;
      if (!init || writes.length > 1) return false;
      return (
        isKept(init) || (isMadeOfNames(init) && depth > 0 && isSame(init, root, module, depth - 1))
      );
    });
  });
  return isSoFar;
}

/** `const id = localStorage.getItem('id')`: read anew each turn, and the same as before. */
function isKept(init: Node): boolean {
  const callee = init.type === 'CallExpression' ? unwrap(init.callee) : null;
  return callee?.type === 'MemberExpression' && KEPT_IN.test(keyName(callee) ?? '');
}

const KEPT_IN = /^(?:getItem|getElementById|querySelector)$/;

/** `const url = `${BASE}/payments/${id}`;`: the same as long as these names are. */
const isMadeOfNames = ({ type }: Node): boolean =>
  ['TemplateLiteral', 'BinaryExpression', 'Literal', 'ObjectExpression'].includes(type);

/** It changes nothing, as far as its method is known. */
export const isRead = ({ method }: ApiCall): boolean => READS.has(method);

const READS: ReadonlySet<string | null> = new Set(['GET', 'HEAD', null]);

/** A retry sends it again because it failed. */
export const isRepeatedAfterFailure = ({ node }: ApiCall, { facts }: FileView): boolean =>
  facts.retry.some(({ requests }) => requests.some((request) => request.node === node));

/** A signal or a race from outside ends the turns: `Promise.race([poll(), timer])`. */
export function isLimitedOutside(call: ApiCall, root: Node, { module }: FileView): boolean {
  const { written, state } = call.timeout;
  const hasSignal = call.node.arguments.some((argument) => hasProperty(argument, 'signal'));
  if (written.some((limit) => limit.isStartedOutside(root))) return true;
  if (hasSignal && state === 'unknown') return true;
  const fn = enclosingFunction(root) ?? null;
  return fn !== null && namesOf(fn, module).some((read) => isRaced(read));
}

const hasProperty = (argument: Node, name: string): boolean =>
  argument.type === 'ObjectExpression' &&
  argument.properties.some((each) => each.type === 'Property' && keyName(each) === name);

/** Where a function is read by its name. */
function namesOf(fn: Node, module: SourceModule): readonly Node[] {
  const id =
    'id' in fn && fn.id ? fn.id : fn.parent?.type === 'VariableDeclarator' ? fn.parent.id : null;
  if (id?.type === 'Identifier') return module.scopes.bindingOf(id)?.reads ?? [];
  return [fn];
}

function isRaced(read: Node): boolean {
  for (const above of ancestorsOf(read)) {
    if (above.type !== 'CallExpression') continue;
    const callee = unwrap(above.callee);
    const name = calledName(callee);
    if (/^race$|time_?out|deadline/i.test(name) && !/^(?:set|clear)Time/i.test(name)) return true;
  }
  return false;
}

/** The address, or the function around, speaks of payments. */
export function isAboutPayment(
  calls: readonly ApiCall[],
  root: Node,
  { text }: SourceModule,
): boolean {
  const fn = enclosingFunction(root) ?? root;
  const start = Math.max(0, fn.range[0] - 60);
  return (
    calls.some(({ address }) => PAYMENT.test(address.pattern)) ||
    PAYMENT.test(text.slice(start, fn.range[1]))
  );
}

const PAYMENT = /payment|checkout|transaction/i;
