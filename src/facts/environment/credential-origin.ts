import { environmentOf } from '../../values/address.ts';
import { attributeOf, namesOf } from '../../values/objects.ts';
import type { Value } from '../../values/value.ts';
import { isString } from '../../values/value.ts';
import { credentialName } from '../credential/name.ts';
import { isPlaceholder } from '../credential/randomness.ts';

/** Where a credential comes from. Its text is nowhere but in `id`, which serves to compare. */
export interface CredentialOrigin {
  readonly id: string;
  /** The environment variable; null where the credential is written as it is. */
  readonly variable: string | null;
}

const isCredential = (name: string): boolean => {
  const kind = credentialName(name);
  return kind !== null && (kind !== 'weak' || /key$/i.test(name));
};

/** @param name what the value is bound to */
export function originOf(value: Value, name: string): CredentialOrigin | null {
  const [variable, ...others] = environmentOf(value);
  if (variable !== undefined)
    return others.length === 0 && isCredential(variable) ? fromVariable(variable) : null;
  if (isString(value)) {
    const isOne = isCredential(name) && value.value.length >= 6 && !isPlaceholder(value.value);
    return isOne ? { id: `text ${value.value}`, variable: null } : null;
  }
  return value.kind === 'call' ? ofReader(value.args) : null;
}

/** `required('API_KEY')`: a helper that reads a variable, whatever it does besides. */
function ofReader(args: readonly Value[]): CredentialOrigin | null {
  const [first] = args;
  if (!first || !isString(first)) return null;
  const name = first.value;
  return /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(name) && isCredential(name)
    ? fromVariable(name)
    : null;
}

const fromVariable = (variable: string): CredentialOrigin => ({
  id: `variable ${variable}`,
  variable,
});

/** The credentials in a value and, if it is an object, in its properties. */
export function originsIn(value: Value, name: string): CredentialOrigin[] {
  const own = originOf(value, name);
  if (own) return [own];
  return namesOf(value).flatMap((key) => {
    const attribute = attributeOf(value, key);
    return attribute.state === 'known' ? (originOf(attribute.value, key) ?? []) : [];
  });
}

/** The same at any depth, each with where it stands: `{ headers: { Authorization: `Bearer ${key}` } }`. */
export function originsBelow(
  value: Value,
  name: string,
  depth = 0,
): (CredentialOrigin & { readonly value: Value })[] {
  const own = originOf(value, name);
  if (own) return [{ ...own, value }];
  if (depth > 3) return [];
  return namesOf(value).flatMap((key) => {
    const attribute = attributeOf(value, key);
    return attribute.state === 'known' ? originsBelow(attribute.value, key, depth + 1) : [];
  });
}
