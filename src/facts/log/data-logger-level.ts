import type { NamedValue } from '../../data/named-value.ts';
import { environmentOfFile, isDescription, isTemplateFile } from '../data-place.ts';
import type { DataView } from '../data-view.ts';
import { RUNNING } from '../environment/data-environment.ts';
import type { LoggerLevel } from './logger-level.ts';
import { VERBOSE } from './logger-level.ts';

/** The log levels for debugging that data files set for programs in production. */
export function findDataLoggerLevels(view: DataView): LoggerLevel[] {
  if (isTemplateFile(view.filename) || isDescription(view)) return [];
  return view.values.flatMap((value) => {
    const level = value.text.toLowerCase();
    if (!LEVEL.test(value.name ?? '') || !VERBOSE.has(level) || level === 'all') return [];
    if (!isForProduction(value, view)) return [];
    return [
      {
        node: value.node.asNode,
        level,
        isFallback: value.fallbackOf !== null,
        isListed: false,
        module: null,
        evidence: {},
      },
    ];
  });
}

const LEVEL = /(?:^|_)LOG_?LEVEL$/;

/** By the file's name, or what stands beside it: `NODE_ENV=production`. */
function isForProduction({ path, document }: NamedValue, view: DataView): boolean {
  const named = environmentOfFile(view.filename);
  if (named !== null) return named === 'production';
  const around = path.slice(0, -1).join(' ');
  return view.values.some(
    (other) =>
      other.document === document &&
      RUNNING.test(other.name ?? '') &&
      other.text === 'production' &&
      other.path.slice(0, -1).join(' ') === around,
  );
}
