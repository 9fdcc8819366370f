import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../ast/node.ts';
import { exportsOf } from '../ast/exports.ts';
import { scopesOf } from '../ast/scope.ts';
import { nodesOf } from '../ast/nodes.ts';
import type { LoadedModule, ModuleParser } from '../project/modules.ts';
import { moduleAt } from '../project/modules.ts';
import type { Project } from '../project/project.ts';
import type { SourceModule } from './source-module.ts';

/** What the linted file's surroundings are read with. */
export interface Surroundings {
  readonly project: Project;
  readonly parser: ModuleParser;
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
  const scopes = scopesOf(program, visitorKeys);
  const module: SourceModule = {
    file,
    text,
    program,
    visitorKeys,
    scopes,
    exports: exportsOf(program, scopes),
    values: new Map(),
    get memberWrites() {
      return partsOf(tree).memberWrites;
    },
    get calls() {
      return partsOf(tree).calls;
    },
    packageRange: (name) =>
      file === null ? null : (surroundings?.project.packageRange(file, name) ?? null),
    import(specifier) {
      if (file === null || !surroundings) return null;
      const target = surroundings.project.resolve(file, specifier);
      if (target === null) return null;
      const known = seen.get(target);
      if (known) return known;
      const loaded = moduleAt(surroundings.project, target, surroundings.parser);
      return loaded && build(loaded, surroundings, seen);
    },
  };
  if (file !== null) seen.set(file, module);
  return module;
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
