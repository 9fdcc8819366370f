import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { root } from './built-plugin.ts';
import { fences } from './fences.ts';
import { install, run, shell } from './installed.ts';
import { layOut, packInto } from './packed.ts';

// Put together here, so that no text of this file looks like a key.
const secret = ['4xTq9Zw', '2LmR7vYb8NcK5'].join('');

const config = `import { defineConfig } from 'eslint/config';
import goLive from 'eslint-plugin-go-live';

export default defineConfig([
  { plugins: { 'go-live': goLive }, extends: ['go-live/recommended', 'go-live/octopus'] },
]);
`;
const insecure = `export const orders = (id) => fetch(\`http://api.octopuscards.io/orders/\${id}\`, { signal: AbortSignal.timeout(5000) });\n`;

const page = fences(readFileSync(path.join(root, 'docs/ci.md'), 'utf8'));
const fence = (heading: string, language: string, nth = 0): string => {
  const found = page.filter((each) => each.heading === heading && each.language === language)[nth];
  if (!found) throw new Error(`docs/ci.md shows no ${language} under "${heading}".`);
  return found.text;
};

const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'go-live-ci-')));
const project = path.join(scratch, 'shop');
const { tarball } = packInto(scratch);
layOut(project, {
  'package.json': '{ "name": "shop", "type": "module", "private": true }\n',
  'eslint.config.js': config,
  '.gitignore': 'node_modules/\ngo-live.*\n',
  'src/orders.js': insecure,
  '.env.production': `API_SECRET=${secret}\n`,
});
const linters = [`eslint@${packageJson.devDependencies.eslint}`, tarball];
// lint-staged 17 needs Node 22.
const tools = [
  '@microsoft/eslint-formatter-sarif@3',
  'eslint-formatter-gitlab@7',
  'lint-staged@16',
];
const hasTools = install(project, [...linters, ...tools]);
afterAll(() => rmSync(scratch, { recursive: true }));

/** A reader that the GitLab formatter brings. */
const readYaml = (text: string): unknown => {
  const require = createRequire(path.join(project, 'package.json'));
  return (require('yaml') as { parse: (text: string) => unknown }).parse(text);
};
const inProject = (file: string): string => readFileSync(path.join(project, file), 'utf8');

interface Workflow {
  readonly jobs: { readonly lint: { readonly steps: readonly Step[] } };
}
interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface GitlabJobs {
  readonly 'go-live': {
    readonly script: readonly string[];
    readonly variables: Record<string, string>;
    readonly artifacts: { readonly paths: string[]; readonly reports: { codequality: string } };
  };
}
interface Sarif {
  readonly runs: readonly {
    readonly tool: { driver: { rules: readonly { id: string; helpUri: string }[] } };
    readonly results: readonly {
      ruleId: string;
      locations: readonly { physicalLocation: { artifactLocation: { uri: string } } }[];
    }[];
  }[];
}

describe.runIf(hasTools)('GitHub Actions', () => {
  const steps = hasTools
    ? (readYaml(fence('GitHub Actions', 'yaml')) as Workflow).jobs.lint.steps
    : [];

  test('each step runs; the lint fails, and what comes after it runs all the same', () => {
    const codes = steps.flatMap((step) => (step.run ? [shell(project, step.run).code] : []));
    expect(codes).toEqual([0, 1, 0]);
    const afterLint = steps.slice(steps.findIndex((step) => step.run === 'npx eslint .') + 1);
    expect(afterLint.map((step) => step.if)).toEqual(afterLint.map(() => 'always()'));
  });

  test('uploads files that the steps before it wrote', () => {
    const uploads = steps.flatMap((step) => step.with?.['sarif_file'] ?? step.with?.['path'] ?? []);
    expect(uploads).toEqual(['go-live.sarif', 'go-live.html']);
    for (const file of uploads) expect(existsSync(path.join(project, String(file)))).toBe(true);
    expect(inProject('go-live.html')).toContain('<!doctype html>');
  });

  test('writes SARIF with places and links to rule pages', () => {
    const [{ tool, results } = { tool: { driver: { rules: [] } }, results: [] }] = (
      JSON.parse(inProject('go-live.sarif')) as Sarif
    ).runs;
    const found = results.map(
      ({ ruleId, locations }) =>
        `${ruleId} ${locations[0]?.physicalLocation.artifactLocation.uri.split('/shop/')[1] ?? ''}`,
    );
    expect(found).toContain('go-live/no-insecure-http src/orders.js');
    expect(found).toContain('go-live/no-hardcoded-credentials .env.production');
    for (const { id, helpUri } of tool.driver.rules)
      expect(helpUri).toContain(`docs/rules/${id.replace('go-live/', '')}.md`);
  });

  test('prints lines that the problem matcher of actions/setup-node reads', () => {
    const { stdout } = shell(project, 'npx eslint .');
    const lines = stdout
      .split('\n')
      .filter((line) => /^ +\d/.test(line) && !line.includes(' potentially fixable '));
    const matcher = /^\s+(\d+):(\d+)\s+(error|warning|info)\s+(.*)\s\s+(.*)$/;
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(matcher.exec(line)?.[5]).toMatch(/^go-live\//);
  });
});

describe.runIf(hasTools)('GitLab', () => {
  test('the job fails by its lint, and leaves the report and the code quality behind', () => {
    const jobs = readYaml(fence('GitLab', 'yaml')) as GitlabJobs;
    const { script, variables, artifacts } = jobs['go-live'];
    for (const file of artifacts.paths) rmSync(path.join(project, file), { force: true });
    // Installed already, by the workflow above.
    const [installing, ...others] = script;
    expect(installing).toBe('npm ci');
    expect(shell(project, others.join('\n'), variables).code).toBe(1);
    for (const file of artifacts.paths) expect(existsSync(path.join(project, file))).toBe(true);
    const quality = JSON.parse(inProject(artifacts.reports.codequality)) as object[];
    expect(quality).toContainEqual(
      expect.objectContaining({
        check_name: 'go-live/no-insecure-http',
        location: expect.objectContaining({ path: 'src/orders.js' }) as object,
      }),
    );
  });
});

describe.runIf(hasTools)('the command line', () => {
  // The cache and several threads: tests/end-to-end/report-cache.test.ts.
  test('counts warnings under --max-warnings', () => {
    const file = 'src/warned.js';
    layOut(project, { [file]: insecure.replace('http:', 'https:') });
    const [lenient, strict] = [[], ['--max-warnings', '0']].map((options) =>
      run(project, 'node_modules/.bin/eslint', [file, ...options]),
    );
    expect(lenient?.stdout).toMatch(/ [1-9]\d* problems? \(0 errors/);
    expect(lenient?.code).toBe(0);
    expect(strict?.code).toBe(1);
    rmSync(path.join(project, file));
  });
});

describe.runIf(hasTools)('lint-staged', () => {
  const git = (...args: string[]) =>
    run(project, 'git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args]);

  test('fixes what is committed, and stops what it cannot fix', () => {
    const settings = JSON.parse(fence('Before a commit', 'json')) as object;
    const own = JSON.parse(inProject('package.json')) as object;
    layOut(project, {
      'package.json': JSON.stringify({ ...own, ...settings }),
      '.githooks/pre-commit': fence('Before a commit', 'sh'),
    });
    chmodSync(path.join(project, '.githooks/pre-commit'), 0o755);
    git('init', '--quiet');
    git('add', 'package.json');
    expect(git('commit', '--quiet', '-m', 'Before there is a hook').code).toBe(0);
    expect(shell(project, fence('Before a commit', 'sh', 1)).code).toBe(0);

    git('add', 'src/orders.js');
    const orders = git('commit', '-m', 'Orders');
    expect(orders.code, orders.stderr).toBe(0);
    expect(git('show', 'HEAD:src/orders.js').stdout).toContain('(`https://api.octopuscards.io/');

    git('add', '.env.production');
    const refused = git('commit', '-m', 'Environment');
    expect(refused.code).toBe(1);
    expect(refused.stdout + refused.stderr).toContain('go-live/no-hardcoded-credentials');
    expect(git('log', '-1', '--format=%s').stdout).toBe('Orders\n');
  });
});
