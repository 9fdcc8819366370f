/**
 * Headers with which a queue calls whoever works on its jobs: QStash, which signs each call and tries
 * again where it fails. Read from @upstash/qstash@2.12.0.
 */
export const queueDeliveryHeaders: readonly string[] = ['upstash-signature'];

/**
 * What a queue hands a function as many of as it is set to, by the name of the event's type: ten
 * messages of SQS where nothing is set. Read from @types/aws-lambda@8.10.
 */
export const queueBatches: readonly { readonly type: string; readonly list: string }[] = [
  { type: 'SQSEvent', list: 'Records' },
];
