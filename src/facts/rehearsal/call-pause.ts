import type { Place, Run, Thing } from './rehearsal.ts';
import { tellsOf } from './rehearsal.ts';

/** Takes note of a pause before the next attempt. */
export function pause(run: Run, ms: Thing, place: Place): void {
  const attempt = Math.max(0, ...run.sent.values());
  const pauses = (run.pauses[attempt] ??= []);
  const known = ms.t === 'number' && !Number.isNaN(ms.lo) && !Number.isNaN(ms.hi);
  pauses.push({
    lo: known ? Math.max(0, ms.lo) : 0,
    hi: known ? Math.max(0, ms.hi) : 0,
    place,
    isKnown: known,
    isScaled: ms.t === 'number' && ms.isScaled === true,
    tells: tellsOf(ms),
  });
}
