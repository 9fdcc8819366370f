import * as rules from '../../../rules/index.ts';
import { checklists } from '../../../src/checklists/index.ts';

/** The parts of markdown-it that are used here. */
interface Markdown {
  readonly renderer: { readonly rules: Record<string, Render | undefined> };
}
type Render = (tokens: readonly Token[], index: number, ...rest: unknown[]) => string;
interface Token {
  readonly type: string;
  readonly content: string;
}

/** The page, from the site's root, of what code between the lines may name: a rule, an item. */
const pages: ReadonlyMap<string, string> = new Map([
  ...Object.keys(rules).flatMap((name): [string, string][] => [
    [name, `rules/${name}.html`],
    [`go-live/${name}`, `rules/${name}.html`],
  ]),
  ...Object.values(checklists).flatMap(({ api, items }) =>
    items.map(({ id }): [string, string] => [
      id,
      `checklists/${api}.html#${id.slice(api.length + 1)}`,
    ]),
  ),
]);

/** Makes links of the names of rules and of checklist items, where they are no links yet. */
export function references(markdown: Markdown): void {
  const render = markdown.renderer.rules['code_inline'];
  if (!render) return;
  markdown.renderer.rules['code_inline'] = (tokens, index, ...rest) => {
    const code = render(tokens, index, ...rest);
    const page = pages.get(tokens[index]?.content ?? '');
    const { relativePath = '' } = (rest[1] ?? {}) as { relativePath?: string };
    if (page === undefined || isInLink(tokens, index) || relativePath === sourceOf(page)) {
      return code;
    }
    return `<a href="${'../'.repeat(relativePath.split('/').length - 1)}${page}">${code}</a>`;
  };
}

const sourceOf = (page: string): string => page.replace(/\.html.*/, '.md');

function isInLink(tokens: readonly Token[], index: number): boolean {
  const before = tokens.slice(0, index);
  const count = (type: string): number => before.filter((token) => token.type === type).length;
  return count('link_open') > count('link_close');
}
