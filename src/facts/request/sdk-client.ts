import type { Sdk } from '../../clients/schema.ts';
import { argumentsIn, valueOf } from '../../values/evaluate.ts';
import type { OptionsPlace } from '../../values/options-place.ts';
import { optionsPlace } from '../../values/options-place.ts';
import type { Fact, FileView } from '../fact.ts';
import type { ApiCall } from './api-call.ts';
import type { Layer } from './request-options.ts';
import { argumentLayer } from './request-options.ts';
import { sdkMadeBy } from './sdk-owner.ts';
import type { TimeoutState } from './timeout.ts';
import { timeoutOf } from './timeout.ts';

/** A client of an SDK that is made in this file: `new Stripe(key, { timeout: 20_000 })`. */
export interface SdkClient extends Fact {
  /** The call that makes it. */
  readonly node: ApiCall['node'];
  /** What is called: where the absence of something is reported. */
  readonly callee: ApiCall['callee'];
  readonly sdk: Sdk;
  /** The settings it is given; none where nothing is. */
  readonly layers: readonly Layer[];
  readonly timeout: TimeoutState;
  /** Where the settings stand, or would stand; null where that can't be told. */
  readonly place: OptionsPlace | null;
}

/** The clients of SDKs that a file makes, of those whose settings are known. */
export function findSdkClients({ module, candidates }: FileView): SdkClient[] {
  return candidates.calls.flatMap((node): SdkClient[] => {
    const sdk = sdkMadeBy(valueOf(node.callee, module), node.type === 'NewExpression');
    const settings = sdk?.options.settings;
    if (!sdk || settings === undefined) return [];
    const context = { module, frame: null };
    const given = argumentsIn(node, context);
    const layers = argumentLayer(given, settings, 'creation');
    const { timeouts = [] } = sdk.options;
    const client = {
      options: { timeouts },
      defaults: sdk.defaults,
      timeoutFix: { option: timeouts[0]?.path ?? '', text: '{ms}' },
    };
    const timeout = timeoutOf({ client: timeouts.length > 0 ? client : null, layers, context });
    const place = optionsPlace(node, given, settings, module);
    return [{ node, callee: node.callee, sdk, layers, timeout, place, evidence: {} }];
  });
}
