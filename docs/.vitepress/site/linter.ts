import { createHash } from 'node:crypto';
import path from 'node:path';
import { build } from 'vite';

const playground = path.resolve(import.meta.dirname, '../playground');

/** What is imported in the linter's packages, and what stands for it where there is no Node.js. */
const standIns: Readonly<Record<string, string>> = {
  path: 'stand-ins/path.ts',
  ...Object.fromEntries(
    ['fs', 'module', 'os', 'url', 'util', 'inspector', 'perf_hooks', 'tinyglobby'].map((name) => [
      name,
      'stand-ins/nothing.ts',
    ]),
  ),
};

/** Modules that are replaced, by the end of their path. */
const replacements: readonly (readonly [string, string])[] = [
  // The one module of the plugin that chooses between the disk and something else.
  ['/src/project/host.ts', 'host.ts'],
  ['/eslint/lib/rules/index.js', 'stand-ins/no-rules.ts'],
];

/**
 * ESLint, the parser and the plugin as one script for a web worker. VitePress comes with a bundler
 * that takes a minute over them; this one takes seconds.
 */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'no-node',
        enforce: 'pre',
        async resolveId(id, importer) {
          const standIn = standIns[id.replace(/^node:/, '')];
          if (standIn) return path.join(playground, standIn);
          if (!/\/(?:host\.ts|rules)$/.test(id)) return null;
          const resolved = await this.resolve(id, importer, { skipSelf: true });
          const replaced = replacements.find(([end]) => resolved?.id.endsWith(end));
          return replaced ? path.join(playground, replaced[1]) : resolved;
        },
      },
    ],
    build: {
      write: false,
      minify: true,
      lib: { entry: path.join(playground, 'worker.ts'), formats: ['iife'], name: 'goLive' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('The linter of the playground could not be bundled.');
  return chunk.code;
}

const MODULE = 'virtual:linter-address';
const WHILE_DEVELOPING = 'linter.js';

interface Server {
  readonly middlewares: {
    use(path: string, answer: (request: unknown, response: Response) => void): void;
  };
}
interface Response {
  setHeader(name: string, value: string): void;
  end(body: string): void;
}
interface Emitting {
  emitFile(file: { type: 'asset'; fileName: string; source: string }): void;
}

/** Gives the site the linter's script, and its address as the module `virtual:linter-address`. */
export function linterScript(): object {
  let developing = false;
  return {
    name: 'linter-script',
    resolveId: (id: string) => (id === MODULE ? `\0${MODULE}` : null),
    async load(this: Emitting, id: string, { ssr = false } = {}) {
      if (id !== `\0${MODULE}`) return null;
      if (ssr || developing) return `export default ${JSON.stringify(WHILE_DEVELOPING)};`;
      const source = await bundle();
      const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
      const fileName = `assets/linter.${hash}.js`;
      this.emitFile({ type: 'asset', fileName, source });
      return `export default ${JSON.stringify(fileName)};`;
    },
    configureServer({ middlewares }: Server) {
      developing = true;
      middlewares.use(`/${WHILE_DEVELOPING}`, (_request, response) => {
        void bundle().then((source) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.end(source);
        });
      });
    },
  };
}
