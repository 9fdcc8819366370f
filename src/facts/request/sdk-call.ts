import { argumentsIn, valueOf } from '../../values/evaluate.ts';
import { attributeOf } from '../../values/objects.ts';
import type { OptionsPlace } from '../../values/options-place.ts';
import { optionsPlace } from '../../values/options-place.ts';
import type { Attribute, Value } from '../../values/value.ts';
import { ABSENT, UNKNOWN } from '../../values/value.ts';
import type { Sdk } from '../../clients/schema.ts';
import type { Fact, FileView } from '../fact.ts';
import type { ApiCall } from './api-call.ts';
import { methodOf, sdkOfClient } from './sdk-owner.ts';

/** A call of an SDK that moves money. */
export interface SdkPayment extends Fact {
  /** What is called. */
  readonly node: ApiCall['callee'];
  readonly call: ApiCall['node'];
  readonly sdkName: string;
  /** The option that holds the idempotency key, and what is known of it. */
  readonly keyOption: string;
  readonly key: Attribute;
  /** Where the options stand, or would stand; null where that can't be told. */
  readonly place: OptionsPlace | null;
}

/** The payments that a file makes through SDKs. */
export function findSdkPayments({ module, candidates }: FileView): SdkPayment[] {
  return candidates.calls.flatMap((call): SdkPayment[] => {
    if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return [];
    const found = paymentOf(valueOf(call.callee, module));
    const keyOption = found?.options.idempotencyKey;
    if (!found || keyOption === undefined) return [];
    const given = argumentsIn(call, { module, frame: null });
    const [, ...later] = given.args;
    const isOpen = given.openFrom < Infinity;
    const last = given.args.length - 1;
    const at = last > 0 && given.args[last]?.kind === 'object' ? last : given.args.length;
    return [
      {
        node: call.callee,
        call,
        sdkName: found.name,
        keyOption,
        key: isOpen ? UNKNOWN : keyIn(later, keyOption),
        place: last > 1 || isOpen ? null : optionsPlace(call, given, at, module),
        evidence: {},
      },
    ];
  });
}

/** The first of the options that says something; a parameter or the like may hold it. */
function keyIn(args: readonly Value[], name: string): Attribute {
  const found = args.map((value) => (value.kind === 'literal' ? ABSENT : attributeOf(value, name)));
  return found.find(({ state }) => state !== 'absent') ?? ABSENT;
}

/** `stripe.paymentIntents.create`, where `stripe` is made from, or typed as, the SDK's export. */
function paymentOf(callee: Value): Sdk | null {
  const { owner, names } = methodOf(callee);
  const sdk = sdkOfClient(owner);
  return sdk?.payments?.includes(names.join('.')) ? sdk : null;
}
