import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vitepress';
import { bracesAsText, examples } from './site/fences.ts';
import { linterScript } from './site/linter.ts';
import { references } from './site/references.ts';
import { sidebar } from './site/sidebar.ts';

const { description, version } = createRequire(import.meta.url)('../../package.json') as {
  description: string;
  version: string;
};
const repository = 'https://github.com/go-live/eslint-plugin-go-live';

/** Where the site is not at the root of its host: `GO_LIVE_SITE_BASE=/eslint-plugin-go-live/`. */
const base = (process.env['GO_LIVE_SITE_BASE'] ?? '/') as `/${string}/`;

export default defineConfig({
  lang: 'en',
  title: 'go-live',
  description,
  base,
  cacheDir: '../.scratch/vitepress',
  outDir: '../.scratch/site',
  lastUpdated: false,
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}favicon.svg` }],
    ['meta', { name: 'theme-color', content: '#0f766e' }],
  ],
  // The report's page links to it.
  buildEnd: ({ srcDir, outDir }) => {
    const schema = 'report.schema.json';
    copyFileSync(path.join(srcDir, schema), path.join(outDir, schema));
  },
  vite: { plugins: [linterScript()] as never },
  markdown: {
    linkify: false,
    // Of the highlighter's themes, two whose comments everybody can read.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-default' },
    config: (markdown) => {
      references(markdown as never);
      examples(markdown as never);
      bracesAsText(markdown as never);
    },
  },
  themeConfig: {
    nav: [
      { text: 'Guide', link: '/guide/getting-started', activeMatch: '^/guide/' },
      { text: 'Rules', link: '/rules', activeMatch: '^/rules' },
      { text: 'Checklists', link: '/checklists/aelix', activeMatch: '^/checklists/' },
      { text: 'Playground', link: '/playground' },
      { text: version, link: `${repository}/blob/main/CHANGELOG.md` },
    ],
    sidebar: sidebar as never,
    outline: { level: [2, 3] },
    search: {
      provider: 'local',
      // The button's own text is its name.
      options: { translations: { button: { buttonText: 'Search', buttonAriaLabel: '' } } },
    },
    socialLinks: [{ icon: 'github', link: repository }],
    docFooter: { prev: false, next: false },
  },
});
