import { parsesAsScript } from '../project/script.ts';
import type { Project } from '../project/project.ts';
import { clientsOfKind } from './request/client-shapes.ts';
import type { FactKind, FactsContext } from './facts.ts';

/** The words without which no file sends a request: client modules, globals, the ways clients are called. */
const REQUESTS = requestWords();

/** What a file has that holds a fact of a kind. */
interface Trigger {
  /** These words stand in the text, or in the file's name. */
  readonly words?: RegExp;
  /** A request is in reach: sent here, or in a module that the file imports. */
  readonly requests?: 'here' | 'imported';
  /** Words that do without a request. */
  readonly orWords?: RegExp;
}

/** Something of these stands where a log line is written. */
const LOGS = /log|console|debug|captur|stdout|stderr|roarr|consola|signale|sentry/i;

const TRIGGERS: { readonly [K in FactKind]: Trigger } = {
  apiCall: { requests: 'imported' },
  apiClient: { requests: 'here' },
  credential: {},
  envRead: { words: /env|config|default/i },
  environmentChoice: { words: /sandbox|test|staging|\buat\b|\bdev/i },
  urlLiteral: { words: /:\/\/|\bhttps?:|\bwss?:|\bhost/i },
  responseUse: { requests: 'imported' },
  fanOut: { words: /Promise\s*\.|forEach|map|limit|queue/i, requests: 'imported' },
  webhookHandler: { words: /hook|callback|notif|\bipn\b|signature|hmac|event/i },
  reference: { requests: 'imported', orWords: /idempoten/i },
  requestBody: { requests: 'imported' },
  retry: {
    words: /retr|attempt|catch|\bfor\b|while/i,
    requests: 'imported',
    orWords: retryModules(),
  },
  logCall: { words: LOGS },
  sensitiveLog: { words: LOGS },
};

/** Retry libraries are told apart by their name, whatever they are given to run. */
function retryModules(): RegExp {
  const modules = clientsOfKind('retry').flatMap((library) => library.modules);
  return new RegExp(`['"](?:${modules.map(escaped).join('|')})['"/]|retr(?:y|ies)`, 'i');
}

function requestWords(): RegExp {
  const clients = [...clientsOfKind('http'), ...clientsOfKind('sdk')];
  const modules = clients.flatMap((client) => client.modules).map(escaped);
  const globals = clientsOfKind('http')
    .flatMap((client) => Object.keys(client.globals ?? {}))
    .map(escaped);
  return new RegExp(
    `['"](?:${modules.join('|')})['"/]|(?:^|[^\\w$])(?:${globals.join('|')})(?![\\w$])|\\.(?:post|put|patch)\\b|\\.(?:get|delete)\\b[^;]{0,80}://`,
  );
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** One cheap look at the text: whether a file can hold a fact of one of these kinds. */
export function mayHoldFacts(
  kinds: readonly FactKind[],
  file: FactsContext,
  project: Project | null,
): boolean {
  const { text } = file.sourceCode;
  return kinds.some((kind) => {
    const { words, requests, orWords } = TRIGGERS[kind];
    if (words && !words.test(text) && !words.test(file.filename)) return false;
    if (!requests || orWords?.test(text) || REQUESTS.test(text)) return true;
    return requests === 'imported' && project !== null && importsRequests(file, project);
  });
}

/** A client is seldom further away than this: a service, the module that lists it, the client itself. */
const FURTHEST = 3;

const verdicts = new WeakMap<object, boolean>();

/** Whether a module that the file imports has the words of requests, itself or through its own imports. */
function importsRequests({ filename, sourceCode }: FactsContext, project: Project): boolean {
  const known = verdicts.get(sourceCode.ast);
  if (known !== undefined) return known;
  const verdict = reaches(filename, sourceCode.text, project, FURTHEST, new Set([filename]));
  verdicts.set(sourceCode.ast, verdict);
  return verdict;
}

function reaches(
  file: string,
  text: string,
  project: Project,
  hops: number,
  seen: Set<string>,
): boolean {
  return specifiersIn(text).some((specifier) => {
    const target = project.resolve(file, specifier);
    if (target === null || seen.has(target) || !parsesAsScript(target)) return false;
    seen.add(target);
    const imported = project.readText(target) ?? '';
    return (
      REQUESTS.test(imported) || (hops > 1 && reaches(target, imported, project, hops - 1, seen))
    );
  });
}

const SPECIFIER = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(['"])([^'"\n]+)\1/g;

/** The specifiers that may name modules of the project: those of packages resolve to none. */
function specifiersIn(text: string): string[] {
  return [...text.matchAll(SPECIFIER)].map((match) => match[2] ?? '');
}
