import type { RetryOptions } from '../../clients/schema.ts';
import type { FileView } from '../fact.ts';
import { retryByOptions } from './by-options.ts';
import { unknownCondition } from './library.ts';
import { attemptsIn, isOf, option } from './options.ts';
import type { Retry } from './shape.ts';

/** How often an SDK sends again, where its client is told so: what it retries, and when, is its own matter. */
export function findSdkRetries({ module, facts }: FileView): Retry[] {
  return facts.sdkClient.flatMap(({ sdk, layers, evidence }): Retry[] => {
    const [settings] = layers;
    const { retries } = sdk.options;
    if (retries === undefined || !settings) return [];
    const names: RetryOptions = { retries: [retries], defaults: OF_ITS_OWN };
    const written = { names, value: settings.value, module, isOwn: true };
    const found = option(written, names.retries);
    if (found.state !== 'known' || !isOf(found.node, module)) return [];
    return [
      retryByOptions({
        node: found.node,
        form: 'client',
        root: found.node,
        libraryName: sdk.name,
        requests: [],
        attempts: attemptsIn(written),
        condition: unknownCondition(found.node),
        evidence,
      }),
    ];
  });
}

const OF_ITS_OWN: RetryOptions['defaults'] = {
  retries: null,
  networkErrors: true,
  timeouts: true,
  firstMs: null,
  factor: null,
  capMs: null,
  jitter: false,
  readsRetryAfter: false,
};
