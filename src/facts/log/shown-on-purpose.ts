import type { Node } from '../../ast/node.ts';
import { unwrap } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { credentialName } from '../credential/name.ts';
import type { FileView } from '../fact.ts';
import type { Leak } from './leak-kind.ts';
import { isRunByHand } from './for-terminal.ts';
import type { LogCall } from './log-call.ts';

const NAMED = /token|key|secret|password|credential|jwt/i;
const EXPORTS = /\bexports?\b/;

/**
 * A program that is there to give a credential to the person who runs it prints it: one that is called
 * so (`get-token.js`, `client-credentials.js`), under its name or by itself; a script that is run by
 * hand, under its name.
 */
export function isShownOnPurpose(leak: Leak, log: LogCall, { module }: FileView): boolean {
  if (leak.kind !== 'credential' || !log.isConsole) return false;
  const isNamed = log.args.some((argument) => says(argument));
  if (isNamed && isRunByHand(module.path)) return true;
  const file = module.path.split('/').at(-1) ?? '';
  const isAlone = log.args.length === 1;
  return !EXPORTS.test(module.text) && isNamedForIt(file) && (isNamed || isAlone);
}

function isNamedForIt(file: string): boolean {
  const name = file.replace(/\.[cm]?[jt]sx?$/, '');
  return credentialName(name) !== null && wordsOf(name).length > 1;
}

/** A text, or one that something is put behind, has a word for it. */
function says(wrapped: Node): boolean {
  const node = unwrap(wrapped);
  if (node.type === 'Literal') return typeof node.value === 'string' && NAMED.test(node.value);
  if (node.type === 'TemplateLiteral')
    return node.quasis.some(({ value }) => NAMED.test(value.raw));
  return node.type === 'BinaryExpression' && node.operator === '+' && says(node.left);
}
