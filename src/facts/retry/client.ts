import type { HttpClient } from '../../clients/schema.ts';
import type { FileView } from '../fact.ts';
import { retryByOptions } from './by-options.ts';
import { delayWait, jitterFixOf, libraryDelay } from './library-delay.ts';
import { optionsCondition } from './library.ts';
import type { Written } from './options.ts';
import { attemptsIn, isOf } from './options.ts';
import { libraryRetryAfter } from './retry-after.ts';
import type { Retry } from './shape.ts';
import type { Layer } from '../request/request-options.ts';
import { optionOf } from '../request/request-options.ts';
import type { ApiCall } from '../request/api-call.ts';

/** The retry options that clients have of their own, where they are written: at a call, or for an instance. */
export function findClientRetries(view: FileView): Retry[] {
  const { apiClient, apiCall } = view.facts;
  const clients = apiClient.flatMap((made) => {
    const layer = made.layers.find(({ of }) => of === 'creation');
    return layer ? (clientRetry(view, made.shaped.client, layer, made, made.calls) ?? []) : [];
  });
  const calls = apiCall.flatMap((call) => {
    const { client, layers, node } = call.request;
    if (call.via !== 'direct' || !client) return [];
    const own = layers.filter(
      ({ of, value }) => of === 'call' || (of === 'builder' && value?.node === node),
    );
    return own.flatMap((layer) => clientRetry(view, client, layer, call, [call]) ?? []).slice(0, 1);
  });
  return [...clients, ...calls];
}

type Made = Pick<ApiCall, 'callee' | 'evidence'>;

function clientRetry(
  view: FileView,
  client: HttpClient,
  layer: Layer,
  made: Made,
  requests: readonly ApiCall[],
): Retry | null {
  const names = client.retry;
  const { module } = view;
  if (!names || layer.value?.kind !== 'object') return null;
  const written: Written = { names, value: layer.value, module, isOwn: true };
  const roots = [
    ...new Set([
      ...(client.options.retry ?? []),
      ...(names.retries ?? []).map((path) => path.split('.')[0] ?? path),
    ]),
  ];
  const given = optionOf([{ of: 'call', value: layer.value }], roots);
  if (given.state !== 'known' || !isOf(given.node, module)) return null;
  const attempts = attemptsIn(written);
  const delay = libraryDelay(written, attempts.max);
  return retryByOptions({
    node: given.node,
    form: 'client',
    root: given.node,
    libraryName: client.name,
    requests,
    attempts,
    condition: optionsCondition(written, given.node, view),
    delay,
    retryAfter: libraryRetryAfter(written),
    options:
      given.value.kind === 'object' &&
      given.value.node.type === 'ObjectExpression' &&
      given.value.module === module
        ? { kind: 'object', object: given.value.node, isOwn: true, module }
        : null,
    jitterFix: jitterFixOf(names),
    wait: delayWait(written),
    evidence: made.evidence,
  });
}
