import type { ApiFigures, ApiProfile } from '../apis/index.ts';
import { figureFor, larger, smaller } from '../apis/index.ts';
import type { Alert, AlertTopic } from '../facts/alert/alert.ts';

type Read = (figures: ApiFigures) => number | undefined;

const LIMITS: Readonly<Record<AlertTopic, Read>> = {
  errors: ({ alerts }) => alerts?.errorRatio,
  'server-errors': ({ alerts }) => alerts?.serverErrorRatio ?? alerts?.errorRatio,
  quota: ({ alerts }) => alerts?.quotaRatio,
  'webhook-age': ({ alerts }) => alerts?.webhookAgeMs,
  balance: ({ alerts }) => alerts?.lowBalance?.below,
  'balance-ratio': ({ alerts }) => alerts?.lowBalance?.pagerRatio,
};

/** The figure that an alert may be at most (at least, where it fires below it), if it is looser. */
export function exceededLimit(
  { topic, about, value, isLower }: Alert,
  api: ApiProfile | null,
  inUse: readonly ApiProfile[],
): number | null {
  if (topic === null || about === 'receiver') return null;
  const read: Read = about === 'window' ? ({ alerts }) => alerts?.errorWindowMs : LIMITS[topic];
  const isLeft = isLower && topic === 'quota';
  const figure = figureFor(api, inUse, read, topic.startsWith('balance') ? smaller : larger);
  if (figure === undefined) return null;
  const limit = isLeft ? rounded(1 - figure) : figure;
  const firesBelow = isLeft || topic.startsWith('balance');
  if (firesBelow !== isLower) return null;
  return (isLower ? value < limit : value > limit) ? limit : null;
}

/** As the alert writes its own figure. */
export function writtenLimit({ about, written }: Alert, limit: number): string {
  if (about === 'window' || written?.unit === 'duration') return duration(limit);
  return String(rounded(limit * (written?.unit.scale ?? 1)));
}

const rounded = (value: number): number => Number(value.toPrecision(12));

const duration = (ms: number): string =>
  ms % 3_600_000 === 0
    ? `${ms / 3_600_000}h`
    : ms % 60_000 === 0
      ? `${ms / 60_000}m`
      : `${ms / 1000}s`;
