import type { Coloured } from './pieces.ts';

/** The colours of a text in a language, light and dark. */
export type Colouring = (text: string, grammar: string) => Coloured[];

/** Loads the highlighter that VitePress colours the rest of the site with. */
export async function loadColouring(): Promise<Colouring> {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/javascript'),
  ]);
  const highlighter = await createHighlighterCore({
    engine: createJavaScriptRegexEngine({ forgiving: true }),
    themes: [
      import('shiki/themes/github-light-high-contrast.mjs'),
      import('shiki/themes/github-dark-default.mjs'),
    ],
    langs: [
      import('shiki/langs/tsx.mjs'),
      import('shiki/langs/jsonc.mjs'),
      import('shiki/langs/yaml.mjs'),
      import('shiki/langs/dotenv.mjs'),
    ],
  });
  const themes = { light: 'github-light-high-contrast', dark: 'github-dark-default' };
  return (text, lang) =>
    highlighter
      .codeToTokens(text, { lang, themes, defaultColor: false })
      .tokens.flat()
      .map(({ offset, content, htmlStyle }) => ({
        start: offset,
        end: offset + content.length,
        style: typeof htmlStyle === 'object' ? htmlStyle : {},
      }));
}
