import { spawnSync } from 'node:child_process';
import path from 'node:path';

const unreachable = /E(?:NOTFOUND|CONNREFUSED|CONNRESET|AI_AGAIN|TIMEDOUT)|ERR_SOCKET_TIMEOUT/;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in a folder, as the user that CI and hooks run as: no terminal, no colours. */
export function run(
  cwd: string,
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Ran {
  // What npm and vitest say of themselves is not for the programs that a user starts.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:npm_|VITEST)/.test(name));
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...Object.fromEntries(inherited), NO_COLOR: '1', ...environment },
  });
  return { code: status, stdout, stderr };
}

/** A shell command, as a CI service runs it: the first command that fails ends it. */
export const shell = (cwd: string, script: string, environment: Record<string, string> = {}) =>
  run(cwd, 'bash', ['-e', '-c', script], environment);

/**
 * Installs packages into a project from the registry; `npm ci` in CI needs the same.
 * @returns whether the registry could be reached
 */
export function install(project: string, packages: readonly string[]): boolean {
  const options = ['--no-audit', '--no-fund', '--prefer-offline', '--save-dev'];
  const { code, stderr } = run(project, 'npm', ['install', ...options, ...packages]);
  if (code === 0) return true;
  if (!unreachable.test(stderr)) throw new Error(stderr);
  console.warn(`No registry: ${path.basename(project)} is left out.`);
  return false;
}
