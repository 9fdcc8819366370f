import { isDeclaredExported } from '../../ast/exports.ts';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, keyName, unwrap, wrapped } from '../../ast/node.ts';
import { wordSet, wordsOf } from '../../ast/words.ts';
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

/** Nothing is done with it: the name it is given is read nowhere, or only its length is taken. */
export function isUnused({ node }: EnvDefault, view: FileView): boolean {
  const named = bindingOfRead(node, view);
  if (!named) return isMeasured(node);
  const [declaration] = named.declarations;
  const isExported = declaration !== undefined && isDeclaredExported(declaration);
  return named.kind === 'const' && !isExported && named.reads.every(isMeasured);
}

/** `read.trim().length`. */
function isMeasured(read: Node): boolean {
  let node = wrapped(read);
  for (let { parent } = node; parent; { parent } = node) {
    if (parent.type !== 'MemberExpression' || parent.object !== node) return false;
    const name = keyName(parent);
    if (name === 'length') return !isAsked(parent);
    if (name !== 'trim' || parent.parent.type !== 'CallExpression') return false;
    node = wrapped(parent.parent);
  }
  return false;
}

/** `if (key.length === 0) …` is a look at it, and not what is told of it. */
const isAsked = (length: Node): boolean =>
  /^(?:Binary|Unary|If|Conditional|Logical)/.test(length.parent?.type ?? '');

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
