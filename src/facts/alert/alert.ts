import type { DataTree } from '../../data/tree.ts';
import type { DataView } from '../data-view.ts';
import type { Fact } from '../fact.ts';
import { grafanaAlerts } from './grafana.ts';
import { lostAlerts } from './routing.ts';
import { prometheusAlerts } from './prometheus.ts';

/**
 * What an alert watches. `errors`, `server-errors`: their part of all requests; `quota`: the used
 * part of it; `webhook-age`: how long an event waits; `balance`: what is left, in units;
 * `balance-ratio`: what is left, as a part of the usual.
 */
export type AlertTopic =
  'errors' | 'server-errors' | 'quota' | 'webhook-age' | 'balance' | 'balance-ratio';

/** A figure of an alert rule, or an alert that reaches nobody. */
export interface Alert extends Fact {
  readonly topic: AlertTopic | null;
  /**
   * `limit`: the value at which it fires (parts of 1, milliseconds or units); `window`: the
   * milliseconds over which it is taken; `receiver`: nobody gets it.
   */
  readonly about: 'limit' | 'window' | 'receiver';
  /** Not for `receiver`. */
  readonly value: number;
  /** It fires below the value, not above. */
  readonly isLower: boolean;
  /** As it is written, and how many of the written unit one of `value` is. */
  readonly written: { readonly range: readonly [number, number]; readonly unit: AlertUnit } | null;
}

/** Numbers are written as `value * scale`; durations with their own unit. */
export type AlertUnit = { readonly scale: number } | 'duration';

/** The alerts of Prometheus rule files, Grafana's provisioned alerts and Alertmanager's routes. */
export function findAlerts(view: DataView): Alert[] {
  if (!/\balert|\bexpr\b|\breceivers?\b/.test(view.text)) return [];
  const found = view.data.documents.flatMap((document: DataTree) => [
    ...prometheusAlerts(document),
    ...grafanaAlerts(document),
    ...lostAlerts(document),
  ]);
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
}
