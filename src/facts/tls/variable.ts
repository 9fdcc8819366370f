import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { tlsVariable } from '../../clients/tls-options.ts';
import { valueOf } from '../../values/evaluate.ts';
import { computedName } from './computed-name.ts';
import type { FileView } from '../fact.ts';
import { isDevelopmentOnly } from './development.ts';
import type { Remedy, TlsSwitch } from './tls-switch.ts';

/** The variable of the process, set by assignment, in an object of variables, or by a function that sets one. */
export function variableSwitches(view: FileView): TlsSwitch[] {
  const { module, candidates } = view;
  if (!module.text.includes(tlsVariable.name)) return [];
  const writes = module.memberWrites.flatMap((write) =>
    computedName(write.left, module) === tlsVariable.name &&
    ['=', '??=', '||='].includes(write.operator)
      ? [{ node: write, given: write.right }]
      : [],
  );
  const properties = candidates.objects.flatMap(({ properties: all }) =>
    all.flatMap((property) =>
      property.type === 'Property' &&
      (keyName(property) ?? computedName(property, module)) === tlsVariable.name
        ? [{ node: property, given: property.value }]
        : [],
    ),
  );
  const calls = candidates.calls.flatMap((call) => {
    const at = call.arguments.findIndex((argument) => isName(argument, view));
    const given = call.arguments[at + 1];
    return at >= 0 && given && sets(call.callee) ? [{ node: call, given }] : [];
  });
  return [...writes, ...properties, ...calls].flatMap(({ node, given }) =>
    ofVariable(node, given, view),
  );
}

/** `Reflect.set(process.env, name, '0')`, `Deno.env.set(name, '0')`, `stubEnv(name, '0')`. */
const sets = (callee: Node): boolean =>
  /^(?:set|stub|put|add|define|export)/i.test(
    callee.type === 'Identifier' ? callee.name : (keyName(callee) ?? ''),
  );

const isName = (argument: Node, { module }: FileView): boolean => {
  if (argument.type === 'SpreadElement') return false;
  const value = valueOf(argument, module);
  return value.kind === 'literal' && value.value === tlsVariable.name;
};

function ofVariable(node: Node, given: Node, { module }: FileView): TlsSwitch[] {
  const value = valueOf(given, module);
  if (value.kind !== 'literal' || value.value == null || String(value.value) !== tlsVariable.off)
    return [];
  return [
    {
      node,
      how: 'process',
      name: tlsVariable.name,
      reach: null,
      isDevelopmentOnly: isDevelopmentOnly(node, module),
      remedy: remedyFor(given),
      evidence: {},
    },
  ];
}

function remedyFor(given: Node): Remedy | null {
  const literal = unwrap(given);
  const isText =
    literal.type === 'TemplateLiteral' ||
    (literal.type === 'Literal' && typeof literal.value === 'string');
  if (!isText && literal.type !== 'Literal') return null;
  const [start, end] = literal.range;
  return {
    range: isText ? [start + 1, end - 1] : [start, end],
    text: tlsVariable.on,
    isSafe: false,
  };
}
