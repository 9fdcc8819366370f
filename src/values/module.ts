import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../ast/node.ts';
import { exportsOf } from '../ast/exports.ts';
import type { Scopes } from '../ast/scope.ts';
import { scopesOf } from '../ast/scope.ts';
import { nodesOf } from '../ast/nodes.ts';
import type { LoadedModule, ModuleParser } from '../project/modules.ts';
import { moduleAt } from '../project/modules.ts';
import { pathWithin } from '../project/place.ts';
import type { Project } from '../project/project.ts';
import type { SourceModule } from './source-module.ts';

/** What the linted file's surroundings are read with. */
export interface Surroundings {
  readonly project: Project;
  readonly parser: ModuleParser;
  /** The folder that the linter runs in. */
  readonly folder?: string | undefined;
}

type Tree = Omit<LoadedModule, 'file'> & { readonly file: string | null };

/** The linted file as a module; the modules that it imports are read when a value of theirs is asked for. */
export function moduleOf(tree: Tree, surroundings: Surroundings | null): SourceModule {
  return build(tree, surroundings, new Map());
}

function build(
  tree: Tree,
  surroundings: Surroundings | null,
  seen: Map<string, SourceModule>,
): SourceModule {
  const { file, text, program, visitorKeys } = tree;
  let scopes: Scopes | null = null;
  let exports: SourceModule['exports'] | null = null;
  const module: SourceModule = {
    file,
    path: file === null ? '' : pathWithin(surroundings?.folder, file),
    text,
    program,
    visitorKeys,
    get scopes() {
      return (scopes ??= scopesOf(program, visitorKeys));
    },
    get exports() {
      return (exports ??= exportsOf(program, module.scopes));
    },
    values: new Map(),
    get memberWrites() {
      return partsOf(tree).memberWrites;
    },
    get calls() {
      return partsOf(tree).calls;
    },
    packageRange: (name) =>
      file === null ? null : (surroundings?.project.packageRange(file, name) ?? null),
    import: importsOf(file, surroundings, seen),
    neighbours(folder, named, says) {
      if (file === null || !surroundings) return [];
      const { project } = surroundings;
      const directory = folderAt(file, folder);
      return (project.namesIn?.(directory) ?? [])
        .filter(
          (name) => named.test(name) && says.test(project.readText(`${directory}/${name}`) ?? ''),
        )
        .flatMap((name) => built(`${directory}/${name}`, surroundings, seen) ?? []);
    },
  };
  if (file !== null) seen.set(file, module);
  return module;
}

/** The modules that a file imports, each looked for once. */
function importsOf(
  file: string | null,
  surroundings: Surroundings | null,
  seen: Map<string, SourceModule>,
): SourceModule['import'] {
  const imports = new Map<string, SourceModule | null>();
  return (specifier) => {
    if (file === null || !surroundings) return null;
    const known = imports.get(specifier);
    if (known !== undefined) return known;
    const target = surroundings.project.resolve(file, specifier);
    const imported = target === null ? null : built(target, surroundings, seen);
    imports.set(specifier, imported);
    return imported;
  };
}

function built(
  file: string,
  surroundings: Surroundings,
  seen: Map<string, SourceModule>,
): SourceModule | null {
  const known = seen.get(file);
  if (known) return known;
  const loaded = moduleAt(surroundings.project, file, surroundings.parser);
  return loaded && build(loaded, surroundings, seen);
}

/** The folder that a path from the folder of a file leads to. */
function folderAt(file: string, folder: string): string {
  const parts = file.split(/[\\/]/).slice(0, -1);
  for (const part of folder.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

interface Parts {
  readonly memberWrites: TSESTree.AssignmentExpression[];
  readonly calls: (TSESTree.CallExpression | TSESTree.NewExpression)[];
}

const partsByProgram = new WeakMap<Program, Parts>();

function partsOf({ program, visitorKeys }: Tree): Parts {
  const cached = partsByProgram.get(program);
  if (cached) return cached;
  const parts: Parts = { memberWrites: [], calls: [] };
  for (const node of nodesOf(program, visitorKeys)) {
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression')
      parts.memberWrites.push(node);
    else if (node.type === 'CallExpression' || node.type === 'NewExpression')
      parts.calls.push(node);
  }
  partsByProgram.set(program, parts);
  return parts;
}
