import type { ApiEvidence } from '../../apis/index.ts';
import type { AlertTopic } from './alert.ts';

/** A comparison with a number: `… > 0.05`. */
export interface Comparison {
  readonly isLower: boolean;
  readonly value: number;
  /** Offsets of the number in the query. */
  readonly start: number;
  readonly end: number;
}

/** `> 0.05`, `> 6 * 3600`. */
const COMPARISON =
  /([<>])=?\s*(?:bool\s+)?(-?\d+(?:\.\d+)?(?:e-?\d+)?(?:\s*\*\s*\d+(?:\.\d+)?)*)(?!\s*[*/^%\w.])/g;

/** The only comparison of a query with a number. Null where there are several: they may bound each other. */
export function comparisonIn(query: string): Comparison | null {
  const [only, ...others] = [...query.matchAll(COMPARISON)].filter(
    // `… and on() requests > 10`: whether there is anything to look at.
    ({ index }) => !/\b(?:and|unless)\b[^]*$/.test(query.slice(0, index)),
  );
  const [whole = '', sign, number = ''] = only ?? [];
  if (only === undefined || others.length > 0) return null;
  const end = only.index + whole.length;
  return { isLower: sign === '<', value: productOf(number), start: end - number.length, end };
}

const productOf = (factors: string): number =>
  factors.split('*').reduce((product, factor) => product * Number(factor), 1);

/** The longest range that a query looks at, and where it is written: `[5m]`. */
export function rangeIn(query: string): { text: string; start: number } | null {
  const ranges = [...query.matchAll(/\[((?:\d+(?:ms|[smhdw]))+)(?::[^[\]]*)?\]/g)].map((match) => ({
    text: match[1] ?? '',
    start: match.index + 1,
  }));
  return (
    ranges.sort((a, b) => (millisecondsOf(b.text) ?? 0) - (millisecondsOf(a.text) ?? 0))[0] ?? null
  );
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** `1h30m` in milliseconds; null for what is no duration. */
export function millisecondsOf(duration: string): number | null {
  if (!/^(?:\d+(?:ms|[smhdw]))+$/.test(duration)) return null;
  return [...duration.matchAll(/(\d+)(ms|[smhdw])/gy)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? 0),
    0,
  );
}

/** Written numbers by one of the topic's own unit. Null: the unit can't be told. */
export function scaleOf(topic: AlertTopic, query: string, value: number): number | null {
  if (topic === 'balance') return 1;
  if (topic !== 'webhook-age') {
    if (/\*\s*100\b|\b100\s*\*|percent|_pct\b/i.test(query)) return 100;
    return value <= 1 ? 1 : null;
  }
  if (/_(?:ms|milliseconds)\b/.test(query)) return 1;
  if (/_minutes\b/.test(query)) return 1 / 60_000;
  if (/_hours\b/.test(query)) return 1 / 3_600_000;
  return /seconds|timestamp|time\(\)|_age\b/.test(query) ? 1 / 1000 : null;
}

/** What a query is about, with the alert's name. */
export function topicOf(query: string, name: string): AlertTopic | null {
  const all = `${name} ${query}`.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  const isRatio = /\/|ratio|percent|_pct\b|_rate\b|rate\d+[mh]/.test(query.toLowerCase());
  if (/webhook|event/.test(all) && /age|oldest|unprocessed|pending|lag|delay|stuck/.test(all))
    return 'webhook-age';
  if (/quota|rate_?limit_(?:used|usage|remaining)|usage_limit/.test(all))
    return isRatio ? 'quota' : null;
  if (/credits?(?![a-z])|balance|wallet/.test(all))
    return isRatio && /\//.test(query) ? 'balance-ratio' : 'balance';
  if (!isRatio) return null;
  if (/5(?:xx|\.\.|\\\\?d|\[0-9\]|\.[*+]|0\d)/.test(query) || /5xx|server_error/.test(all))
    return 'server-errors';
  return /error|fail|[!=]~?"[45]/.test(all) ? 'errors' : null;
}

/** Metrics and labels carry the names that variables do: `octopus_requests_total`, `api="octopus"`. */
export function evidenceIn(query: string, name: string): ApiEvidence {
  const words =
    `${query} ${name.replace(/([a-z])([A-Z])/g, '$1 $2')}`.toUpperCase().match(/[A-Z][A-Z\d]+/g) ??
    [];
  return { credentialVariables: [...new Set(words)].slice(0, 60).map((word) => `${word}_`) };
}
