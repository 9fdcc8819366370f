// The package's `./api` entry: what a provider needs to bring its own checklist, and ours to read.
export { configFor, defineApi } from './apis/index.ts';
export type { ApiConfig, ApiProfile } from './apis/index.ts';
export { checklists } from './checklists/index.ts';
export type { Checklist, ChecklistItem, ItemId } from './checklists/index.ts';
