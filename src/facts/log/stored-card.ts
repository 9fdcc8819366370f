import type { TSESTree } from '@typescript-eslint/utils';
import type { CardSinkKind } from '../../clients/card-sinks.ts';
import { cardSinks, columnDecorators, schemaMakers } from '../../clients/card-sinks.ts';
import { knownNames } from '../../ast/imports.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Fact, FileView } from '../fact.ts';
import { contentsOf } from './contents.ts';
import { leakOf } from './leak.ts';
import { sensitiveName } from './sensitive-name.ts';

/** Card data that is kept, or put where others keep it. */
export interface StoredCard extends Fact {
  readonly node: Node;
  readonly where: CardSinkKind | 'url';
  /** The name that says what it is. */
  readonly name: string;
}

/** Where a file keeps card data. */
export function findStoredCards(view: FileView): StoredCard[] {
  const { candidates } = view;
  const found = [
    ...candidates.calls.flatMap((call) => ofCall(call, view)),
    ...candidates.decorators.flatMap(ofColumn),
    ...candidates.strings.flatMap((text) => ofText(text, view)),
    ...candidates.objects.flatMap((object) => ofQuery(object, view)),
    ...view.module.memberWrites.flatMap((write) => ofWrite(write, view)),
  ];
  const seen = new Set<Node>();
  return found
    .filter(({ node }) => !seen.has(node) && seen.add(node))
    .sort((one, other) => one.node.range[0] - other.node.range[0]);
}

/** The parts of an expression that are card data. */
function cardsIn(node: Node, where: StoredCard['where'], view: FileView, depth = 0): StoredCard[] {
  return [...contentsOf(node)].flatMap((content) => {
    const made = depth < DEEPEST ? madeByHelper(content.node, view.module) : null;
    if (made) {
      const [first] = cardsIn(made, where, view, depth + 1);
      return first ? [{ ...first, node: content.node }] : [];
    }
    const leak = leakOf({ ...content, isText: false }, view);
    const last = leak?.name.split('.').at(-1) ?? '';
    const isCard = leak?.kind === 'card' || (leak?.kind === 'configuration' && isCardName(last));
    return leak && isCard ? [{ node: content.node, where, name: leak.name, evidence: {} }] : [];
  });
}

/** Helpers that call helpers are followed this deep. */
const DEEPEST = 2;

/** The object that a function of this file gives back: `toRow(form)`. */
function madeByHelper(node: Node, module: SourceModule): Node | null {
  const call = unwrap(node);
  if (call.type !== 'CallExpression' || valueOf(call.callee, module).kind !== 'function')
    return null;
  const made = valueOf(call, module);
  return made.kind === 'object' && made.module === module ? made.node : null;
}

const isCardName = (name: string): boolean => sensitiveName(name) === 'card';

function ofCall(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  view: FileView,
): StoredCard[] {
  const names = namesIn(call.callee);
  const method = names.at(-1) ?? '';
  if (schemaMakers.includes(method)) return call.arguments.flatMap(ofSchema);
  if (call.type === 'NewExpression') return [];
  const receivers = names.slice(0, -1);
  const [, put] = call.arguments;
  // `url.searchParams.set('number', card.number)`
  if (put && receivers.at(-1) === 'searchParams' && /^(?:set|append)$/.test(method))
    return cardsIn(put, 'url', view);
  const sink = cardSinks.find(
    (each) => each.methods.includes(method) && isReceiver(receivers, each.receivers),
  );
  const kind = sink?.kind ?? (isModel(call.callee, method, view.module) ? 'database' : null);
  if (!kind) return [];
  return call.arguments.flatMap((argument) =>
    cardsIn(argument.type === 'SpreadElement' ? argument.argument : argument, kind, view),
  );
}

const isReceiver = (names: readonly string[], words: readonly string[]): boolean =>
  words.length === 0 || names.some((name) => wordsOf(name).some((word) => words.includes(word)));

const MODEL_METHODS: ReadonlySet<string> = new Set([
  'create',
  'update',
  'upsert',
  'insert',
  'build',
  'save',
]);

/** `Payment.create({ … })`: a model of the project's own, by the form of its name. */
function isModel(callee: Node, method: string, { scopes }: SourceModule): boolean {
  const called = unwrap(callee);
  if (called.type !== 'MemberExpression' || !MODEL_METHODS.has(method)) return false;
  const object = unwrap(called.object);
  return (
    object.type === 'Identifier' &&
    knownNames(object, scopes).some((name) => /^[A-Z][a-z]/.test(name))
  );
}

/** Every name on the way to a callee: `db`, `insert`, `values` of `db.insert(cards).values`. */
function namesIn(callee: Node): string[] {
  const names: string[] = [];
  for (let node = unwrap(callee); ;) {
    if (node.type === 'MemberExpression') {
      names.push(keyName(node) ?? '');
      node = unwrap(node.object);
    } else if (node.type === 'CallExpression') node = unwrap(node.callee);
    else if (node.type === 'AwaitExpression') node = unwrap(node.argument);
    else {
      if (node.type === 'Identifier') names.push(node.name);
      return names.reverse();
    }
  }
}

/** `new Schema({ cvv: String })`. */
function ofSchema(argument: Node): StoredCard[] {
  if (argument.type !== 'ObjectExpression') return [];
  return argument.properties.flatMap((property): StoredCard[] => {
    if (property.type !== 'Property') return [];
    const name = keyName(property) ?? '';
    if (isCardName(name)) return [{ node: property, where: 'database', name, evidence: {} }];
    return property.value.type === 'ObjectExpression' ? ofSchema(property.value) : [];
  });
}

/** `@Column() cvv: string`. */
function ofColumn({ expression, parent }: TSESTree.Decorator): StoredCard[] {
  const called = namesIn(expression.type === 'CallExpression' ? expression.callee : expression);
  const name = keyName(parent) ?? '';
  if (!columnDecorators.includes(called.at(-1) ?? '') || !isCardName(name)) return [];
  return [{ node: 'key' in parent ? parent.key : parent, where: 'database', name, evidence: {} }];
}

/** Pasted into a URL, or into a statement that writes to a database. */
function ofText(text: Node, view: FileView): StoredCard[] {
  if (text.type !== 'TemplateLiteral' || text.expressions.length === 0) return [];
  const fixed = text.quasis.map((quasi) => quasi.value.raw).join('*');
  const isUrl = /^(?:https?:\/\/|\/|\*\/)[^\s]*$|[?&][\w.-]+=\*/.test(fixed);
  const isWrite = /\b(?:insert\s+into|update\s+\w+\s+set)\b/i.test(fixed);
  if (!isUrl && !isWrite) return [];
  return text.expressions.flatMap((part) => [
    ...cardsIn(part, isUrl ? 'url' : 'database', view),
    ...(isUrl ? cardsInQuery(part, view) : []),
  ]);
}

/** `${new URLSearchParams({ cardNumber })}`, also by a name. */
function cardsInQuery(part: Node, view: FileView): StoredCard[] {
  const value = valueOf(part, view.module);
  if (value.kind !== 'call' || globalName(value.callee) !== 'URLSearchParams') return [];
  const [fields] = value.args;
  return fields?.kind === 'object' && fields.module === view.module
    ? cardsIn(fields.node, 'url', view)
    : [];
}

const QUERIES: ReadonlySet<string> = new Set(['params', 'query', 'searchParams', 'qs']);

/** `{ params: { cardNumber } }` of a request, `{ query: { cardNumber } }` of a route. */
function ofQuery(object: TSESTree.ObjectExpression, view: FileView): StoredCard[] {
  const { parent } = object;
  const isQuery =
    parent.type === 'Property' && parent.value === object && QUERIES.has(keyName(parent) ?? '');
  return isQuery ? cardsIn(object, 'url', view) : [];
}

const STORES: ReadonlySet<string> = new Set(['localStorage', 'sessionStorage']);

/** `localStorage.card = number`, `document.cookie = …`. */
function ofWrite({ left, right }: TSESTree.AssignmentExpression, view: FileView): StoredCard[] {
  const [root = '', ...rest] = namesIn(left);
  const name = root === 'window' ? (rest[0] ?? '') : root;
  const isStore = STORES.has(name) || (root === 'document' && rest[0] === 'cookie');
  return isStore ? cardsIn(right, 'storage', view) : [];
}
