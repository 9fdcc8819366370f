import type { TSESTree } from '@typescript-eslint/utils';
import { literalOutcome } from './build-conditions.ts';
import type { Exits, FlowBuilder, Layout } from './builder.ts';
import { jumpFrame } from './frames.ts';
import type { Point } from './graph.ts';
import type { Node } from './types.ts';

/** Functions declared in a list exist before its first statement runs. */
export function* statementList(flow: FlowBuilder, statements: readonly Node[]): Layout {
  for (const statement of statements) {
    if (isHoisted(statement)) yield flow.visit(statement);
  }
  for (const statement of statements) {
    if (!isHoisted(statement)) yield flow.visit(statement);
  }
}

function isHoisted(statement: Node): boolean {
  if (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration')
    return statement.declaration?.type === 'FunctionDeclaration';
  return statement.type === 'FunctionDeclaration';
}

export function* block(
  flow: FlowBuilder,
  node: TSESTree.BlockStatement | TSESTree.StaticBlock | TSESTree.TSModuleBlock,
): Layout {
  flow.mark(node);
  yield* statementList(flow, node.body);
  flow.end(node);
}

export function* variable(flow: FlowBuilder, node: TSESTree.VariableDeclarator): Layout {
  if (node.init) yield flow.visit(node.init);
  yield flow.visit(node.id);
  flow.mark(node);
}

export function* ifStatement(flow: FlowBuilder, node: TSESTree.IfStatement): Layout {
  flow.mark(node);
  const exits: Exits = yield flow.condition(node.test);
  flow.frontier = exits.truthy;
  yield flow.visit(node.consequent);
  const afterConsequent = flow.frontier;
  flow.frontier = exits.falsy;
  if (node.alternate) yield flow.visit(node.alternate);
  flow.join(afterConsequent, flow.frontier);
  flow.end(node);
}

export function* returnStatement(flow: FlowBuilder, node: TSESTree.ReturnStatement): Layout {
  if (node.argument) yield flow.visit(node.argument);
  flow.mark(node);
  flow.leaveTo(flow.graph.returnExit, null);
}

export function* throwStatement(flow: FlowBuilder, node: TSESTree.ThrowStatement): Layout {
  yield flow.visit(node.argument);
  flow.mark(node);
  flow.flowInto(flow.throwTo);
  flow.throwCount += 1;
  flow.frontier = [];
}

export function jump(
  flow: FlowBuilder,
  node: TSESTree.BreakStatement | TSESTree.ContinueStatement,
): null {
  flow.mark(node);
  const kind = node.type === 'BreakStatement' ? 'break' : 'continue';
  const frame = jumpFrame(flow.frames, kind, node.label?.name);
  const destination = kind === 'break' ? frame?.breakTo : frame?.continueTo;
  if (frame && typeof destination === 'number') flow.leaveTo(destination, frame);
  flow.frontier = [];
  return null;
}

/** Statements that are continued by the label that stands before them. */
const PASSES_LABELS_ON = /^(?:DoWhile|For|ForIn|ForOf|Labeled|While)Statement$/u;

export function* labeled(flow: FlowBuilder, node: TSESTree.LabeledStatement): Layout {
  flow.mark(node);
  const labels = [...flow.labels, node.label.name];
  const parent = flow.frames;
  const breakTo = flow.graph.addPoint();
  flow.frames = { kind: 'label', parent, labels, breakTo, continueTo: null };
  flow.labels = PASSES_LABELS_ON.test(node.body.type) ? labels : [];
  yield flow.visit(node.body);
  flow.labels = [];
  flow.frames = parent;
  flow.join(flow.frontier, [breakTo]);
  flow.end(node);
}

export function* switchStatement(flow: FlowBuilder, node: TSESTree.SwitchStatement): Layout {
  flow.mark(node);
  yield flow.visit(node.discriminant);
  const parent = flow.frames;
  const breakTo = flow.graph.addPoint();
  flow.frames = { kind: 'switch', parent, labels: [], breakTo, continueTo: null };
  const entries = node.cases.map(() => flow.graph.addPoint());
  yield* caseTests(flow, node, entries);
  flow.flowInto(entries[node.cases.findIndex((one) => !one.test)] ?? breakTo);
  flow.frontier = [];
  for (const [index, entry] of entries.entries()) {
    const one = node.cases[index];
    if (!one) continue;
    flow.frontier = [...flow.frontier, entry];
    flow.mark(one);
    yield* statementList(flow, one.consequent);
  }
  flow.frames = parent;
  flow.join(flow.frontier, [breakTo]);
  flow.end(node);
}

/** Each case of `switch (true)` is a condition; of any other, a value. */
function* caseTests(
  flow: FlowBuilder,
  node: TSESTree.SwitchStatement,
  entries: readonly Point[],
): Layout {
  for (const [index, { test }] of node.cases.entries()) {
    const entry = entries[index];
    if (!test || entry === undefined) continue;
    if (literalOutcome(node.discriminant) === true) {
      const exits: Exits = yield flow.condition(test);
      flow.frontier = exits.truthy;
      flow.flowInto(entry);
      flow.frontier = exits.falsy;
      continue;
    }
    yield flow.visit(test);
    const unmatched = flow.frontier;
    assumeMatch(flow, node.discriminant, test);
    flow.flowInto(entry);
    flow.frontier = unmatched;
  }
}

/** A matching case is equal to the discriminant: where one is a literal, the other is known. */
function assumeMatch(
  flow: FlowBuilder,
  discriminant: TSESTree.Expression,
  test: TSESTree.Expression,
): void {
  const pairs = [
    { known: literalOutcome(discriminant), subject: test },
    { known: literalOutcome(test), subject: discriminant },
  ];
  for (const { known, subject } of pairs) {
    if (known === null || subject.type === 'Literal') continue;
    flow.frontier = flow.assume(flow.frontier, [subject], known ? 'truthy' : 'falsy');
  }
}
