import { expect, test } from 'vitest';
import type { Scene } from '../../src/facts/rehearsal/rehearse.ts';
import { playAll } from '../../src/facts/rehearsal/rehearse.ts';
import { NOT_KNOWN } from '../../src/facts/rehearsal/rehearsal.ts';
import { moduleFrom } from '../values/value-of.ts';

const setting = {
  outcome: { kind: 'network' },
  requestAt: () => null,
  isAbortError: () => false,
  mostAttempts: 1,
} as const;

const endingsOf = (scene: Scene) =>
  playAll(scene, setting, moduleFrom('export {};')).map(({ by }) => by);

test('every way that unknown tests leave open is tried', () => {
  const endings = endingsOf((run) => {
    run.decide(false, true);
    run.decide(false, true);
    return NOT_KNOWN;
  });
  expect(endings).toEqual(['returned', 'returned', 'returned', 'returned']);
});

test('code that does not end is not tried in all ways', () => {
  const endings = endingsOf((run) => {
    for (;;) {
      run.decide(false, true);
      run.spend();
    }
  });
  expect(endings).toEqual(['exhausted', 'exhausted']);
});
