import { knownNames } from '../../ast/imports.ts';
import type { Node } from '../../ast/node.ts';
import { attributeOf } from '../../values/objects.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isString } from '../../values/value.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import { exportTrailOf } from './logger.ts';
import type { LoggerLevel } from './logger-level.ts';

const LISTS = clientsOfKind('logger').flatMap(({ levelLists }) => levelLists ?? []);
const CALLS: ReadonlySet<string> = new Set(
  LISTS.map(({ call }) => call.slice(call.lastIndexOf('.') + 1)),
);

/** Levels for debugging, as they are written out in a list. The first of a list stands for all. */
const DEBUGGING: ReadonlySet<string> = new Set(['debug', 'verbose', 'trace']);

/** `create(AppModule, { logger: ['error', 'debug'] })`: the first level for debugging. */
export function listedLevels(call: Node, module: SourceModule): LoggerLevel[] {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return [];
  const { callee } = call;
  const names =
    callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
      ? [callee.property.name]
      : callee.type === 'Identifier'
        ? knownNames(callee, module.scopes)
        : [];
  if (!names.some((name) => CALLS.has(name))) return [];
  const trail = exportTrailOf(valueOf(callee, module));
  const form = LISTS.find((each) => each.module === trail?.source && each.call === trail.text);
  const given = form && call.arguments.at(form.argument);
  if (!form || !given || given.type === 'SpreadElement') return [];
  const value = valueOf(given, module);
  const option = form.option === undefined ? null : attributeOf(value, form.option);
  const list = option === null ? value : option.state === 'known' ? option.value : null;
  if (list?.kind !== 'array' || list.module !== module) return [];
  const verbose = list.elements.find((each) => isString(each) && DEBUGGING.has(each.value));
  if (!verbose || !isString(verbose)) return [];
  return [
    {
      node: verbose.node,
      level: verbose.value,
      isFallback: false,
      isListed: true,
      module,
      evidence: {},
    },
  ];
}
