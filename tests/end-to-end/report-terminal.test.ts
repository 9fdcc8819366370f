import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './built-plugin.ts';

const hasTmux = spawnSync('tmux', ['-V']).status === 0;
const cwd = mkdtempSync(path.join(tmpdir(), 'go-live-terminal-'));
const socket = path.join(cwd, 'tmux');

beforeAll(() => {
  writeFileSync(path.join(cwd, 'a.js'), `fetch('https://api.octopuscards.io/api/v1/wallets');\n`);
});
afterAll(() => {
  spawnSync('tmux', ['-S', socket, 'kill-server']);
  rmSync(cwd, { recursive: true, force: true });
});

const tmux = (...args: string[]): string =>
  execFileSync('tmux', ['-S', socket, ...args], { cwd, encoding: 'utf8' });

/** What stands in a terminal of this width once the command is done; lines it broke itself are joined. */
async function screen(width: number): Promise<string> {
  const name = `w${String(width)}`;
  const command = `${process.execPath} ${path.join(root, 'dist/src/command/main.js')} --api octopus; echo DONE; sleep 60`;
  tmux('new-session', '-d', '-s', name, '-x', String(width), '-y', '50', command);
  for (let turn = 0; turn < 200; turn++) {
    const text = tmux('capture-pane', '-p', '-J', '-e', '-S', '-500', '-t', name);
    if (text.includes('DONE')) return text;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('The command did not end.');
}

// eslint-disable-next-line no-control-regex -- escape sequences begin with a control character
const plain = (text: string): string => text.replace(/\u001b\[[\d;]*m/g, '');

/** The terminal is tmux; .ci/run installs it. */
describe.runIf(hasTmux)('in a real terminal', () => {
  test.each([60, 120])('the report fits %i columns, in colour', async (width) => {
    const text = await screen(width);
    const lines = plain(text).split('\n');
    expect(lines.filter((line) => line.trimEnd().length > width)).toEqual([]);
    expect(lines.join('\n')).toContain('a.js:1:1  require-request-timeout');
    expect(text).toContain('\u001b[31m');
  });
});
