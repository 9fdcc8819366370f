import { oncePer } from '../../ast/once.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import type { LogCall } from './log-call.ts';
import type { Logger } from './logger.ts';
import { configuredBy } from './logger.ts';

/** The logger of a line, and those that are configured elsewhere and write it: that of `request.log`. */
export function loggersBehind({ logger, callee, module }: LogCall): readonly Logger[] {
  if (logger.made && logger.library?.redaction) return [logger];
  const isOfRequest = callee.type === 'MemberExpression' && isLogOf(valueOf(callee.object, module));
  const found = configuredAround(module).filter(({ library }) => {
    const { configures } = library ?? {};
    if (!logger.library) return isOfRequest && configures?.requests === true;
    return (
      logger.library === library ||
      logger.library.modules.some((name) => configures?.standsFor?.includes(name))
    );
  });
  return [logger, ...found];
}

/** `request.log`, and `request.log.child(fields)`. */
const isLogOf = (value: Value): boolean =>
  value.kind === 'member'
    ? value.name === 'log'
    : value.kind === 'call' && value.callee.kind === 'member' && isLogOf(value.callee.object);

/** Where programs set up their loggers: next to what writes lines, or above. */
const SETUP =
  /^(?:app|application|server|main|index|bootstrap|setup|http|fastify|express|logger|logging|log|pino|instrument\w*|sentry[\w.]*|[\w.-]+\.module)\.[cm]?[jt]sx?$|logger[\w.-]{0,40}\.[cm]?[jt]sx?$/i;
const FOLDERS = [
  ...['.', '..', '../..', '../../..', 'src', '../src', '../../src'],
  ...['plugins', '../plugins', 'lib', '../lib', '../config', '../../config', '../utils'],
];

const configuredAround = oncePer((module: SourceModule): readonly Logger[] => {
  const modules = [
    module,
    ...FOLDERS.flatMap((folder) => module.neighbours(folder, SETUP, OPTIONS)),
  ];
  return [...new Set(modules)].flatMap((each) =>
    OPTIONS.test(each.text) || each === module ? setUpIn(each) : [],
  );
});

const setUpIn = (module: SourceModule): Logger[] =>
  module.calls.flatMap((call) =>
    call.arguments.length > 0 ? (configuredBy(valueOf(call, module)) ?? []) : [],
  );

/** The names of options that take things out of lines, or hold a logger that may. */
const OPTIONS = new RegExp(
  [
    ...new Set(
      clientsOfKind('logger').flatMap(({ configures, redaction }) =>
        configures
          ? [
              ...(configures.ready ?? []),
              ...(redaction?.paths ?? []),
              ...(redaction?.serializers ?? []),
              ...(redaction?.transforms ?? []),
            ].map((option) => option.split('.').at(-1) ?? '')
          : [],
      ),
    ),
  ].join('|'),
);
