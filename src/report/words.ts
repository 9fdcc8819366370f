import type { ItemReport, ItemState } from './model.ts';

/** What each state is called. */
export const STATE_NAMES: Readonly<Record<ItemState, string>> = {
  failed: 'Failed',
  passed: 'Passed',
  'not-seen': 'Not seen in this code',
  off: 'Switched off',
  manual: 'For a person',
};

/** One character that stands for each state, readable without colour. */
export const STATE_MARKS: Readonly<Record<ItemState, string>> = {
  failed: '✗',
  passed: '✓',
  'not-seen': '·',
  off: '○',
  manual: '☐',
};

/** In the order in which they are listed and counted. */
export const STATES: readonly ItemState[] = ['failed', 'passed', 'not-seen', 'off', 'manual'];

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** What speaks for the state of an item, in one sentence without a period. */
export function evidenceFor(item: ItemReport): string {
  const seen = item.counts.map(({ what, seen }) => `${String(seen)} ${singular(what, seen)}`);
  switch (item.state) {
    case 'manual':
      return item.why ?? '';
    case 'failed':
      return `${plural(item.places.length, 'place')} to mend${seen.length > 0 ? `; looked at ${seen.join(', ')}` : ''}`;
    case 'passed':
      return `looked at ${seen.join(', ')}, none failed`;
    case 'off':
      return item.silenced.map(silencedText).join('; ');
    case 'not-seen':
      return item.rules.length === 0 ? 'no rule checks it yet' : 'nothing of its kind was found';
  }
}

/** One of what a noun in the plural counts: the word before `of`, `with` and the like changes. */
function singular(what: string, count: number): string {
  if (count !== 1) return what;
  const [, head = what, rest = ''] =
    /^(.*?)( (?:of|with|without|about|to|for|in|that|on) .*)?$/.exec(what) ?? [];
  return head.replace(/ies$/, 'y').replace(/ches$/, 'ch').replace(/s$/, '') + rest;
}

/** `require-retry: by a comment in src/a.ts:4 ("the queue retries")`. */
export function silencedText({ rule, by, reason, place }: ItemReport['silenced'][number]): string {
  if (by === 'config') return `${rule}: by the configuration`;
  const where = place ? ` in ${place.file}:${String(place.line)}` : '';
  return `${rule}: by a comment${where}${reason === null ? '' : ` ("${reason}")`}`;
}
