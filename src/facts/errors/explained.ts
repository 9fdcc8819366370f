import { ancestorsOf, isFunction } from '../../ast/node.ts';
import type { Node } from '../../ast/node.ts';
import { linesBefore } from '../../ast/text.ts';
import { isWithin } from '../../ast/within.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';

/** Words that say that something is left out, or put off, and not why. */
const FILLERS: ReadonlySet<string> = new Set(
  `a all an and any are as at be by catch caught continue do does empty error errors exception exceptions
  fail failed fails failure failures for handle handled handling here ignore ignored ignores ignoring in
  intentionally is it just later let never no noop nop not nothing now of ok on op out pass purpose quietly
  silence silent silently skip skipping so swallow swallowed swallowing that the them this to we`.split(
    /\s+/,
  ),
);

/** What puts the handling off, and what a tool is told. */
const PUT_OFF =
  /\b(?:todo|fixme|xxx|hack|temp(?:orary|orarily)?|eslint|biome|oxlint|tslint|ts-ignore|ts-expect-error|prettier|istanbul|c8|v8|sonar|deepscan)\b|later|for now/i;

/** `skip unreachable hosts`: the one that failed is left out, and it says which. */
const LEFT_OUT =
  /\bskip(?:s|ped|ping)?\b(?: (?:the|a|an|any|this|that|it|if|on|failed|failing))* (?!the|a|an|any|this|that|it|if|on|fail|error|exception|silent|quiet|for|and)[a-z]{3}/i;

const SAID = /best.?effort|optional|non.?(?:critical|essential|blocking|fatal)|fire.?and.?forget/i;

/** Whether a comment in a handler says why nothing has to be done. */
export function isExplained(body: Node, module: SourceModule): boolean {
  const text = commentsIn(textOf(body, module)).join(' ');
  if (PUT_OFF.test(text)) return false;
  if (SAID.test(text) || LEFT_OUT.test(text) || UNREAD.test(text)) return true;
  const words = text.toLowerCase().match(/[a-z'’]+/g) ?? [];
  return new Set(words.filter((word) => !FILLERS.has(word))).size >= MEANING;
}

/** In another script: what it says is not known, and it says more than that it ignores something. */
const UNREAD = /^(?!.*(?:忽略|無視|无视|무시|игнор)).*(?!\p{Script=Latin})\p{L}/isu;

/** What a comment over a statement says of a failure of it. */
const TOLERATES =
  /\b(?:fail(?:s|ure|ures|ing)?|errors?)\b.{0,60}\b(?:rather than|(?:must|should|does|do|will|can) ?n[o']t|won't|never|ignored?|degrades?|harmless|acceptable)\b/i;

/** Whether the comment over the statement says why a failure may be passed over: `decorative, a failure degrades the card`. */
export function isExplainedAbove(node: Node, module: SourceModule): boolean {
  const text = commentOver(node, module);
  return !PUT_OFF.test(text) && (TOLERATES.test(text) || ON_THE_SIDE.test(text));
}

/**
 * The comment of lines of its own over the statement that a node is part of, or over what that is all
 * of: a branch, a function. Declarations may stand between.
 */
function commentOver(node: Node, { text }: SourceModule): string {
  const isWhole = ({ type }: Node): boolean => /Statement$|Declaration$/.test(type);
  const statement = [node, ...ancestorsOf(node)].find((each) => isWhole(each) && isInBlock(each));
  if (!statement) return '';
  return [...new Set([statement, allOf(statement)])].map((each) => saidOver(each, text)).join(' ');
}

function saidOver({ range }: Node, text: string): string {
  const above = linesBefore(range[0], text);
  above.next();
  const said: string[] = [];
  for (const line of above) {
    const remark = line.trim();
    if (COMMENT.test(remark)) said.unshift(remark.replace(COMMENT, ''));
    else if (said.length > 0 || !DECLARED.test(remark)) break;
  }
  return said.join(' ');
}

const DECLARED = /^(?:const|let) .*;?$/;

/** What a statement is all of: the `if` around its block, the function. */
function allOf(statement: Node): Node {
  const block = statement.parent;
  if (block?.type !== 'BlockStatement' || block.body.length !== 1) return statement;
  const { parent } = block;
  return parent.type === 'IfStatement' || parent.type === 'FunctionDeclaration'
    ? allOf(parent)
    : statement;
}

const COMMENT = /^(?:\/\/|\/?\*+\/?)/;

const isInBlock = ({ parent }: Node): boolean =>
  parent?.type === 'BlockStatement' || parent?.type === 'Program' || parent?.type === 'SwitchCase';

const ON_THE_SIDE =
  /best.?effort|non.?(?:critical|essential|blocking|fatal)|\b(?:not|isn['’]t) (?:critical|essential|fatal)|fire.?and.?forget/i;

/**
 * `redirecting anyway`, `continue even if it fails`, `deferred to the next run`, `can still be typed`,
 * `must not stop the page`, `don't fail the request`.
 */
const GOES_ON =
  /\banyway\b|\b(?:continuing|proceeding) (?:with|without)\b|\b(?:retained|kept|held|queued|requeued)\b.{0,20}\bfor (?:a |the )?(?:later|next|retry|another)\b|\b(?:continu|proceed)[a-z]*\b.{0,40}\beven (?:if|though|when)\b|\b(?:deferred|postponed) (?:to|till|until)\b|\b(?:can|may|will) still\b|\bretr(?:y|ied) (?:on|at|in|with) the (?:next|first)\b|\b(?:must|should|may) ?(?:never|not|n[o']t) (?:break|block|crash|stop|interrupt|prevent)\b|\b(?:do|does) ?(?:not|n['’]t) (?:fail|throw|block|break|stop|interrupt|prevent|rethrow|re-throw)\b/i;

/** A handler that logs says that what failed is done on the side, or that it goes on without it on purpose. */
export function isSaidToBeOnTheSide(handler: Node, module: SourceModule): boolean {
  const text = textOf(handler, module);
  const above = commentOver(handler, module);
  return (
    [ON_THE_SIDE, GOES_ON].some((reason) => reason.test(text)) ||
    [NO_MATTER, GOES_ON].some((reason) => reason.test(above)) ||
    commentsIn(text).some((said) => UNREAD.test(said))
  );
}

/** Not `non-blocking`: that says how it is done, and not what hangs on it. */
const NO_MATTER = /(?:\bnon.?|\bnot |\bisn['’]t )(?:critical|essential|fatal)/i;

/**
 * A handler that does nothing says that nothing depends on what failed, or what is done in its place.
 * `best effort` says neither.
 */
export const isSaidNotToMatter = (handler: Node, module: SourceModule): boolean =>
  commentsIn(textOf(handler, module)).some((said) =>
    [NO_MATTER, GOES_ON, UNREAD].some((reason) => reason.test(said)),
  );

/** The handler of the `try` around a node does nothing, and says that nothing depends on it. */
export function mayFail(node: Node, module: SourceModule): boolean {
  const around = [...ancestorsOf(node)].find(
    (above) => isFunction(above) || (above.type === 'TryStatement' && isWithin(node, above.block)),
  );
  const body = around?.type === 'TryStatement' ? around.handler?.body : null;
  return body?.body.length === 0 && isSaidNotToMatter(body, module);
}

/** What follows `//` on its line, and what stands between the signs of a block. */
function commentsIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.split('//').slice(1).join('//'));
  const blocks = text.split('/*').slice(1);
  return [...lines, ...blocks.map((block) => block.split('*/', 1)[0] ?? '')];
}

/** As many words of their own make a reason: `keep the defaults`, `the page works without rates`. */
const MEANING = 2;
