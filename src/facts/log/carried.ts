import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { attributeOf, namesOf } from '../../values/objects.ts';
import { isRandom } from '../credential/randomness.ts';
import type { ApiCall } from '../request/api-call.ts';
import { headerPathsOf, headersAt } from '../request/headers-object.ts';
import { queryOfValue } from '../request/query.ts';
import { optionOf } from '../request/request-options.ts';
import { isPublicToken } from './no-secret.ts';
import { sensitiveName } from './sensitive-name.ts';

const DEEPEST = 4;

/** Something that nobody may read is in a value, which is an object, a text or a variable. */
export function holdsSecret(value: Value, depth = DEEPEST): boolean {
  return [...alternatives(value)].some((option) => {
    if (option.kind === 'env') return isSecretVariable(option.name);
    if (option.kind === 'external') return isEnvironment(option);
    if (option.kind === 'text')
      return option.parts.some((part) => typeof part !== 'string' && holdsSecret(part, depth - 1));
    if (option.kind !== 'object' || depth === 0) return false;
    return namesOf(option).some((name) => {
      const found = attributeOf(option, name);
      if (found.state !== 'known') return false;
      const kind = sensitiveName(name);
      if ((kind === 'credential' || kind === 'card') && !isHarmless(found.value)) return true;
      return holdsSecret(found.value, depth - 1);
    });
  });
}

/**
 * A variable of the environment whose name says that it holds a secret. `VERIFY_TOKEN` is one: no
 * variable verifies, as a function of that name would.
 */
export const isSecretVariable = (name: string): boolean =>
  sensitiveName(name.replace(/(?:^|_)VERIFY_(?=TOKEN$|KEY$|SECRET$)/, '_')) === 'credential';

/** All variables of the environment at once: `process.env`. */
export const isEnvironment = (value: Value): boolean =>
  value.kind === 'external' && ENVIRONMENTS.has(value.path.join('.'));

const ENVIRONMENTS: ReadonlySet<string> = new Set(['process.env', 'env', 'default.env', 'Bun.env']);

/** Values that are no secret whatever they are called: a flag, a number, a fixed word, code. */
export function isHarmless(value: Value): boolean {
  return [...alternatives(value)].every((option) => {
    switch (option.kind) {
      case 'literal':
        return typeof option.value !== 'string' || !isRandom(option.value, 12);
      case 'operation':
        return option.operator !== '+';
      case 'function':
      case 'class':
      case 'namespace':
        return true;
      case 'object':
        return !holdsSecret(option);
      case 'external':
        return option.source !== null;
      case 'member':
        return isPublicToken(option.node);
      default:
        return false;
    }
  });
}

/** Headers that show who calls. */
const SECRET_HEADERS = [
  'authorization',
  'x-api-key',
  'api-key',
  'apikey',
  'cookie',
  'x-auth-token',
  'x-access-token',
  'proxy-authorization',
];

/**
 * Whether the request of a call holds a credential, so that its config must not be printed: seen
 * in it, or its headers come from where they can't be seen.
 */
export function sendsSecret(call: ApiCall): boolean {
  const { request, body } = call;
  if (SECRET_HEADERS.some((name) => call.header(name).state !== 'absent')) return true;
  if (headersOf(request).some((headers) => holdsSecretField(headers))) return true;
  if (optionOf(request.layers, ['auth', 'withXSRFToken']).state === 'known') return true;
  if (body.state === 'known' && (holdsSecretField(body.value) || isForm(body.value))) return true;
  const query = optionOf(request.layers, request.client?.options.query);
  if (query.state === 'known' && (holdsSecretField(query.value) || holdsSecret(query.value)))
    return true;
  if (holdsSecret(request.address.value)) return true;
  return DEFAULTS.test(request.on?.made?.module.text ?? request.context.module.text);
}

/** `new URLSearchParams({ client_secret })`, `stringify({ client_secret })`, and the text of either. */
const isForm = (body: Value): boolean =>
  queryOfValue(body).parameters.some(({ name }) => isSecretField(name));

/** All that is given as headers: an API may call the one that shows who calls anything. */
const headersOf = ({ client, layers }: ApiCall['request']): Value[] =>
  layers.flatMap((layer) =>
    headerPathsOf(client).flatMap((path) => {
      const headers = headersAt(layer, [path]);
      return headers.state === 'known' ? [headers.value] : [];
    }),
  );

/** `api.defaults.headers.common.Authorization = …`. */
const DEFAULTS =
  /headers\.(?:common|get|post)\b|headers\[['"]common|setAuthToken|headers\.set\(\s*['"]authorization/i;

const holdsSecretField = (body: Value): boolean =>
  [...alternatives(body)].some((option) => namesOf(option).some(isSecretField));

const isSecretField = (name: string): boolean =>
  sensitiveName(name) === 'credential' || sensitiveName(name) === 'card';
