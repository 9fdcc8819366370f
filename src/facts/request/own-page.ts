import { addressOf } from '../../values/address.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { ParameterValue, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { callsOf } from '../signature/parameters.ts';
import { isLoopback } from './loopback.ts';
import type { Request } from './request.ts';

type Sent = Pick<Request, 'client' | 'on' | 'address'>;

/**
 * The address is of the program itself or of its files: relative to a page, the address of the page,
 * `data:`, `blob:`, a loopback host.
 */
export function isLocalRequest({ client, on, address }: Sent): boolean {
  // Given to a client that has no base address, a path is one of the page's own server.
  const hasBase = on === null || on.made !== null || (on.byType && client?.setUp === undefined);
  const takesPaths = client !== null && !hasBase;
  return isLocal(address.value, takesPaths, FURTHEST);
}

/** The same for the base address of an instance, which may be a path. */
export const isLocalBase = ({ address }: Sent): boolean => isLocal(address.value, true, FURTHEST);

/** How many calls lead to where an address comes from. */
const FURTHEST = 2;

function isLocal(value: Value, takesPaths: boolean, depth: number): boolean {
  const options = [...alternatives(value)];
  return options.every(
    (option) =>
      isLocalText(option) ||
      isPage(option, depth) ||
      isMadeInPage(option) ||
      (takesPaths && isPath(option)) ||
      (option.kind === 'parameter' &&
        isGivenAlways(option, (argument) => isLocal(argument, takesPaths, depth - 1), depth)),
  );
}

const LOCAL_SCHEMES: ReadonlySet<string> = new Set([
  'data',
  'blob',
  'file',
  'about',
  'chrome-extension',
]);

function isLocalText(value: Value): boolean {
  const { scheme, host, pattern } = addressOf(value);
  // `data:${type};base64,…` has no authority.
  if (pattern.startsWith('data:')) return true;
  return (scheme !== null && LOCAL_SCHEMES.has(scheme)) || (host !== null && isLoopback(host));
}

/** A path: certainly without a scheme, and nothing at its start that a client takes for a host. */
function isPath(value: Value): boolean {
  const { pattern } = addressOf(value);
  if (/^\/(?!\/)|^\.{1,2}\/|^[?#]/.test(pattern)) return true;
  const first = /^[\w.-]+/.exec(pattern)?.[0] ?? '';
  const rest = pattern.slice(first.length);
  if (first === '' || !/^(?:[/?#]|$)/.test(rest)) return false;
  return !first.includes('.') || (rest === '' && FILE.test(first));
}

const FILE = /\.(?:json|xml|txt|csv|html?|md|svg|ya?ml|wasm|php)$/i;

/** The address of the page, or a text that starts with it. */
function isPage(value: Value, depth: number): boolean {
  if (value.kind === 'choice') {
    const named = [...alternatives(value)].filter((option) => addressOf(option).pattern !== '');
    return named.length > 0 && named.every((option) => isPage(option, depth));
  }
  if (value.kind === 'external') return value.source === null && isPageName(value.path);
  if (value.kind === 'env') return value.name === OWN_ADDRESS;
  if (value.kind === 'member') return isPage(value.object, depth);
  if (value.kind === 'call') return isPage(value.callee, depth) || isFileOfExtension(value);
  if (value.kind === 'parameter')
    return isGivenAlways(value, (argument) => isPage(argument, depth - 1), depth);
  const first = value.kind === 'text' ? value.parts.find((part) => part !== '') : undefined;
  return first !== undefined && typeof first !== 'string' && isPage(first, depth);
}

const isPageName = ([root = '', name = '']: readonly string[]): boolean =>
  root === 'document' ? PAGE.has(name) : root === 'location' && name !== '';

/** The variable by which a build tells a page where its own files are served. */
const OWN_ADDRESS = 'PUBLIC_URL';

const PAGE: ReadonlySet<string> = new Set(['location', 'baseURI', 'URL', 'documentURI']);

/** `chrome.runtime.getURL('popup.css')`: a file of the extension that asks for it. */
export function isFileOfExtension(value: Value): boolean {
  if (value.kind === 'text') {
    const [first] = value.parts.filter((part) => part !== '');
    return first !== undefined && typeof first !== 'string' && isFileOfExtension(first);
  }
  const path = value.kind === 'call' ? namesOf(value.callee) : [];
  return path.at(-1) === 'getURL' && EXTENSION_PARTS.has(path.at(-2) ?? '');
}

const EXTENSION_PARTS: ReadonlySet<string> = new Set(['runtime', 'extension']);

const namesOf = (value: Value): readonly string[] =>
  value.kind === 'member'
    ? [...namesOf(value.object), value.name]
    : value.kind === 'external'
      ? value.path
      : [];

/** `canvas.toDataURL()`, `URL.createObjectURL(file)`: nothing goes over the net. */
function isMadeInPage(value: Value): boolean {
  if (value.kind !== 'call') return false;
  const { callee } = value;
  const name =
    callee.kind === 'member'
      ? callee.name
      : callee.kind === 'external' && callee.source === null
        ? callee.path.at(-1)
        : null;
  return name === 'toDataURL' || name === 'createObjectURL';
}

/** Each call of a function that is the file's own gives a parameter what is asked for. */
function isGivenAlways(
  { fn, index, module }: ParameterValue,
  isAsked: (argument: Value) => boolean,
  depth: number,
): boolean {
  if (depth <= 0 || fn.parent.type.startsWith('Export')) return false;
  const calls = callsOf(fn, module);
  return (
    calls.length > 0 &&
    calls.every(({ arguments: given }) => {
      const argument = given[index];
      return (
        argument !== undefined &&
        argument.type !== 'SpreadElement' &&
        isAsked(valueOf(argument, module))
      );
    })
  );
}
