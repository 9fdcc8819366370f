import { plainCredentials } from '../../clients/tls-options.ts';
import { addressOf } from '../../values/address.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { reachOf } from '../url/host-reach.ts';
import { isDevelopmentOnly } from './development.ts';
import type { TlsSwitch } from './tls-switch.ts';

/** Clients of a host in the public net that are made with credentials which encrypt nothing. */
export function plainCalls({ module, candidates }: FileView): TlsSwitch[] {
  if (!module.text.includes('createInsecure')) return [];
  return candidates.calls.flatMap((call): TlsSwitch[] => {
    const { callee } = call;
    const made = valueOf(callee, module);
    const user = call.parent;
    if (!isPlain(made) || (user.type !== 'NewExpression' && user.type !== 'CallExpression'))
      return [];
    const [first] = user.arguments;
    const host =
      first && first !== call && first.type !== 'SpreadElement'
        ? hostOf(valueOf(first, module))
        : null;
    if (host === null || reachOf(host) !== 'public') return [];
    return [
      {
        node: call,
        how: 'plain',
        name: 'createInsecure',
        reach: 'public',
        isDevelopmentOnly: isDevelopmentOnly(call, module),
        remedy: null,
        evidence: { host },
      },
    ];
  });
}

function isPlain(value: Value): boolean {
  if (value.kind !== 'external' || value.source === null) return false;
  const { source, path } = value;
  return plainCredentials.some(
    (known) => known.modules.includes(source) && path.join('.').endsWith(known.path),
  );
}

/** `dns:///api.shop.net:443`, `api.shop.net:443` */
function hostOf(value: Value): string | null {
  const { host, pattern } = addressOf(value);
  if (host !== null && host !== '') return host;
  return /^(?:dns:\/*)?([\w-]+(?:\.[\w-]+)+)(?::\d+)?$/.exec(pattern)?.[1] ?? null;
}
