/** What every checklist item has. */
interface ItemBase {
  /** `<api>/<what>`, unique over all checklists. */
  readonly id: `${string}/${string}`;
  /** The heading of the document it stands under; two, parted by " / ", if it is asked for twice. */
  readonly section: string;
  /** What is asked, in our words. */
  readonly text: string;
}

/** An item that can be read off the project's files. */
export interface VisibleItem extends ItemBase {
  /** Where it shows: in source code, or in configuration such as alert rules. */
  readonly shows: 'code' | 'config';
}

/** An item that no linter can see: a box for a person to tick. */
export interface ManualItem extends ItemBase {
  readonly shows: 'manual';
  /** One sentence: why no linter can see it. */
  readonly why: string;
}

export type ChecklistItem = VisibleItem | ManualItem;

/** One provider's list of what to check before production. */
export interface Checklist {
  /** Name of the API profile that it belongs to. */
  readonly api: string;
  readonly title: string;
  /** In the order of the provider's document. */
  readonly items: readonly ChecklistItem[];
}
