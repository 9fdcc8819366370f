export interface Fence {
  /** The heading above it. */
  readonly heading: string;
  readonly language: string;
  readonly text: string;
}

/** The fenced code of a page, in order. */
export function fences(markdown: string): Fence[] {
  let heading = '';
  return [...markdown.matchAll(/^#+ (.*)$|^```(\w+).*\n([^]*?)^```$/gm)].flatMap(
    ([, title, language, text]) => {
      if (title !== undefined) heading = title;
      return language === undefined ? [] : [{ heading, language, text: text ?? '' }];
    },
  );
}
