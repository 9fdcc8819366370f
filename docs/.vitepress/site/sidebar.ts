import { checklists } from '../../../src/checklists/index.ts';
import * as rules from '../../../rules/index.ts';

interface Entry {
  readonly text: string;
  readonly link: string;
}
interface Group {
  readonly text: string;
  readonly items: readonly Entry[];
  readonly collapsed?: boolean;
}

const guide: readonly Group[] = [
  {
    text: 'Guide',
    items: [
      { text: 'Getting started', link: '/guide/getting-started' },
      { text: 'Configs', link: '/guide/configs' },
      { text: 'JSON, YAML and .env', link: '/guide/data-files' },
      { text: 'Write an API profile', link: '/guide/writing-an-api-profile' },
    ],
  },
  {
    text: 'In your tools',
    items: [
      { text: 'Checklist report', link: '/report' },
      { text: 'Editors', link: '/editors' },
      { text: 'CI and commits', link: '/ci' },
      { text: 'oxlint', link: '/oxlint' },
      { text: 'Vue, Svelte, Astro', link: '/frameworks' },
    ],
  },
  {
    text: 'How far to trust it',
    items: [
      { text: 'How the facts work', link: '/guide/how-the-facts-work' },
      { text: 'What it cannot see', link: '/guide/what-it-cannot-see' },
      { text: 'How often it is right', link: '/precision' },
      { text: 'What it misses', link: '/recall' },
      { text: 'What it costs', link: '/performance' },
    ],
  },
];

const checklistGroup: Group = {
  text: 'Checklists',
  items: Object.values(checklists).map(({ api, title }) => ({
    text: title.slice(0, title.indexOf(':')),
    link: `/checklists/${api}`,
  })),
};

const levels = { recommended: 'Recommended', strict: 'Strict', api: 'One API’s' } as const;

const ruleGroups: readonly Group[] = Object.entries(levels).map(([level, text]) => ({
  text,
  items: Object.values(rules)
    .filter(({ meta }) => meta.docs.level === level)
    .map(({ name }) => ({ text: name, link: `/rules/${name}` })),
}));

/** The site's side, by the folder one is in. Rules and checklists are listed as the code has them. */
export const sidebar = {
  '/rules': [{ text: 'Rules', items: [{ text: 'All rules', link: '/rules' }] }, ...ruleGroups],
  '/playground': [],
  '/': [...guide, checklistGroup],
};

/** How many rules there are, and checklist items. */
export const counts = {
  rules: Object.keys(rules).length,
  items: Object.values(checklists).reduce((sum, { items }) => sum + items.length, 0),
};
