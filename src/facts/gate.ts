import { parsesAsScript } from '../project/script.ts';
import type { Project } from '../project/project.ts';
import { rememberedText } from '../project/remembered.ts';
import { dataFormatOf } from '../data/read.ts';
import { isMachineMade } from './data-place.ts';
import { isMinified } from './minified.ts';
import type { FactKind } from './facts.ts';
import type { FactsContext } from './facts-of.ts';
import { isFoundIn } from './facts.ts';
import { REQUESTS, TRIGGERS } from './triggers.ts';
import type { Trigger } from './triggers.ts';
import { Vocabulary } from './vocabulary.ts';

/** One cheap look at the text: whether a file can hold a fact of one of these kinds. */
export function mayHoldFacts(
  kinds: readonly FactKind[],
  file: FactsContext,
  project: Project | null,
): boolean {
  const format = dataFormatOf(file.sourceCode);
  if (format !== null)
    return !isMachineMade(file.filename) && kinds.some((kind) => isFoundIn(kind, format));
  const answers = answersFor(file);
  if (answers.isMinified) return false;
  const known = answers.kinds;
  return kinds.some((kind) => {
    if (!isFoundIn(kind, 'js')) return false;
    const answer = known.get(kind) ?? mayHold(TRIGGERS[kind], file, project, answers);
    known.set(kind, answer);
    return answer;
  });
}

const NONE: readonly RegExp[] = [];

/** What a file's text has answered already. */
interface Answers {
  readonly isMinified: boolean;
  readonly kinds: Map<FactKind, boolean>;
  readonly words: ReadonlySet<RegExp>;
  /** Asked only once. */
  readonly requests: Map<'here' | 'imported', boolean>;
}

const NO_WORDS: ReadonlySet<RegExp> = new Set();

const vocabulary = new Vocabulary(
  Object.values(TRIGGERS).flatMap(({ words = NONE, orWords = [] }) => [...words, orWords].flat()),
);

const answersByProgram = new WeakMap<object, Answers>();

function answersFor({ filename, sourceCode }: FactsContext): Answers {
  const known = answersByProgram.get(sourceCode.ast);
  if (known) return known;
  const minified = isMinified(sourceCode.text);
  const words = minified ? NO_WORDS : vocabulary.matchedIn(sourceCode.text, filename);
  const answers: Answers = { isMinified: minified, kinds: new Map(), words, requests: new Map() };
  answersByProgram.set(sourceCode.ast, answers);
  return answers;
}

function mayHold(
  { words = NONE, requests, orWords, text }: Trigger,
  file: FactsContext,
  project: Project | null,
  answers: Answers,
): boolean {
  if (!words.every((pattern) => answers.words.has(pattern))) return false;
  if (requests && !(orWords && answers.words.has(orWords))) {
    if (!isInReach(requests, file, project, answers)) return false;
  }
  return !text || text.test(file.sourceCode.text) || text.test(file.filename);
}

function isInReach(
  where: 'here' | 'imported',
  file: FactsContext,
  project: Project | null,
  { requests }: Answers,
): boolean {
  const isHere = requests.get('here') ?? REQUESTS.test(file.sourceCode.text);
  requests.set('here', isHere);
  if (isHere || where === 'here' || project === null) return isHere;
  const isImported = requests.get('imported') ?? importsRequests(file, project);
  requests.set('imported', isImported);
  return isImported;
}

/** A client is seldom further away than this: a service, the module that lists it, the client itself. */
const FURTHEST = 3;

/** Whether a module that the file imports has the words of requests, itself or through its own imports. */
function importsRequests({ filename, sourceCode }: FactsContext, project: Project): boolean {
  const specifiers = specifiersIn(sourceCode.text);
  return reaches(filename, { specifiers }, project, FURTHEST, new Set([filename]));
}

function reaches(
  file: string,
  { specifiers }: Pick<Outline, 'specifiers'>,
  project: Project,
  hops: number,
  seen: Set<string>,
): boolean {
  return specifiers.some((specifier) => {
    const target = project.resolve(file, specifier);
    if (target === null || seen.has(target) || !parsesAsScript(target)) return false;
    seen.add(target);
    const imported = outlineOf(project, target);
    return imported.requests || (hops > 1 && reaches(target, imported, project, hops - 1, seen));
  });
}

/** What of a module's text tells whether it, or what it imports, sends requests. */
interface Outline {
  readonly requests: boolean;
  readonly specifiers: readonly string[];
}

const outlineOf = rememberedText((text): Outline => ({
  requests: REQUESTS.test(text),
  specifiers: copies(specifiersIn(text)),
}));

/** The same texts, which no longer hold the one that they were cut out of. */
const copies = (texts: readonly string[]): string[] =>
  texts.length === 0 ? [] : texts.join('\n').split('\n');

const SPECIFIER = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(['"])([^'"\n]+)\1/g;

/** The specifiers that may name modules of the project: those of packages resolve to none. */
function specifiersIn(text: string): string[] {
  return [...text.matchAll(SPECIFIER)].map((match) => match[2] ?? '');
}
