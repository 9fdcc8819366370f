import type { FileView } from '../fact.ts';
import type { LoggerLevel } from './logger-level.ts';

const LEVEL_VARIABLE = /(?:^|_)LOG_?LEVEL$/;
const VERBOSE = /^(?:debug|trace|silly|verbose|all)$/i;

/** What the variable for the level of a log is where the environment has none: a default of a read, or in a schema. */
export function defaultLevels({ facts, module }: FileView): LoggerLevel[] {
  return facts.envRead.flatMap(({ variable, default: { value, text } }) =>
    LEVEL_VARIABLE.test(variable) && text !== null && VERBOSE.test(text)
      ? [
          {
            node: value,
            level: text.toLowerCase(),
            isFallback: true,
            isListed: false,
            module,
            evidence: {},
          },
        ]
      : [],
  );
}
