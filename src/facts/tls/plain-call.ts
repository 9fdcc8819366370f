import { plainCredentials } from '../../clients/tls-options.ts';
import { addressOf } from '../../values/address.ts';
import type { Node } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { holdersOf } from '../../values/written-for.ts';
import type { FileView } from '../fact.ts';
import { reachOf } from '../url/host-reach.ts';
import { isDevelopmentOnly } from './development.ts';
import type { TlsSwitch } from './tls-switch.ts';

/** Clients of a host in the public net that are made with credentials which encrypt nothing. */
export function plainCalls({ module, candidates }: FileView): TlsSwitch[] {
  if (!module.text.includes('createInsecure')) return [];
  return candidates.calls.flatMap((call): TlsSwitch[] => {
    const { callee } = call;
    if (!isPlain(valueOf(callee, module))) return [];
    const hosts = holdersOf(call, module).map((user) => hostGiven(user, module));
    const host = hosts.find((each) => each !== null && reachOf(each) === 'public');
    if (host === undefined || host === null) return [];
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

/** The host of `new Client('api.shop.net:443', credentials)`. */
function hostGiven(user: Node, module: SourceModule): string | null {
  if (user.type !== 'NewExpression' && user.type !== 'CallExpression') return null;
  const [first] = user.arguments;
  return first && first.type !== 'SpreadElement' ? hostOf(valueOf(first, module)) : null;
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
