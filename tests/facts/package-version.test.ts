import { describe, expect, it } from 'vitest';
import { entryOfVersion } from '../../src/facts/request/package-version.ts';
import type { SourceModule } from '../../src/values/source-module.ts';

const ENTRIES = { '3': 'three', '4.0': 'four zero' };

const entryFor = (range: string | null, specifier = 'lib'): string | null => {
  const module = { packageRange: (name: string) => (name === 'lib' ? range : null) };
  return entryOfVersion(ENTRIES, specifier, module as unknown as SourceModule);
};

describe('entryOfVersion', () => {
  it.each([
    ['^3.1.0', 'three'],
    ['3', 'three'],
    ['3.x', 'three'],
    ['~3.2', 'three'],
    ['v3.1.4', 'three'],
    ['3.0.0-beta.1', 'three'],
    ['4.0.2', 'four zero'],
    ['~4.0.0', 'four zero'],
    ['4.0.x', 'four zero'],
    ['^4.0.0', null],
    ['4.1.0', null],
    ['>=3', null],
    ['3 || 4', null],
    ['latest', null],
    [null, null],
  ])('%s', (range, entry) => {
    expect(entryFor(range)).toBe(entry);
  });

  it('asks for the package that a module is a part of', () => {
    expect(entryFor('^3.0.0', 'lib/esm/index.js')).toBe('three');
    expect(entryFor('^3.0.0', '@scope/lib')).toBe(null);
  });
});
