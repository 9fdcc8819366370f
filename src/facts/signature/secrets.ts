import { fitsInOrder } from '../../ast/text.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import { environmentGetters } from '../../clients/environment-readers.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, staticString, unwrap } from '../../ast/node.ts';
import { calledName } from './containers.ts';

const SECRET =
  /secret|token|(?:^|[_.-])key|(?:api|access|auth|sign\w{0,40}|hmac|verif\w{0,40}|private|shared|hook|cron|edge)_?key|passw|pwd|passphrase|signing|hmac|credential/i;
const NO_SECRET =
  /public|publish|(?:^|_)anon(?:_|ymous)|_url|_name$|header|expir|_ttl|_type$|limit|count|_path|prefix|length|issuer|audience|algo/i;

/** Whether a variable or setting of this name holds something that others must not learn. */
export const isSecretName = (name: string): boolean => SECRET.test(name) && !NO_SECRET.test(name);

/** Names that leave no doubt where there is nothing else to go by: `webhookSecret`, `SHARED_KEY`. */
export const isTellingSecretName = (name: string): boolean =>
  isSecretName(name) &&
  (/secret|hmac|signing/i.test(name) ||
    fitsInOrder(name, /hook|shared|expected|valid/i, /token|key/i));

/** Objects that hold what a program is configured with. */
const HOLDERS =
  /^(?:env|process|secrets?|config|configuration|settings|options|opts|bindings|runtimeConfig|credentials|_config|#config)$/i;

/** `config.webhookSecret`, `c.env.HOOK_TOKEN`, `this.options.secret`. */
export function isConfiguredSecret(node: TSESTree.MemberExpression): boolean {
  const name = keyName(node);
  if (name === null || !isSecretName(name)) return false;
  const object = unwrap(node.object);
  if (object.type === 'Identifier') return HOLDERS.test(object.name);
  if (object.type === 'MemberExpression') return HOLDERS.test(keyName(object) ?? '');
  return object.type === 'CallExpression' && /config|env|secret/i.test(calledName(object));
}

/** `config.get('HOOK_SECRET')`, `getEnv('HOOK_SECRET')`, `requireEnv('HOOK_SECRET')`. */
export function isSecretGetter(node: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const name = staticString(node.arguments[0]);
  if (name === null || name.includes('-') || !isSecretName(name)) return false;
  const callee = calledName(node);
  if (/env|config|secret|setting/i.test(callee)) return true;
  if (!environmentGetters.includes(callee) && !/^(?:getOrThrow|required?|must\w*)$/.test(callee))
    return false;
  return /^[A-Z][A-Z\d_]*$/.test(name) || HOLDERS.test(receiverName(node.callee));
}

function receiverName(callee: Node): string {
  const inner = unwrap(callee);
  if (inner.type !== 'MemberExpression') return '';
  const object = unwrap(inner.object);
  const name = object.type === 'Identifier' ? object.name : (keyName(object) ?? '');
  return /config/i.test(name) ? 'config' : name;
}
