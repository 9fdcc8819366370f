import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { calledName, staticString, unwrap } from '../../ast/node.ts';
import { writtenText } from '../../ast/text.ts';
import { patternOf } from '../../values/address.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';

/** An expression that is put into a text: the hole of a template, a term of a concatenation. */
export interface TextHole {
  readonly node: Node;
  readonly value: Value;
  /** The outermost template or concatenation. */
  readonly root: Node;
  /** What stands before and after it in that text, `${…}` where it is not known. */
  readonly before: string;
  readonly after: string;
}

/** Longer texts are no URLs. */
const MOST_PIECES = 60;

/** The holes of the texts whose written parts look like those of a URL. */
export function holesOfUrls(view: FileView): TextHole[] {
  const { module, candidates } = view;
  const roots = new Set<Node>();
  for (const node of candidates.strings) {
    const root = outermostText(node);
    const text = writtenText(node, ' ');
    if (root.type !== 'Literal' && /[?&/=]/.test(text)) roots.add(root);
    if (/[?&][\w.-]+=$/.test(text)) for (const text of continuedIn(root, module)) roots.add(text);
  }
  return [...[...roots].flatMap((root) => holesIn(root, module)), ...formattedHoles(view)];
}

/** `begun + key`, where a name holds the text that is gone on with. */
function continuedIn({ parent }: Node, { scopes }: SourceModule): readonly Node[] {
  const name = parent?.type === 'VariableDeclarator' ? parent.id : null;
  const binding = name?.type === 'Identifier' ? scopes.bindingOf(name) : null;
  return (binding?.reads ?? []).flatMap((read) => {
    const whole = outermostText(read);
    return whole === read ? [] : [whole];
  });
}

function holesIn(root: Node, module: SourceModule): TextHole[] {
  const pieces = piecesOfText(root);
  if (pieces.length > MOST_PIECES) return [];
  const patterns = pieces.map((piece) =>
    piece.type === 'TemplateElement' ? piece.value.cooked : patternOf(valueOf(piece, module)),
  );
  return pieces.flatMap((node, index): TextHole[] => {
    if (node.type === 'Literal' || node.type === 'TemplateElement') return [];
    const value = valueOf(node, module);
    const before = patterns.slice(0, index).join('');
    return [{ node, value, root, before, after: patterns.slice(index + 1).join('') }];
  });
}

/** `format('%s/orders?api_key=%s', base, key)`. */
function formattedHoles({ module, candidates }: FileView): TextHole[] {
  return candidates.calls.flatMap((root) => {
    const [format, ...given] = root.arguments;
    const text = staticString(format) ?? '';
    if (!/=%s/.test(text) || !FORMATTERS.has(calledName(root.callee))) return [];
    const patterns = given.map((node) => patternOf(valueOf(node, module)));
    const texts = text.split(/%[sdijoO]/);
    const upTo = (index: number): string =>
      texts.slice(0, index + 1).reduce((all, one, at) => all + (patterns[at - 1] ?? '') + one);
    const whole = upTo(texts.length - 1);
    return given.slice(0, texts.length - 1).map((node, index) => {
      const before = upTo(index);
      const after = whole.slice(before.length + (patterns[index] ?? '').length);
      return { node, value: valueOf(node, module), root, before, after };
    });
  });
}

/** Node's `util.format`, and `sprintf`. */
const FORMATTERS: ReadonlySet<string> = new Set(['format', 'sprintf']);

/** The template or concatenation that a text is a part of, the outermost. */
function outermostText(node: Node): Node {
  let root = node;
  for (let outer = node.parent; outer; outer = outer.parent) {
    const goesOn =
      outer.type === 'TemplateLiteral' ||
      (outer.type === 'BinaryExpression' && outer.operator === '+');
    if (goesOn) root = outer;
    else if (unwrap(outer) !== unwrap(root)) return root;
  }
  return root;
}

/** The written parts and the holes of a text, in order. */
function piecesOfText(root: Node): Node[] {
  const pieces: Node[] = [];
  const pending: Node[] = [root];
  for (let next = pending.pop(); next && pieces.length <= MOST_PIECES; next = pending.pop()) {
    const node = unwrap(next);
    if (node.type === 'BinaryExpression' && node.operator === '+')
      pending.push(node.right, node.left);
    else if (node.type === 'TemplateLiteral') pending.push(...interleaved(node).reverse());
    else pieces.push(node);
  }
  return pieces;
}

const interleaved = (template: TSESTree.TemplateLiteral): Node[] =>
  template.quasis.flatMap((quasi, index) => {
    const hole = template.expressions[index];
    return hole ? [quasi, hole] : [quasi];
  });
