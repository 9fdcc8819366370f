import type { TSESTree } from '@typescript-eslint/utils';
import type { Node, Program, VisitorKeys } from '../ast/node.ts';
import type { Scopes } from '../ast/scope.ts';
import type { ModuleExports } from '../ast/exports.ts';
import type { Value } from './value.ts';

/** A module whose tree is at hand: the linted file, or one that it imports. */
export interface SourceModule {
  /** Absolute path; null for text without a file. */
  readonly file: string | null;
  /** Its path from the folder that is linted, with slashes; empty for text without a file. */
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly visitorKeys: VisitorKeys | undefined;
  readonly scopes: Scopes;
  readonly exports: ModuleExports;
  /** Every assignment to a property, in source order: what is written to objects after they were made. */
  readonly memberWrites: readonly TSESTree.AssignmentExpression[];
  /** Every call and construction, in source order. */
  readonly calls: readonly (TSESTree.CallExpression | TSESTree.NewExpression)[];
  /** The values of its nodes that were asked for, each computed once while a file is linted. */
  readonly values: Map<Node, Value>;
  /** The module that a specifier names from here; null for packages and for what can't be read. */
  import(specifier: string): SourceModule | null;
  /**
   * The modules of the project that stand in a folder, a path from this module's own (`..`), whose
   * file is called so and whose text says so: what no import leads to.
   */
  neighbours(folder: string, named: RegExp, says: RegExp): readonly SourceModule[];
  /** The version range that the project gives for a package; null where it names none. */
  packageRange(name: string): string | null;
}

/** A node as it is written. */
export const textOf = ({ range }: Node, { text }: Pick<SourceModule, 'text'>): string =>
  text.slice(range[0], range[1]);
