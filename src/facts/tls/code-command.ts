import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { staticString } from '../../ast/node.ts';
import { commandRunners, commandTags } from '../../clients/insecure-commands.ts';
import { patternOf } from '../../values/address.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { isString } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { InsecurePart } from './command.ts';
import { insecurePartsOf, MAY_BE_INSECURE } from './command.ts';
import { isDevelopmentOnly } from './development.ts';
import type { Remedy, TlsSwitch } from './tls-switch.ts';

/** Command lines that the file runs, and switches that it gives the process's own command line. */
export function commandSwitches({ module, candidates }: FileView): TlsSwitch[] {
  if (!MAY_BE_INSECURE.test(module.text)) return [];
  const runs = candidates.calls.flatMap((call) =>
    isRunner(valueOf(call.callee, module)) ? ofRun(call, module) : [],
  );
  const tagged = candidates.strings.flatMap((template) => {
    const { parent } = template;
    if (template.type !== 'TemplateLiteral' || parent.type !== 'TaggedTemplateExpression')
      return [];
    return isTag(parent.tag, module) ? ofText(template, module) : [];
  });
  return [...runs, ...tagged, ...candidates.calls.flatMap((call) => ofSwitch(call, module))];
}

function isRunner(callee: Value): boolean {
  if (callee.kind === 'call') return callee.args.some(isRunner);
  return (
    callee.kind === 'external' && callee.source !== null && commandRunners.includes(callee.source)
  );
}

function isTag(tag: Node, module: SourceModule): boolean {
  const name = tag.type === 'CallExpression' ? tag.callee : tag;
  const value = valueOf(name, module);
  if (value.kind !== 'external') return false;
  return isRunner(value) || (value.source === null && commandTags.includes(value.path.join('.')));
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

function ofRun(call: Call, module: SourceModule): TlsSwitch[] {
  const [first, second] = call.arguments;
  if (!first || first.type === 'SpreadElement') return [];
  if (second?.type !== 'ArrayExpression') return ofText(first, module);
  const words = second.elements.map((element) =>
    element && element.type !== 'SpreadElement' ? valueOf(element, module) : null,
  );
  const texts = words.map((word) =>
    word && isString(word) ? word.value : word ? patternOf(word) : '?',
  );
  const program = valueOf(first, module);
  const parts = isString(program) ? insecurePartsOf([program.value, ...texts].join(' ')) : [];
  return parts.map((part) => {
    const element =
      second.elements[
        texts.findIndex((text) => text.startsWith(part.name) || text.includes(part.name.slice(1)))
      ];
    return found(element ?? first, part, null, module);
  });
}

function ofText(node: Node, module: SourceModule): TlsSwitch[] {
  const text = patternOf(valueOf(node, module));
  return insecurePartsOf(text).map((part) => found(node, part, remedyIn(node, text, part), module));
}

/** Where the part stands in the source: only where the text is written as it is. */
function remedyIn(node: Node, text: string, { start, end, instead }: InsecurePart): Remedy | null {
  if (staticString(node) !== text || node.range[1] - node.range[0] !== text.length + 2) return null;
  const at = node.range[0] + 1;
  const first = instead === '' && text[start - 1] === ' ' ? start - 1 : start;
  return { range: [at + first, at + end], text: instead, isSafe: false };
}

const found = (
  node: Node,
  part: InsecurePart,
  remedy: Remedy | null,
  module: SourceModule,
): TlsSwitch => ({
  node,
  how: part.of === 'process' ? 'process' : 'command',
  name: part.name,
  reach: null,
  isDevelopmentOnly: isDevelopmentOnly(node, module),
  remedy,
  evidence: {},
});

/** `app.commandLine.appendSwitch('ignore-certificate-errors')` */
function ofSwitch(call: Call, module: SourceModule): TlsSwitch[] {
  const { callee } = call;
  const [first] = call.arguments;
  const isAppended =
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'appendSwitch';
  const name = isAppended ? staticString(first) : null;
  if (name !== 'ignore-certificate-errors') return [];
  return [found(call, { name, of: 'process', start: 0, end: 0, instead: '' }, null, module)];
}
