import type { TSESTree } from '@typescript-eslint/utils';

export type Node = TSESTree.Node;
export type Expression = TSESTree.Expression;

export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;

export type FlowRoot = FunctionNode | TSESTree.Program;

export type LoopNode =
  | TSESTree.DoWhileStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForStatement
  | TSESTree.WhileStatement;

/** The keys of a node's children in evaluation order, by node type, as parsers hand them out. */
export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

export type Outcome = 'falsy' | 'truthy';

/** A test together with the way it came out. */
export interface Guard {
  readonly test: Expression;
  readonly outcome: Outcome;
}

export interface ControlFlowOptions {
  /** Tells which calls never hand control back (`process.exit()`); without it every call returns. */
  readonly neverReturns?: (call: TSESTree.CallExpression) => boolean;
}

/**
 * The order in which one function (or program) evaluates its parts.
 *
 * An expression is *evaluated* once it has its value: a call that throws was not evaluated, so
 * `try { verify() } catch {} use()` has a path to `use()` that does not evaluate `verify()`.
 * A compound statement (block, `if`, loop, `switch`, `try`) is evaluated when it is entered and is
 * over when control goes on behind it. Nested functions are not entered. Where a node is asked
 * *about* (the end of a path), a node of a nested function stands for the creation of that
 * function, provided that nodes have parents. A node that is unknown here is never certain.
 *
 * Inside a `try`, calls, `await`, `yield`, `import()`, member accesses, spreads and patterns may
 * throw. A generator that its consumer abandons at a `yield` is not modelled.
 */
export interface ControlFlow {
  /** Some path leads from the entry to `node`. */
  isReachable(node: Node): boolean;
  /** Every path from the entry to `node` evaluates one of `through` first (so in dead code). */
  everyPathTo(node: Node, through: Iterable<Node>): boolean;
  /**
   * Every path that starts right after `node` evaluates one of `through` before the function
   * returns or falls off its end. Paths that throw out of the function don't count, except with
   * `throws`, where any call may throw and a call of `through` counts from its attempt.
   */
  everyPathFrom(node: Node, through: Iterable<Node>, options?: { throws?: boolean }): boolean;
  /**
   * Some path leads from `from` to `to`, evaluating none of `avoiding` on its way. It starts after
   * `from` was evaluated, or where control goes when `from` itself throws.
   */
  canReach(from: Node, to: Node, avoiding?: Iterable<Node>): boolean;
  /** The same from where `test` came out this way; a test that nothing asks may lead anywhere. */
  canReachWhen(test: Node, outcome: Outcome, to: Node, avoiding?: Iterable<Node>): boolean;
  /** Every path to `b` evaluates `a` first; every node dominates itself. */
  dominates(a: Node, b: Node): boolean;
  /**
   * How `test` certainly came out, the last time it was evaluated, whenever `node` is evaluated.
   * Speaks of the value at that time: a variable in it may have been written since.
   */
  outcomeAt(test: Node, node: Node): Outcome | null;
  /**
   * Every test whose outcome is certain at `node`, innermost first; compositions and their parts.
   * Of tests settled at several places (`switch` discriminants, tests in `finally`) it knows a limited
   * number, and lists them last; `outcomeAt` knows all.
   */
  guardsOf(node: Node): readonly Guard[];
  /** The innermost loop of this function that repeats `node`. */
  inLoop(node: Node): LoopNode | null;
}
