import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { isFunction, keyName, unwrap } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import { wordSet, wordsOf } from '../../ast/words.ts';
import { contentsOf, nameOf } from './contents.ts';
import { wholeOfStripped } from './stripped.ts';

/** What functions do that give back less than they got. */
const REDUCING = wordSet(
  'redact redacted mask masked obfuscate sanitize sanitise scrub anonymize anonymise censor hash fingerprint digest truncate omit pick hide strip clean safe shorten abbreviate encrypt summarize last4 is has check count len length boolean number type typeof pseudonymize tokenize clip partial filter preview exists present validate parse int',
);
/** Methods of texts and lists that give back a part, an answer or a replacement. */
const CUTTING = wordSet(
  'slice substring substr replace replaceAll at charAt indexOf includes startsWith endsWith test has match search some every padStart padEnd localeCompare',
);
/** Names of what is told of a thing and is not the thing. */
const ABOUT = wordSet(
  'id ids name type length count status hint prefix suffix at in exp expiry expires ttl version source kind mode label present size index last4 set ok valid found exists error url uri path endpoint route reason',
);

/** A function that takes the secret out of what it is given, by its name. */
export const isRedactor = (name: string): boolean =>
  wordsOf(name).some((word) => REDUCING.has(word));

/** A name of something told of a secret: `tokenId`, `hasKey`, `maskedCard`. */
export function isReducedName(name: string): boolean {
  const words = wordsOf(name);
  return ABOUT.has(words.at(-1) ?? '') || words.some((word) => REDUCING.has(word));
}

/** The name of something that is set and no secret: `role_id`, `ai_provider`. */
export function isSettingName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  return words.length > 1 && (ABOUT.has(last) || SETTINGS.has(last));
}

const SETTINGS = wordSet(
  'provider model region channel role host port language timezone visibility title priority topic locale format',
);

/** A name of a table that tells something of each of several things: `sources`, `tokenTypes`. */
export function isTableAbout(name: string): boolean {
  const last = wordsOf(name).at(-1) ?? '';
  return last.endsWith('s') && ABOUT.has(last.slice(0, -1));
}

/** An expression that keeps less of a secret than makes one: its presence, its end, its hash. */
export function isReduced(wrapped: Node): boolean {
  const node = unwrap(wrapped);
  const whole = wholeOfStripped(node);
  if (whole) return isReduced(whole);
  switch (node.type) {
    case 'UnaryExpression':
    case 'Literal':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return true;
    case 'BinaryExpression':
      return node.operator !== '+' || [...contentsOf(node)].every((part) => isReduced(part.node));
    case 'TemplateLiteral':
      return node.expressions.length > 0 && node.expressions.every(isReduced);
    case 'ConditionalExpression':
      return isReduced(node.consequent) && isReduced(node.alternate);
    case 'AwaitExpression':
      return isReduced(node.argument);
    case 'MemberExpression':
      return ABOUT.has(wordsOf(keyName(node) ?? '').at(-1) ?? '');
    case 'CallExpression':
      return (
        isReducingCall(node.callee) ||
        mapsToReduced(node) ||
        [...contentsOf(node)].some((part) => part.node !== node && isReduced(part.node))
      );
    default:
      return false;
  }
}

/** `cookies.map((cookie) => cookie.name)` */
function mapsToReduced({ callee, arguments: [each] }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || keyName(callee) !== 'map' || !isFunction(each))
    return false;
  const results = returnsOf(each);
  return results.length > 0 && results.every(isReduced);
}

/** What was one text, with nothing left out. */
const TAKING_APART: ReadonlySet<string> = new Set(['JSON.parse', 'qs.parse', 'querystring.parse']);

function isReducingCall(wrapped: Node): boolean {
  const callee = unwrap(wrapped);
  if (callee.type === 'Identifier') return isRedactor(callee.name);
  if (callee.type !== 'MemberExpression') return false;
  const method = keyName(callee) ?? '';
  if (TAKING_APART.has(nameOf(callee))) return false;
  if (CUTTING.has(method) || isRedactor(method)) return true;
  const object = unwrap(callee.object);
  return (
    object.type === 'CallExpression' && !wholeOfStripped(object) && isReducingCall(object.callee)
  );
}
