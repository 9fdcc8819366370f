import { linkTo, type PlaygroundState } from '../playground/state.ts';

/** The parts of markdown-it that are used here. */
interface Markdown {
  readonly core: {
    readonly ruler: {
      after(name: string, own: string, run: (state: { tokens: readonly Token[] }) => void): void;
    };
  };
  readonly renderer: { readonly rules: Record<string, Render | undefined> };
}
type Render = (tokens: readonly Token[], index: number, ...rest: unknown[]) => string;
interface Token {
  readonly type: string;
  readonly content: string;
  info: string;
  meta: unknown;
}
/** What the info of an example's fence says. */
interface Example {
  readonly language: string;
  readonly verdict: string;
  readonly words: readonly string[];
}

const EXAMPLE = /^(\w+) (correct|incorrect)\b(.*)$/;

/** What an example of a rule's page is linted as, by the language of its fence. */
const fileNames: Readonly<Record<string, string>> = {
  ts: 'example.ts',
  js: 'example.js',
  json: 'example.json',
  yaml: 'example.yml',
  env: '.env',
};

/** The names that the highlighter has for what our fences call by another. */
const highlighted: Readonly<Record<string, string>> = { env: 'dotenv' };

/**
 * Shows what a rule's page marks in the info of a fence: whether the example is right or wrong, the
 * options it is linted with, and a link that opens it in the playground.
 */
export function examples(markdown: Markdown): void {
  // Before VitePress takes `{...}` in the info for attributes.
  markdown.core.ruler.after('block', 'examples', ({ tokens }) => {
    for (const token of tokens) takeDown(token);
  });
  const fence = markdown.renderer.rules['fence'];
  if (!fence) return;
  markdown.renderer.rules['fence'] = (tokens, index, ...rest) => {
    const rendered = fence(tokens, index, ...rest);
    const token = tokens[index];
    const example = (token?.meta as { example?: Example } | null)?.example;
    if (!token || !example) return rendered;
    const state = stateOf(example, token.content, ruleOf(rest[1]));
    const { verdict } = example;
    return `<div class="example ${verdict}">${label(verdict, state)}${rendered}</div>\n`;
  };
}

/** Vue reads `{{` in text, and in code between the lines, as its own. */
export function bracesAsText(markdown: Markdown): void {
  for (const kind of ['text', 'code_inline']) {
    const render = markdown.renderer.rules[kind];
    if (!render) continue;
    markdown.renderer.rules[kind] = (...given) => render(...given).replaceAll('{{', '&#123;&#123;');
  }
}

function takeDown(token: Token): void {
  const [, language, verdict, info] = EXAMPLE.exec(token.info) ?? [];
  if (token.type !== 'fence' || !language || !verdict) return;
  const example: Example = { language, verdict, words: info?.trim().split(/\s+/) ?? [] };
  token.meta = { example };
  token.info = highlighted[language] ?? language;
}

function label(verdict: string, state: PlaygroundState): string {
  const options = state.options
    ? ` <span class="example-options">with <code v-pre>${escaped(JSON.stringify(state.options))}</code></span>`
    : '';
  const file = /^example\.|^\.env$/.test(state.file)
    ? ''
    : ` <span class="example-options">in <code>${escaped(state.file)}</code></span>`;
  // A plain link with a relative address: VitePress puts no base before what is written as HTML.
  const open = `<a class="example-open" href="../${linkTo(state)}">Open in the playground</a>`;
  return `<p class="example-label"><span class="example-verdict">${verdict}</span>${options}${file}${open}</p>`;
}

function stateOf({ language, words }: Example, text: string, rule: string): PlaygroundState {
  const jsonAt = (key: string): Record<string, unknown> | undefined => {
    const word = words.find((each) => each.startsWith(`${key}=`));
    return word ? (JSON.parse(word.slice(key.length + 1)) as Record<string, unknown>) : undefined;
  };
  const file = words.find((word) => word.startsWith('file='))?.slice('file='.length);
  const options = jsonAt('options');
  const settings = jsonAt('settings');
  return {
    file: file ?? fileNames[language] ?? `example.${language}`,
    config: rule === '' ? 'recommended' : `rule:${rule}`,
    text,
    ...(options ? { options } : {}),
    ...(settings ? { settings } : {}),
  };
}

/** The rule that the page is about; empty for other pages. */
function ruleOf(environment: unknown): string {
  const { relativePath = '' } = (environment ?? {}) as { relativePath?: string };
  return /^rules\/(.+)\.md$/.exec(relativePath)?.[1] ?? '';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
