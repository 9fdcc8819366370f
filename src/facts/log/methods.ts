import type { LogLevel } from '../../clients/schema.ts';
import { clientsOfKind } from '../request/client-shapes.ts';

/** The names of levels that loggers of all makes share: where only names speak, these do. */
export const COMMON_LEVELS: ReadonlyMap<string, LogLevel> = new Map([
  ['trace', 'trace'],
  ['silly', 'trace'],
  ['verbose', 'debug'],
  ['debug', 'debug'],
  ['log', 'info'],
  ['info', 'info'],
  ['http', 'info'],
  ['notice', 'info'],
  ['warn', 'warn'],
  ['warning', 'warn'],
  ['error', 'error'],
  ['critical', 'fatal'],
  ['fatal', 'fatal'],
]);

/** Every name that a method of some logger has: a call of another name writes no line. */
export const METHOD_NAMES: ReadonlySet<string> = new Set([
  ...COMMON_LEVELS.keys(),
  ...clientsOfKind('logger').flatMap(({ methods, leveled = [] }) => [
    ...Object.keys(methods),
    ...leveled,
  ]),
]);
