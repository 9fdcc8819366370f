/**
 * `failed`: a rule reports on it. `passed`: its rules looked at something and none reports.
 * `not-seen`: nothing in the linted files is of the kind that it speaks of. `off`: its rules are
 * switched off, by the configuration or by comments. `manual`: a person has to tick it.
 */
export type ItemState = 'failed' | 'passed' | 'not-seen' | 'off' | 'manual';

/** A place in the linted files that fails an item. */
export interface Place {
  /** Path from the folder that the run was started in, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly rule: string;
  readonly message: string;
  /** The lines around it, with what may be a secret masked; empty where the source is not at hand. */
  readonly frame: readonly FrameLine[];
}

export interface FrameLine {
  readonly line: number;
  readonly text: string;
  /** The problem starts on it. */
  readonly isProblem: boolean;
}

/** A rule that does not speak, or not everywhere. */
export interface Silenced {
  readonly rule: string;
  readonly by: 'config' | 'comment';
  /** What the comment gives as its reason; null where it gives none. */
  readonly reason: string | null;
  /** Where the comment silences it; null for the configuration. */
  readonly place: { readonly file: string; readonly line: number } | null;
}

/** How much of a kind was looked at. */
export interface Count {
  /** In the plural: `calls`. */
  readonly what: string;
  readonly seen: number;
}

/** One item of a checklist, decided. */
export interface ItemReport {
  readonly id: string;
  readonly section: string;
  readonly text: string;
  readonly state: ItemState;
  /** Rules that check it, without the plugin's name. */
  readonly rules: readonly string[];
  /** One of `rules` ran. */
  readonly isChecked: boolean;
  readonly counts: readonly Count[];
  readonly places: readonly Place[];
  readonly silenced: readonly Silenced[];
  /** Why no linter can see it; null for items that one can. */
  readonly why: string | null;
}

/** One API's checklist, decided. */
export interface ApiReport {
  readonly api: string;
  readonly title: string;
  readonly items: readonly ItemReport[];
}

/** A file that could not be linted. */
export interface Unread {
  readonly file: string;
  readonly reason: string;
}

/** The checklists of a run, or of several that were merged. */
export interface Report {
  /** Of this format. */
  readonly version: 1;
  /** How many files were linted. */
  readonly files: number;
  readonly unread: readonly Unread[];
  readonly apis: readonly ApiReport[];
}

/** The state that follows from what else is known of an item. */
export function stateOf(item: Omit<ItemReport, 'state'>): ItemState {
  if (item.why !== null) return 'manual';
  if (item.places.length > 0) return 'failed';
  if (isOff(item)) return 'off';
  return item.counts.some(({ seen }) => seen > 0) ? 'passed' : 'not-seen';
}

/** No rule of the item ran, or a comment hides what one found. */
const isOff = ({ rules, isChecked, silenced }: Omit<ItemReport, 'state'>): boolean =>
  (rules.length > 0 && !isChecked) || silenced.some(({ by }) => by === 'comment');

/** How many items are in each state. */
export function tally(items: readonly ItemReport[]): Record<ItemState, number> {
  const counts = { failed: 0, passed: 0, 'not-seen': 0, off: 0, manual: 0 };
  for (const { state } of items) counts[state]++;
  return counts;
}

/** The items under their headings, both in the order of the document. */
export function sectionsOf(items: readonly ItemReport[]): [string, ItemReport[]][] {
  const sections = new Map<string, ItemReport[]>();
  for (const item of items)
    sections.set(item.section, [...(sections.get(item.section) ?? []), item]);
  return [...sections];
}
