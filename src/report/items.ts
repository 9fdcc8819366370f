import type { ApiProfile } from '../apis/index.ts';
import { checklists } from '../checklists/index.ts';
import type { ChecklistItem } from '../checklists/index.ts';
import type { Rule } from '../rule/rule.ts';

/** An item, with the rules that check it. */
export interface CheckedItem {
  readonly id: string;
  readonly section: string;
  readonly text: string;
  /** Why no linter can see it; null for items that rules may check. */
  readonly why: string | null;
  readonly rules: readonly string[];
  /** Whether a message of one of the rules speaks for this item. */
  speaks(rule: string, messageId: string | undefined): boolean;
}

export interface CheckedList {
  readonly api: string;
  readonly title: string;
  readonly items: readonly CheckedItem[];
}

const OWN = /^go-live\//;
const NO_RULE = 'No rule of this checklist looks at it.';

/** The checklist of an API: the provider's own, else the one that comes with the plugin. */
export function checklistOf(
  profile: ApiProfile,
  rules: Readonly<Record<string, Rule>>,
): CheckedList | null {
  const { name, title, checklist } = profile;
  if (checklist) {
    const items = checklist.map((item): CheckedItem => {
      const names = item.rules.map((rule) => rule.replace(OWN, ''));
      return {
        id: item.id,
        section: '',
        text: item.text,
        why: names.length === 0 ? NO_RULE : null,
        rules: names,
        speaks: (rule) => names.includes(rule),
      };
    });
    return { api: name, title: title ?? name, items };
  }
  const own = Object.values(checklists).find(({ api }) => api === name);
  const all = Object.values(rules);
  return own
    ? { api: name, title: own.title, items: own.items.map((item) => ownItem(item, all)) }
    : null;
}

function ownItem(item: ChecklistItem, rules: readonly Rule[]): CheckedItem {
  const { id, section, text } = item;
  const covering = rules.filter(({ meta }) => (meta.docs.checklist as string[]).includes(id));
  return {
    id,
    section,
    text,
    why: item.shows === 'manual' ? item.why : null,
    rules: covering.map(({ name }) => name),
    speaks(rule, messageId) {
      const found = covering.find(({ name }) => name === rule);
      const items = found?.meta.docs.items[messageId ?? ''] as readonly string[] | undefined;
      return found !== undefined && (items === undefined || items.includes(id));
    },
  };
}
