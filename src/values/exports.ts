import type { Evaluation } from './evaluation.ts';
import { unknown } from './evaluation.ts';
import type { SourceModule } from './source-module.ts';
import type { Place, Value } from './value.ts';

/** Re-exports are followed this far. */
const MAX_HOPS = 8;

/** The value that a module exports under a name, followed through re-exports and `export *`. */
export function exportOf(
  evaluation: Evaluation,
  module: SourceModule,
  name: string,
  place: Place,
): Value {
  return find(evaluation, module, name, place, 0) ?? unknown(place);
}

function find(
  evaluation: Evaluation,
  module: SourceModule,
  name: string,
  place: Place,
  hops: number,
): Value | null {
  if (hops > MAX_HOPS) return null;
  const found = module.exports.get(name);
  if (found && 'local' in found) return evaluation.valueOf(found.local, { module, frame: null });
  if (found) return follow(evaluation, module, found.from, found.imported, place, hops);
  for (const source of module.exports.stars) {
    const value = follow(evaluation, module, source, name, place, hops);
    if (value && value.kind !== 'external') return value;
  }
  return name === 'default' ? wholeOfCommonJs(evaluation, module) : null;
}

function follow(
  evaluation: Evaluation,
  module: SourceModule,
  source: string,
  imported: string,
  place: Place,
  hops: number,
): Value | null {
  const target = module.import(source);
  if (!target)
    return { ...place, kind: 'external', source, path: imported === '*' ? [] : [imported] };
  if (imported === '*') return { ...place, kind: 'namespace', target };
  return find(evaluation, target, imported, place, hops + 1);
}

/** `import x from './common.cjs'` gives all of `module.exports`. */
function wholeOfCommonJs(evaluation: Evaluation, module: SourceModule): Value | null {
  const whole = module.exports.get('*cjs');
  return whole && 'local' in whole
    ? evaluation.valueOf(whole.local, { module, frame: null })
    : null;
}
