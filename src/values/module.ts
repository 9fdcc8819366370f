import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../ast/node.ts';
import { exportsOf } from '../ast/imports.ts';
import { scopesOf } from '../ast/scope.ts';
import { walk } from '../ast/walk.ts';
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

function build(tree: Tree, surroundings: Surroundings | null, seen: Map<string, SourceModule>): SourceModule {
  const { file, text, program, visitorKeys } = tree;
  let writes: readonly TSESTree.AssignmentExpression[] | null = null;
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
      return (writes ??= memberWritesOf(tree));
    },
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

const writesByProgram = new WeakMap<Program, readonly TSESTree.AssignmentExpression[]>();

function memberWritesOf({ program, visitorKeys }: Tree): readonly TSESTree.AssignmentExpression[] {
  const cached = writesByProgram.get(program);
  if (cached) return cached;
  const writes: TSESTree.AssignmentExpression[] = [];
  walk(program, visitorKeys, (node) => {
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') writes.push(node);
  });
  writesByProgram.set(program, writes);
  return writes;
}
