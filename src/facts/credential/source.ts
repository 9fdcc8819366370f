import { wordsOf } from '../../ast/words.ts';
import type { Value } from '../../values/value.ts';
import { isString } from '../../values/value.ts';
import { piecesOf, variableOf } from '../environment/variable-source.ts';
import { credentialName } from './name.ts';
import type { CredentialName } from './name.ts';
import { credentialText } from './text.ts';

/** Why a value is a credential: where it comes from. */
export interface CredentialSource {
  /** The environment variable that holds it; null for a literal. */
  readonly variable: string | null;
  /** The variable's name is that of a key of something: it takes a telling place as well. */
  readonly isWeak: boolean;
  /** The variable is shown to browsers. */
  readonly isPublic: boolean;
}

const PUBLIC_PREFIX =
  /^(?:NEXT_PUBLIC|VITE|REACT_APP|VUE_APP|EXPO_PUBLIC|GATSBY|NUXT_PUBLIC|PUBLIC)_/;
const PUBLIC_WORDS: ReadonlySet<string> = new Set([
  'publishable',
  'public',
  'anon',
  'site',
  'maps',
  'map',
  'mapbox',
]);
/** What a server and its caller agree on to show that an address is the server's own. */
const HANDSHAKE: ReadonlySet<string> = new Set(['verify', 'verification', 'csrf', 'xsrf']);

/**
 * The credential that a value is or holds, by where it comes from: an environment variable that is
 * called one or given as a password, or a literal that is one. `name`: what the value is called in its place.
 */
export function credentialSource(
  value: Value,
  name: CredentialName | null,
): CredentialSource | null {
  let weak: CredentialSource | null = null;
  for (const piece of piecesOf(value)) {
    const found = sourceOf(piece, name);
    if (found && !found.isWeak) return found;
    weak ??= found;
  }
  return weak;
}

function sourceOf(piece: Value, name: CredentialName | null): CredentialSource | null {
  if (isString(piece))
    return credentialText(piece.value, { name })
      ? { variable: null, isWeak: false, isPublic: false }
      : null;
  const variable = variableOf(piece);
  if (variable === null) return null;
  // `passwd: process.env.STORE_ENTRY`: what is sent as a password is one, whatever its variable is called.
  return (
    variableSource(variable) ??
    (name === 'password' ? { variable, isWeak: false, isPublic: false } : null)
  );
}

/** An environment variable that is called a credential. */
export function variableSource(variable: string): CredentialSource | null {
  const kind = credentialName(variable);
  const words = wordsOf(variable);
  if (kind === null || words.some((word) => HANDSHAKE.has(word))) return null;
  const isPublic =
    PUBLIC_PREFIX.test(variable) || words.slice(1).some((word) => PUBLIC_WORDS.has(word));
  return { variable, isWeak: kind === 'weak', isPublic };
}
