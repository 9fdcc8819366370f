import type { Node } from '../../ast/node.ts';
import { unwrap } from '../../ast/node.ts';
import { wordSet, wordsOf } from '../../ast/words.ts';
import { nameOf } from '../literal-place.ts';

const DEVICES = wordSet('bridge device printer camera inverter thermostat doorbell');
const ELSEWHERE = wordSet('public external remote server cloud elastic');

/**
 * The host of an address is put in by a name that says that it is a thing in the local network, or
 * the number of one: nobody gives a certificate for that. `http://${bridgeIp}/api`.
 */
export function isOfDevice(address: Node): boolean {
  const host = hostHole(address);
  if (!host) return false;
  const words = [nameOf(host) ?? '', ownerOf(host)].flatMap(wordsOf);
  if (words.some((word) => ELSEWHERE.has(word))) return false;
  return words.some((word) => word === 'ip' || word === 'ipaddress' || DEVICES.has(word));
}

/** What stands right behind the scheme. */
function hostHole(address: Node): Node | null {
  if (address.type === 'TemplateLiteral')
    return address.quasis[0]?.value.raw.endsWith('//') ? (address.expressions[0] ?? null) : null;
  let sum = address;
  while (sum.type === 'BinaryExpression' && sum.left.type === 'BinaryExpression') sum = sum.left;
  return sum.type === 'BinaryExpression' &&
    sum.left.type === 'Literal' &&
    String(sum.left.value).endsWith('//')
    ? sum.right
    : null;
}

function ownerOf(host: Node): string {
  const member = unwrap(host);
  return member.type === 'MemberExpression' ? (nameOf(member.object) ?? '') : '';
}
