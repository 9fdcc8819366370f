import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { root } from './built-plugin.ts';

/** The reader that the YAML plugin brings. */
const { getStaticYAMLValue, parseYAML } = createRequire(
  createRequire(import.meta.url).resolve('eslint-plugin-yml'),
)('yaml-eslint-parser') as {
  parseYAML: (text: string) => object;
  getStaticYAMLValue: (tree: object) => unknown;
};

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly strategy?: { readonly matrix: { readonly node: readonly number[] } };
        readonly steps: readonly { readonly run?: string }[];
      }
    >
  >;
}

const workflow = (name: string): Workflow =>
  getStaticYAMLValue(
    parseYAML(readFileSync(path.join(root, '.github/workflows', name), 'utf8')),
  ) as Workflow;
const commandsOf = ({ jobs }: Workflow): string[] =>
  Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

test('what the workflows run is there', () => {
  for (const command of ['ci.yml', 'release.yml'].map(workflow).flatMap(commandsOf)) {
    const [, script] = /^npm run (\S+)/.exec(command) ?? [];
    if (script !== undefined) expect(packageJson.scripts).toHaveProperty([script]);
    if (command.startsWith('.')) expect(existsSync(path.join(root, command))).toBe(true);
  }
});

test('CI runs on every major of Node that the package allows', () => {
  const nodes = workflow('ci.yml').jobs['matrix']?.strategy?.matrix.node;
  expect(nodes?.map(String)).toEqual(
    packageJson.engines.node.split('||').map((range) => /\d+/.exec(range)?.[0]),
  );
});

test('a release is checked whole, and published with provenance by the workflow itself', () => {
  const release = workflow('release.yml');
  expect(release.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  const commands = commandsOf(release);
  expect(commands.slice(-2)).toEqual(['.ci/run', 'npm publish --provenance --access public']);
  // Provenance names the repository.
  expect(packageJson.repository.url).toContain('eslint-plugin-go-live');
});

test('the papers of the project are there', () => {
  for (const file of ['LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'])
    expect(existsSync(path.join(root, file))).toBe(true);
});
