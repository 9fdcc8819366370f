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

test('long ways share their steps, and what they leave untried stays open', () => {
  const endings = endingsOf((run) => {
    for (let turn = 0; turn < 5000; turn++) run.spend();
    for (let choice = 0; choice < 4; choice++) run.decide(false, true);
    return NOT_KNOWN;
  });
  expect(endings.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 'returned'));
  expect(endings.slice(6)).toEqual(['exhausted', 'exhausted']);
});
