import aelix from './aelix.ts';
import moncreneau from './moncreneau.ts';
import octopus from './octopus.ts';

export type { Checklist, ChecklistItem, ManualItem, VisibleItem } from './schema.ts';

/** The three providers' checklists, by the name of their API. */
export const checklists = { aelix, octopus, moncreneau } as const;

/** The id of an item of any of the checklists; a wrong one does not compile. */
export type ItemId = (typeof checklists)[keyof typeof checklists]['items'][number]['id'];
