import type { TSESTree } from '@typescript-eslint/utils';
import type { Expression, Node } from '../../ast/node.ts';
import { keyName, unwrap, wrapped } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import { wordsOf } from '../../ast/words.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { writtenFor } from '../../values/written-for.ts';
import { isOutsideProduction } from '../environment/env-development.ts';
import type { Fact, FileView } from '../fact.ts';
import type { Chain } from './chain.ts';
import { postsToChat } from './chat-message.ts';
import { chainOf } from './chain.ts';
import type { Content } from './contents.ts';
import { contentsOf, nameOf } from './contents.ts';
import { isForRunner, isRunDirectly, isScript } from './for-terminal.ts';
import type { LogCall } from './log-call.ts';
import type { Remote } from './remote.ts';
import { remoteAt } from './remote.ts';
import { fillsPlaceholder } from './placeholders.ts';
import { isForOneCode, isMeasured, isOfSuccess, toldBeside } from './told-beside.ts';
import { traceIn } from './trace.ts';

/** A log line about what an API answered, or failed with. */
export interface ApiLog extends Fact {
  readonly node: LogCall['node'];
  readonly log: LogCall;
  /** It tells of a failure: by what it tells, or by its level. */
  readonly isFailure: boolean;
  /**
   * How the failure is told: its code is a field (`fields`), it is part of a text, made a text by a
   * serialiser, only its message is given, or fields are given and its code is not among them.
   */
  readonly form: 'fields' | 'text' | 'stringified' | 'message' | 'codeless';
  /** Where it is told so. */
  readonly at: Node;
  /** Whether the line has the id of the request or trace; `unknown` where it may. */
  readonly trace: 'present' | 'absent' | 'unknown';
  /** It gives the message or a part of it, alone or in a text, and another line that is written too tells the same error whole. */
  readonly isToldBeside: boolean;
  /** The status of the answer is a field, of this line or of another that is written too and tells of the same error, or the line stands in the branch for one. */
  readonly hasStatus: boolean;
  /** The parts of the line that come from the API. */
  readonly mentions: readonly Mention[];
}

export interface Mention {
  readonly content: Content;
  readonly remote: Remote;
  /** The name that it starts from: `error`, and `result.reason` where that is the error. */
  readonly root: string;
  /** The line names something that was made of it before. */
  readonly isThroughName: boolean;
  /** What it names is the text that a serialiser made of it. */
  readonly isSerialised: boolean;
  /** The name in the file that holds the whole body, where it starts from that. */
  readonly body: string | null;
  /** The argument it stands in. */
  readonly argument: Expression;
}

/** The log lines about APIs of a file. */
export function findApiLogs(view: FileView): ApiLog[] {
  const isSaid = isScript(view);
  const found = view.facts.logCall.flatMap((log) => {
    // What is said to the person who runs a script comes into no log store.
    if (log.isConsole && (isSaid || isRunDirectly(log.node, view))) return [];
    if (log.level === 'debug' || log.level === 'trace') return [];
    if ((log.own && postsToChat(log.own)) || isForRunner(log)) return [];
    const mentions = mentionsIn(log, view);
    const isWritten = mentions.length > 0 && !isOutsideProduction(log.node, view.module);
    return isWritten ? [apiLog(log, mentions, view)] : [];
  });
  const whole = toldBeside(found, ({ form }) => form === 'fields', view.module);
  const counted = toldBeside(found, ({ hasStatus }) => hasStatus, view.module);
  return found.map((log) => ({
    ...log,
    isToldBeside: whole.has(log),
    hasStatus: log.hasStatus || counted.has(log),
  }));
}

function mentionsIn(log: LogCall, view: FileView): Mention[] {
  return log.args.flatMap((argument) =>
    [...contentsOf(argument)].flatMap((content) => {
      const node = methodless(content.node);
      const written = node.type === 'Identifier' ? writtenFor(node, view.module) : null;
      const isSerialised = isStringifier(written);
      return sidesOf(node, written, view.module).flatMap((side) => {
        const chain = chainOf(side, view.module);
        const remote = chain && remoteAt(chain, node, view);
        return remote
          ? [
              {
                ...{ content, remote, argument, isSerialised },
                ...rootOf(node, chain, remote),
                body: bodyName(node, chain),
              },
            ]
          : [];
      });
    }),
  );
}

/** What a name may stand for: `const said = error.response?.data?.message ?? error.message`, `JSON.stringify(error)`. */
function sidesOf(
  node: Expression,
  written: Expression | null,
  module: SourceModule,
): readonly Node[] {
  const isChoice = written?.type === 'LogicalExpression' && chainOf(written, module) === null;
  return written && (isChoice || isStringifier(written))
    ? [...contentsOf(written)].map((content) => content.node)
    : [node];
}

function rootOf(
  node: Node,
  { root, names }: Chain,
  remote: Remote,
): Pick<Mention, 'root' | 'isThroughName'> {
  let start = unwrap(node);
  while (start.type === 'MemberExpression') start = unwrap(start.object);
  const name = root?.name ?? '';
  const isThroughName = start.type === 'Identifier' && start.name !== name;
  const before = remote.is === 'error' ? names.slice(0, names.length - remote.names.length) : [];
  return { root: [name, ...before].join('.'), isThroughName };
}

/** `problem` of `problem.error.code`, where `const problem = await response.json()`. */
function bodyName(node: Node, { names }: Chain): string | null {
  let members = 0;
  let root = unwrap(node);
  for (; root.type === 'MemberExpression'; members++) root = unwrap(root.object);
  const isBody = names.at(names.length - members - 1) === 'json()';
  return isBody && root.type === 'Identifier' ? root.name : null;
}

/** `error.toString()` is about `error`. */
function methodless(node: Expression): Expression {
  const inner = unwrap(node);
  return inner.type === 'CallExpression' && inner.callee.type === 'MemberExpression'
    ? inner.callee.object
    : inner;
}

function apiLog(log: LogCall, mentions: readonly Mention[], view: FileView): ApiLog {
  const { form, at } = formOf(log, mentions);
  const isThere = log.args.every((argument) => !log.names.has(argument) || !isWithin(at, argument));
  const isOfError = mentions.some(
    ({ remote }) => remote.is === 'error' || remote.names.includes('error'),
  );
  return {
    node: log.node,
    log,
    isFailure: isOfError || (LOUD.has(log.level ?? '') && !isGoodAnswer(log, mentions, view)),
    form,
    at: isThere ? at : log.node,
    isToldBeside: false,
    hasStatus:
      namesField(log, saysStatus) ||
      mentions.some(isStatus) ||
      isForOneCode(
        log.node,
        mentions.map(({ root }) => root),
        view.module,
      ),
    trace: mayHoldTrace(mentions) ? 'unknown' : traceIn(log, view),
    mentions,
    evidence:
      mentions.find(({ remote }) => Object.keys(remote.evidence).length > 0)?.remote.evidence ?? {},
  };
}

const LOUD: ReadonlySet<string> = new Set(['error', 'warn', 'fatal']);

const isGoodAnswer = ({ node }: LogCall, mentions: readonly Mention[], view: FileView): boolean =>
  mentions.every(({ remote }) => remote.is === 'payload') &&
  (isOfSuccess(node, view.module) ||
    mentions.every(
      (mention) => isMeasured(mention.content.node, view.module) || isOfThing(mention),
    ));

/** Something of an answer that says nothing of how the request went: `userId`, `ticket.id`, `found.messages[0].text`. */
function isOfThing({ remote: { names }, root }: Mention): boolean {
  if (names.some((name) => wordsOf(name).some(tells))) return false;
  const isPart = names.length > 1 && !WHOLE.has(names.at(-1) ?? '');
  return isPart || OF_THINGS.has(wordsOf(names.at(-1) ?? root).at(-1) ?? '');
}

const tells = (word: string): boolean => TELLING.has(word) || /^err|msg$/.test(word);

/** What things are called by, and where they are. */
const OF_THINGS: ReadonlySet<string> = new Set([
  'id',
  'name',
  'url',
  'email',
  'key',
  'sku',
  'number',
]);

const TELLING: ReadonlySet<string> = new Set(
  'error errors failure fault problem message msg code status detail details reason description title success ok result state warning'.split(
    ' ',
  ),
);

/** The error or the body as it came, with all that is in it. */
const isWhole = ({ remote, content, argument }: Mention): boolean =>
  !content.isText &&
  !isTextual(argument) &&
  (remote.names.length === 0 || WHOLE.has(remote.names.at(-1) ?? ''));

/** Bodies hold the API's own id, and errors of the project's making what was put into them. */
const mayHoldTrace = (mentions: readonly Mention[]): boolean =>
  !mentions.some(({ remote }) => remote.isSeen) ||
  mentions.some(
    (mention) =>
      isWhole(mention) &&
      (mention.remote.is === 'payload' || mention.remote.isMade || mention.remote.names.length > 0),
  );

const WHOLE: ReadonlySet<string> = new Set([
  'response',
  'data',
  'body',
  'error',
  'json()',
  'text()',
  'errors',
  'cause',
  '_data',
]);

const isTextual = (argument: Expression): boolean => {
  const { type } = unwrap(argument);
  return type === 'TemplateLiteral' || type === 'BinaryExpression';
};

function formOf(log: LogCall, mentions: readonly Mention[]): Pick<ApiLog, 'form' | 'at'> {
  const stringified = mentions.map(({ argument, content, isSerialised }) =>
    isSerialised ? content.node : stringifierOf(content.node, argument),
  );
  const kept = mentions.filter(
    ({ argument, content }, index) =>
      !isTextual(argument) &&
      !content.isText &&
      !stringified[index] &&
      !fillsPlaceholder(log, argument),
  );
  if (kept.some((mention) => isWhole(mention) || isCode(mention)) || isTold(log))
    return { form: 'fields', at: log.node };
  const text = mentions.find(
    ({ argument }) => isTextual(argument) || fillsPlaceholder(log, argument),
  );
  if (text) return { form: 'text', at: text.argument };
  const [call] = stringified.filter((node) => node !== null);
  if (call) return { form: 'stringified', at: call };
  const [first] = mentions;
  if (namesField(log, saysCode)) return { form: 'fields', at: log.node };
  const isMessage = mentions.every(({ remote, content }) => content.isText || isMessageOf(remote));
  const at = first?.content.node ?? log.node;
  return { form: isMessage ? 'message' : 'codeless', at };
}

/** The line gives a name that says code, `errorCode`, or a body's `errors`, by itself. */
const isTold = (log: LogCall): boolean =>
  log.args.some(
    (argument) =>
      !isTextual(argument) &&
      !fillsPlaceholder(log, argument) &&
      [...contentsOf(argument)].some(
        ({ node, isText }) =>
          !isText &&
          (node.type === 'Identifier'
            ? saysCode(node.name) && wordsOf(node.name).length > 1
            : keyName(node) === 'errors'),
      ),
  );

/** A field of the line is called so, wherever its value was worked out or written. */
const namesField = ({ args }: LogCall, isName: (name: string) => boolean): boolean =>
  args.some(
    (argument) =>
      (argument.type === 'ObjectExpression' &&
        argument.properties.some((property) => isName(keyName(property) ?? ''))) ||
      [...contentsOf(argument)].some(({ path }) => isName(path.at(-1) ?? '')),
  );

/** `error.response.status` as an argument or field of its own. */
const isStatus = ({ remote, content, argument }: Mention): boolean =>
  !isTextual(argument) && !content.isText && saysStatus(remote.names.at(-1) ?? '');

const saysStatus = (name: string): boolean => {
  const words = wordsOf(name);
  return words.at(words.at(-1) === 'code' ? -2 : -1) === 'status';
};

function isCode({ remote, content }: Mention): boolean {
  const last = remote.names.at(-1) ?? '';
  return saysCode(last) || saysCode(content.path.at(-1) ?? '');
}

const saysCode = (name: string): boolean => {
  const words = wordsOf(name);
  return words.at(-1) === 'code' && words.at(-2) !== 'status';
};

const MESSAGES: ReadonlySet<string> = new Set(['message', 'stack', 'name', 'statusText']);

const isMessageOf = ({ names }: Remote): boolean =>
  names.length === 0 || MESSAGES.has(names.at(-1) ?? '');

/** The `JSON.stringify(error)` around a part, where that is all it is given. */
function stringifierOf(node: Node, argument: Node): Node | null {
  let inner = wrapped(node);
  for (const end = wrapped(argument); inner !== end && inner.parent;) {
    const above: Node = inner.parent;
    if (isStringifier(above)) return above.arguments[0] === inner || isFormat(above) ? above : null;
    inner = wrapped(above);
    if (above.type === 'ObjectExpression' && isStringifier(inner.parent)) return null;
  }
  return null;
}

const isStringifier = (node: Node | null | undefined): node is TSESTree.CallExpression =>
  node?.type === 'CallExpression' &&
  (STRINGIFIERS.has(nameOf(unwrap(node.callee))) || isFormat(node));

/** `format('%s refused: %s', name, error.message)`: what is put into the text comes after it. */
const isFormat = ({ callee, arguments: given }: TSESTree.CallExpression): boolean =>
  given[0]?.type === 'Literal' && FORMAT.test(nameOf(unwrap(callee)));

const FORMAT = /^(?:\w+\.)?format$/;

const STRINGIFIERS: ReadonlySet<string> = new Set([
  'JSON.stringify',
  'String',
  'inspect',
  'util.inspect',
]);
