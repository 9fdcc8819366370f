import { tlsOptions, tlsVariable } from '../../clients/tls-options.ts';
import { literalLast } from '../../ast/comparison.ts';
import { testsAround } from '../../ast/guards.ts';
import type { Node } from '../../ast/node.ts';
import { enclosingFunction, keyName, unwrap } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';

/**
 * Whether a node is reached only where a caller, a setting or the environment asks by name for
 * certificates to be taken unchecked: `if (options.insecure)`, `if (ssl.rejectUnauthorized === false)`.
 */
export function isAskedFor(node: Node, module: SourceModule): boolean {
  const fn = enclosingFunction(node);
  return [...testsAround(node)].some(
    (test) => enclosingFunction(test) === fn && asks(unwrap(test), module),
  );
}

function asks(test: Node, module: SourceModule): boolean {
  if (test.type === 'LogicalExpression') {
    const sides = [test.left, test.right].map((side) => asks(unwrap(side), module));
    return test.operator === '&&' ? sides.includes(true) : !sides.includes(false);
  }
  if (test.type === 'UnaryExpression' && test.operator === '!')
    return isSwitch(unwrap(test.argument), CHECKS, module);
  if (test.type !== 'BinaryExpression') return isSwitch(test, SKIPS, module);
  const { left, operator, right } = literalLast(test);
  if (operator !== '===' && operator !== '==') return false;
  const [subject, wanted] = [unwrap(left), unwrap(right)];
  if (wanted.type !== 'Literal') return false;
  const names = OFF.has(String(wanted.value))
    ? CHECKS
    : ON.has(String(wanted.value))
      ? SKIPS
      : null;
  return names !== null && isSwitch(subject, names, module);
}

const OFF: ReadonlySet<string> = new Set(['false', '0', 'no', 'off']);
const ON: ReadonlySet<string> = new Set(['true', '1', 'yes', 'on']);

const namesOff = (off: boolean): ReadonlySet<string> =>
  new Set(tlsOptions.filter((option) => option.off === off).map(({ name }) => plain(name)));

const plain = (name: string): string => name.replaceAll(/[_-]/g, '').toLowerCase();

/** What says that certificates are checked, and what says that they are not. */
const CHECKS = {
  // `verify` is what other languages' clients call it.
  names: new Set([...namesOff(false), plain(tlsVariable.name), 'verify', 'verifypeer']),
  words:
    /(?:verif|valid|check|strict|reject|secure).{0,30}(?:tls|ssl|cert)|(?:tls|ssl|cert).{0,30}(?:verif|valid|check|strict|reject)/,
} as const;
const SKIPS = {
  names: namesOff(true),
  words:
    /\b(?:allow|skip|ignore|disable|accept|un).{0,30}(?:tls|ssl|cert|verif)|\bno(?: .{0,30})?(?:tls|ssl|cert|verif)|insecure|self ?signed/,
} as const;

/** A value that the program does not know, under a name that says what it switches. */
function isSwitch(
  node: Node,
  { names, words }: { readonly names: ReadonlySet<string>; readonly words: RegExp },
  module: SourceModule,
): boolean {
  const name =
    node.type === 'Identifier'
      ? node.name
      : node.type === 'MemberExpression'
        ? keyName(node)
        : null;
  if (name === null || !(names.has(plain(name)) || words.test(wordsOf(name).join(' '))))
    return false;
  return valueOf(node, module).kind !== 'literal';
}
