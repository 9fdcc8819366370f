import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from './built-plugin.ts';

test('the demo finds the good programs clean, and problems in the others', () => {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/demo.js'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 16_000_000,
  });
  expect(status, `${stdout.slice(-2000)}${stderr}`).toBe(0);
  expect(stdout).toMatch(/Total.*: \d+ problems of \d+ rules in 6 programs/);
});
