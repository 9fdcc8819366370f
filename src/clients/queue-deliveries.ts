/**
 * Headers with which a queue calls whoever works on its jobs: QStash, which signs each call and tries
 * again where it fails. Read from @upstash/qstash@2.12.0.
 */
export const queueDeliveryHeaders: readonly string[] = ['upstash-signature'];
