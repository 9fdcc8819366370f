import { refusesEmpty } from '../../clients/refused-when-empty.ts';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, keyName, unwrap, wrapped } from '../../ast/node.ts';
import { wordSet, wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import { textOf } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import { bindingOfRead } from './env-check.ts';
import type { EnvDefault } from './env-defaults.ts';
import type { EnvPurpose } from './env-purpose.ts';

/**
 * A schema that lets a variable be empty and has a switch for what it belongs to: `MAIL_ENABLED`
 * beside `MAIL_PASSWORD`, `OIDC_ENABLED` beside `OIDC_CLIENT_SECRET`.
 */
export function isSwitchedOn({ node, variable }: EnvDefault): boolean {
  const names = new Set(
    [...ancestorsOf(node)].flatMap((above) =>
      above.type === 'ObjectExpression'
        ? above.properties.flatMap((property) => keyName(property) ?? [])
        : [],
    ),
  );
  const words = variable.split('_');
  return words.some((_, index) => {
    const subject = words.slice(0, index).join('_');
    return subject !== '' && switchesOf(subject).some((name) => names.has(name));
  });
}

const switchesOf = (subject: string): string[] => [
  `${subject}_ENABLED`,
  `${subject}_ENABLE`,
  `ENABLE_${subject}`,
  `USE_${subject}`,
];

/** Words of an address that is of no certain service: that of the page's own backend. */
const OWN = wordSet(
  'vite public api app base baseurl url uri backend server host hostname origin endpoint rest http root path prefix service',
);

/** An empty address of a page's own backend is the page's origin: `${import.meta.env.VITE_API_URL ?? ''}/api/orders`. */
export const isOwnOrigin = (
  { variable, text, read, module }: EnvDefault,
  purpose: EnvPurpose,
): boolean =>
  purpose === 'address' &&
  text === '' &&
  wordsOf(variable).every((word) => OWN.has(word)) &&
  /^import\.meta\.env\b/.test(textOf(unwrap(read), module));

const SERVERS: ReadonlySet<string> = new Set(['server', 'devServer', 'preview']);

/** Where a bundler's own server passes requests on while one develops: `server: { proxy: { … } }`. */
export function isForDevelopmentServer(node: Node): boolean {
  const keys = [...ancestorsOf(node)].flatMap((above) =>
    above.type === 'Property' ? (keyName(above) ?? '') : [],
  );
  const proxy = keys.indexOf('proxy');
  return proxy !== -1 && SERVERS.has(keys[proxy + 1] ?? '');
}

/** It is handed, by itself or by its name, to a client that throws where it gets an empty text. */
export function isRefusedByClient(node: Node, view: FileView): boolean {
  const named = bindingOfRead(node, view);
  return (named?.reads ?? [node]).some((use) => isRefused(use, view));
}

function isRefused(use: Node, { module }: FileView): boolean {
  const node = wrapped(use);
  const call = node.parent;
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return false;
  const index = call.arguments.findIndex((argument) => argument === node);
  const callee = index < 0 ? null : valueOf(call.callee, module);
  if (callee?.kind !== 'external') return false;
  const { source, path } = callee;
  return refusesEmpty.some(
    (client) =>
      (source === null ? client.modules.length === 0 : client.modules.includes(source)) &&
      (client.given === undefined || client.given === call.arguments.length) &&
      client.name === path.at(-1) &&
      client.construct === (call.type === 'NewExpression') &&
      client.arguments.includes(index),
  );
}
