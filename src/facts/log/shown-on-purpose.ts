import type { Node } from '../../ast/node.ts';
import { unwrap } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { credentialName } from '../credential/name.ts';
import type { FileView } from '../fact.ts';
import type { Leak } from './leak-kind.ts';
import type { LogCall } from './log-call.ts';

const NAMED = /token|key|secret|password|credential|jwt/i;
const EXPORTS = /\bexports?\b/;

/**
 * A program that is there to give a credential to the person who runs it, by its own name
 * (`get-token.js`, `client-credentials.js`), prints it under its name.
 */
export function isShownOnPurpose(leak: Leak, log: LogCall, { module }: FileView): boolean {
  if (leak.kind !== 'credential' || !log.isConsole || EXPORTS.test(module.text)) return false;
  const file = module.path.split('/').at(-1) ?? '';
  return isNamedForIt(file) && log.args.some((argument) => says(argument));
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
