import type { Program, VisitorKeys } from '../ast/node.ts';
import { parserOf } from '../project/modules.ts';
import type { LintContext } from '../project/modules.ts';
import type { Project } from '../project/project.ts';
import { dataFormatOf } from '../data/read.ts';
import { moduleOf } from '../values/module.ts';
import { candidatesOf } from './candidates.ts';
import { dataViewOf } from './data-view.ts';
import type { FileView } from './fact.ts';
import { findInCode, findInData, KINDS } from './facts.ts';
import type { FactKind, Facts } from './facts.ts';
import { mayHoldFacts } from './gate.ts';

/** The part of a rule's context that facts are read from. */
export interface FactsContext extends LintContext {
  readonly filename: string;
  /** The folder that the linter runs in. */
  readonly cwd?: string;
  readonly sourceCode: {
    readonly text: string;
    readonly ast: Program;
    readonly visitorKeys?: VisitorKeys;
  };
}

const factsByProgram = new WeakMap<Program, Facts>();

/** The facts of the file that a rule is looking at, computed once however many rules ask. */
export function factsOf(context: FactsContext, project: Project | null): Facts {
  const { ast } = context.sourceCode;
  const known = factsByProgram.get(ast);
  if (known) return known;
  const facts = readFacts(context, project);
  factsByProgram.set(ast, facts);
  return facts;
}

function readFacts(context: FactsContext, project: Project | null): Facts {
  const lazy = new LazyFacts();
  const facts = lazy as unknown as Facts;
  lazy.find = finderFor(context, project, facts);
  return facts;
}

type Find = (kind: FactKind) => readonly unknown[];

/** Has a property for each kind of fact, whose facts are found when they are asked for first. */
class LazyFacts {
  find: Find = () => [];
  readonly #found = new Map<FactKind, readonly unknown[]>();

  static {
    for (const kind of KINDS)
      Object.defineProperty(this.prototype, kind, {
        get(this: LazyFacts) {
          return this.#factsOf(kind);
        },
      });
  }

  #factsOf(kind: FactKind): readonly unknown[] {
    const known = this.#found.get(kind);
    if (known) return known;
    const found = this.find(kind);
    this.#found.set(kind, found);
    return found;
  }
}

function finderFor(context: FactsContext, project: Project | null, facts: Facts): Find {
  const { filename, cwd, sourceCode } = context;
  const { text, ast, visitorKeys } = sourceCode;
  const format = dataFormatOf(sourceCode);
  if (format !== null) {
    const view = dataViewOf(filename, sourceCode, format, project, facts);
    return (kind) => findInData(kind, format, view);
  }
  const tree = { file: fileOf(filename), text, program: ast, visitorKeys };
  const module = moduleOf(tree, project && { project, parser: parserOf(context), folder: cwd });
  const view: FileView = { module, candidates: candidatesOf(module), facts };
  return (kind) => (mayHoldFacts([kind], context, project) ? findInCode(kind, view) : []);
}

/** ESLint names text without a file `<input>`. */
const fileOf = (filename: string): string | null => (filename.startsWith('<') ? null : filename);
