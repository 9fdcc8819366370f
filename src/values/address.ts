import { withoutEnding } from '../ast/text.ts';
import type { Choice, Value } from './value.ts';
import { alternatives, isFallingBack } from './value.ts';

/** A URL as far as it is known. */
export interface Address {
  /** The value it was read from. */
  readonly value: Value;
  /** With `${…}` where a piece is not known: `${env:BASE_URL}/orders/${?}`. */
  readonly pattern: string;
  /** `https`, in lower case; null where it is not known or there is none. */
  readonly scheme: string | null;
  /** In lower case, without port; null where it is not known or there is none. */
  readonly host: string | null;
  /** From the first slash after the host or the base, with `${…}` in it, without query; null where not known. */
  readonly path: string | null;
  /** Environment variables that the scheme and host come from. */
  readonly variables: readonly string[];
  /** It is certainly a remote address: absolute, or built on a base that comes from the environment. */
  readonly isAbsolute: boolean;
}

/**
 * Scheme, userinfo, host, port; the rest is what follows. A `${…}` is one piece of any of them. Each
 * text can be read in one way only: with two, thirty variables in a row would take minutes.
 */
const BEFORE_PATH = expressionOf(
  String.raw`([a-z][a-z\d+.-]*):\/\/(?:(?:<hole>|[^/?#@$])*@)?(\[[^\]]*\]|(?:<hole>|[^/:?#$])*)(?::(?:<hole>|[^/?#$])*)?`,
);

/** All before the first `?` or `#` that is not in a `${…}`. */
const PATH = expressionOf('(?:<hole>|[^?#$])*');

/** From the start; `<hole>` is a `${…}`, or a dollar sign that begins none. */
function expressionOf(source: string): RegExp {
  const hole = String.raw`\$\{[^{}]*\}|\$(?!\{[^{}]*\})`;
  return new RegExp(`^${source.replaceAll('<hole>', () => hole)}`, 'i');
}

/** Reads a text as an address. */
export function addressOf(value: Value): Address {
  const pattern = patternOf(value);
  const absolute = BEFORE_PATH.exec(pattern);
  const [start = '', scheme, authority = ''] = absolute ?? [];
  const [host, begun] = withoutPath(authority);
  const before = start.endsWith(begun) ? start.slice(0, start.length - begun.length) : start;
  const rest = absolute ? pattern.slice(before.length) : '';
  const base = absolute ? null : /^\$\{([^{}]*)\}/.exec(pattern);
  const variables = [
    ...pattern.slice(0, pattern.length - rest.length).matchAll(/\$\{env:([^{}]*)\}/g),
  ].map((match) => match[1] ?? '');
  return {
    value,
    pattern,
    scheme: scheme?.toLowerCase() ?? null,
    host: absolute && host !== '' && !host.includes('${') ? host.toLowerCase() : null,
    path: pathOf(absolute ? rest : base ? pattern.slice(base[0].length) : pattern),
    variables: absolute ? variables : variables.slice(0, base ? 1 : 0),
    isAbsolute: absolute !== null || (base?.[1]?.startsWith('env:') ?? false),
  };
}

/** `https://api.x.io${path}`: what follows a whole host right away is its path. */
function withoutPath(authority: string): [host: string, path: string] {
  const [, host, path] = WHOLE_HOST.exec(authority) ?? [];
  return host === undefined || path === undefined ? [authority, ''] : [host, path];
}

/** Two names and a dot between at the least; a name that ends in a hyphen goes on. */
const WHOLE_HOST = /^([a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,})(\$\{[^{}]*\})$/i;

const pathOf = (rest: string): string | null => {
  const [path = ''] = PATH.exec(rest) ?? [];
  return path === '' && rest === '' ? null : path;
};

/** The text with its unknown pieces as `${…}`: `${env:NAME}` for a variable, `${?}` for the rest. */
export function patternOf(value: Value): string {
  if (value.kind === 'literal') return value.value == null ? '' : String(value.value);
  if (value.kind === 'text')
    return value.parts.map((part) => (typeof part === 'string' ? part : hole(part))).join('');
  return hole(value);
}

function hole(value: Value): string {
  if (value.kind === 'text' || value.kind === 'literal') return patternOf(value);
  const variables = environmentOf(value);
  if (variables.length === 1) return `\${env:${variables[0] ?? ''}}`;
  if (value.kind === 'parameter' && value.default) return patternOf(value.default);
  return '${?}';
}

/**
 * The hosts that a base may have which is one of several: of what stands in where a caller gives none
 * (`options.base ?? 'https://…'`), or of bases that all have one (`URLS[environment]`).
 */
export function possibleHostsOf({ value }: Address): readonly string[] {
  const base = value.kind === 'text' ? value.parts.find((part) => part !== '') : value;
  if (typeof base !== 'object' || base.kind !== 'choice') return [];
  return isFallingBack(base) ? hostOfFallback(base) : hostsOfAll(base);
}

function hostOfFallback({ options }: Choice): string[] {
  const [given, fallback, ...others] = options;
  const isGiven = given?.kind === 'member' || given?.kind === 'parameter';
  return isGiven && fallback && others.length === 0 ? hostsOfAll(fallback) : [];
}

function hostsOfAll(base: Value): string[] {
  const hosts = [...alternatives(base)].map((option) => addressOf(option).host);
  const known = hosts.filter((host) => host !== null);
  return known.length === hosts.length ? known : [];
}

const variablesOf = new WeakMap<Value, string[]>();

/** The environment variables that a value comes from, whatever stands in for them when they are unset. */
export function environmentOf(value: Value): string[] {
  const known = variablesOf.get(value);
  if (known) return known;
  const names = [...alternatives(value)].flatMap((option) => {
    if (option.kind === 'env') return [option.name];
    if (option.kind === 'text')
      return option.parts.flatMap((part) => (typeof part === 'string' ? [] : environmentOf(part)));
    return [];
  });
  const found = [...new Set(names)];
  variablesOf.set(value, found);
  return found;
}

/** A base and what is appended to it, joined the way clients join them: one slash between. */
export function joinAddresses(base: Value, path: Value): Value {
  const { node, module } = path;
  if (addressOf(path).isAbsolute) return path;
  const left = piecesOf(base);
  const right = piecesOf(path);
  const last = left.at(-1);
  const [first] = right;
  if (typeof last === 'string' && last.endsWith('/'))
    left[left.length - 1] = withoutEnding(last, '/');
  const starts = typeof first === 'string' && (first.startsWith('/') || first.startsWith('?'));
  const between = right.length === 0 || starts ? [] : ['/'];
  return {
    kind: 'text',
    node,
    module,
    parts: [...left, ...between, ...right].filter((part) => part !== ''),
  };
}

function piecesOf(value: Value): (string | Value)[] {
  if (value.kind === 'text') return [...value.parts];
  if (value.kind === 'literal') return value.value == null ? [] : [String(value.value)];
  return [value];
}
