import { terminalModules } from '../../clients/program-kinds.ts';
import { testsAround } from '../../ast/guards.ts';
import type { Node } from '../../ast/node.ts';
import { staticString, unwrap } from '../../ast/node.ts';
import { runnerCommand } from '../../clients/runner-commands.ts';
import { textOf } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import type { LogCall } from './log-call.ts';

const escaped = (name: string): string => name.replaceAll('/', String.raw`\/`);
/** A pattern of how one of these is imported or required. */
export const importOf = (modules: readonly string[]): string =>
  `['"](?:${modules.map(escaped).join('|')})['"]`;

const TERMINAL = new RegExp(
  String.raw`^#!|\bprocess\.argv\b|\bparseArgs\b|${importOf(terminalModules)}`,
);
const SCRIPTS: ReadonlySet<string> = new Set([
  'scripts',
  'script',
  'bin',
  'cli',
  'tools',
  'tasks',
  'migrations',
  'seeds',
  'seeders',
  'examples',
]);

/** A program that talks to the person who runs it. */
export function isForTerminal({ module }: FileView): boolean {
  if (TERMINAL.test(module.text)) return true;
  const folders = module.path.split('/').slice(-4);
  const name = (folders.pop() ?? '').split('.')[0] ?? '';
  return folders.some((folder) => SCRIPTS.has(folder)) || name === 'cli';
}

/** Such a program that is run, or stands in a folder of its own beside the program and not in it. */
export const isScript = (view: FileView): boolean =>
  isForTerminal(view) && (!EXPORTS.test(view.module.text) || isAside(view.module.path, ASIDE));

/** Whether a file is run by hand, by its path: `scripts/audit/lines.js`, and not `src/scripts/lines.js` or `bin/lines.js`. */
export const isRunByHand = (path: string): boolean => isAside(path, RUN_BY_HAND);

function isAside(path: string, aside: ReadonlySet<string>): boolean {
  const folders = path.replaceAll('\\', '/').split('/').slice(-5, -1);
  const index = folders.findIndex((folder) => aside.has(folder));
  return index >= 0 && !folders.slice(0, index).some((folder) => PROGRAM.has(folder));
}

const RUN_BY_HAND: ReadonlySet<string> = new Set(['scripts', 'script', 'devscripts']);
const ASIDE: ReadonlySet<string> = new Set([...RUN_BY_HAND, 'examples']);
const PROGRAM: ReadonlySet<string> = new Set([
  'src',
  'app',
  'lib',
  'server',
  'pages',
  'public',
  'static',
]);

const EXPORTS = /\bexports?\b/;

/** `console.log(`::error::${message}`)`: a line that the runner of a workflow reads, as it asks for it. */
export function isForRunner({ args: [first] }: LogCall): boolean {
  let start: Node | undefined = first && unwrap(first);
  while (start?.type === 'BinaryExpression') start = unwrap(start.left);
  const text = start?.type === 'TemplateLiteral' ? start.quasis[0]?.value.raw : staticString(start);
  return runnerCommand.test(text ?? '');
}

/** In what runs only where the file itself is started: `if (require.main === module) { … }`. */
export const isRunDirectly = (node: Node, { module }: FileView): boolean =>
  [...testsAround(node)].some((test) => {
    const asked = textOf(test, module);
    return (
      /\b(?:require|import\.meta)\.main\b/.test(asked) ||
      (asked.includes('import.meta.url') && asked.includes('process.argv'))
    );
  });
