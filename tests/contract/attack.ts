import { createRequire } from 'node:module';

/** The part of an expression's syntax tree that attacks are made of. */
interface Part {
  readonly type: string;
  readonly alternatives?: readonly { readonly elements: readonly Part[] }[];
  readonly element?: Part;
  readonly elements?: readonly Part[];
  readonly raw: string;
  readonly value?: number;
  readonly min?: number;
  readonly negate?: boolean;
  readonly kind?: string;
  readonly references?: unknown;
}

interface Parser {
  parsePattern(source: string, start: number, end: number, flags: object): Part;
}

const own = createRequire(import.meta.url);
const { RegExpParser } = createRequire(own.resolve('eslint-plugin-regexp'))(
  '@eslint-community/regexpp',
) as { RegExpParser: new () => Parser };

/** Characters that a class may hold; one that fits stands for it. */
const CANDIDATES = [...'aA0 _-./:"\'<>{}$?&=#@%+,;(\n', '\\', 'é'];

/**
 * Texts that an expression may need long for: whatever one of its beginnings fits, over and over.
 * Each comes as the part to repeat, with what comes before it.
 */
export function attacksOn({ source, flags }: RegExp): { lead: string; part: string }[] {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
  });
  const attacks = new Map<string, { lead: string; part: string }>();
  const add = (lead: string, part: string): void => {
    if (part !== '') attacks.set(JSON.stringify([lead, part]), { lead, part });
  };
  for (const steps of pathsOf(pattern.alternatives ?? [], 0)) {
    let lead = '';
    for (const step of steps) {
      add('', lead + step);
      add(lead, step);
      add('', `${lead}${step} `);
      lead += step;
    }
  }
  return [...attacks.values()];
}

/** The most ways through an expression, and the deepest group, that are looked at. */
const MOST_PATHS = 40;
const DEEPEST = 6;

type Alternatives = NonNullable<Part['alternatives']>;

function pathsOf(alternatives: Alternatives, depth: number): string[][] {
  return alternatives.slice(0, MOST_PATHS).flatMap(({ elements }) => {
    let paths: string[][] = [[]];
    for (const element of elements) {
      const ways = stepsOf(element, depth).slice(0, 12);
      if (ways.length === 0) continue;
      paths = paths.flatMap((path) => ways.map((way) => [...path, ...way])).slice(0, MOST_PATHS);
    }
    return paths;
  });
}

function stepsOf(element: Part, depth: number): string[][] {
  if (depth > DEEPEST) return [];
  switch (element.type) {
    case 'Quantifier': {
      const ways = element.element ? stepsOf(element.element, depth + 1) : [];
      const times = Math.max(1, Math.min(element.min ?? 1, 4));
      return ways.map((way) => Array.from({ length: times }, () => way).flat());
    }
    case 'Group':
    case 'CapturingGroup':
      return pathsOf(element.alternatives ?? [], depth + 1);
    case 'Assertion':
      return element.negate === true ? [] : pathsOf(element.alternatives ?? [], depth + 1);
    case 'Character':
      return [[String.fromCodePoint(element.value ?? 0)]];
    case 'CharacterClass':
    case 'CharacterSet':
      return [...new Set(fitting(element.raw))].map((text) => [text]);
    default:
      return [];
  }
}

/** A letter of a class, and something else of it. */
function fitting(raw: string): string[] {
  const one = new RegExp(`^${raw}$`, 's');
  const found = CANDIDATES.filter((text) => one.test(text));
  return [found[0] ?? '', found.at(-1) ?? ''];
}

/** Milliseconds of an expression for a text: the best of a few runs, the first that is good enough. */
export function timeOf({ source, flags }: RegExp, text: string, enough: number): number {
  const expression = new RegExp(source, flags.replace('g', ''));
  let best = Infinity;
  for (let run = 0; run < 3 && best > enough; run++) {
    const start = performance.now();
    expression.test(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
