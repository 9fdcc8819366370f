import { programOf } from '../node.ts';
import type { Scopes } from '../scope.ts';
import { scopesOf } from '../scope.ts';
import { layOutCondition } from './build-conditions.ts';
import {
  assignment,
  call,
  chain,
  classCreation,
  conditional,
  inOrder,
  logical,
  member,
  pattern,
  withDefault,
} from './build-expressions.ts';
import { doWhileLoop, forEachLoop, forLoop, whileLoop } from './build-loops.ts';
import {
  block,
  ifStatement,
  jump,
  labeled,
  returnStatement,
  statementList,
  switchStatement,
  throwStatement,
  variable,
} from './build-statements.ts';
import { tryStatement } from './build-try.ts';
import type { Layout, Step } from './builder.ts';
import { FlowBuilder } from './builder.ts';
import { append } from './graph.ts';
import type { FlowGraph } from './graph.ts';
import type { ControlFlowOptions, FlowRoot, Node, VisitorKeys } from './types.ts';

/** The control-flow graph of one function or program. Linear in its size, whatever its depth. */
export function buildGraph(
  root: FlowRoot,
  visitorKeys: VisitorKeys | undefined,
  options: ControlFlowOptions,
): FlowGraph {
  const flow = new FlowBuilder({ visit, condition: layOutCondition }, visitorKeys, options);
  flow.scopes = scopesAround(root, visitorKeys);
  append(flow.graph.events, root, flow.graph.entry);
  flow.run(layOutRoot(flow, root));
  return flow.graph;
}

function scopesAround(root: Node, visitorKeys: VisitorKeys | undefined): Scopes | null {
  const program = programOf(root);
  return program ? scopesOf(program, visitorKeys as Parameters<typeof scopesOf>[1]) : null;
}

function* layOutRoot(flow: FlowBuilder, root: FlowRoot): Layout {
  if (root.type === 'Program') {
    yield* statementList(flow, root.body);
  } else {
    for (const parameter of root.params) yield flow.visit(parameter);
    yield flow.visit(root.body);
  }
  flow.leaveTo(flow.graph.returnExit, null);
}

type Builders = {
  readonly [N in Node as `${N['type']}`]?: (flow: FlowBuilder, node: N) => Step | null;
};

/** Nodes that are not simply evaluated part by part. */
const BUILDERS: Builders = {
  ArrayPattern: pattern,
  AssignmentExpression: assignment,
  AssignmentPattern: withDefault,
  BlockStatement: block,
  BreakStatement: jump,
  CallExpression: call,
  ChainExpression: chain,
  ClassDeclaration: classCreation,
  ClassExpression: classCreation,
  ConditionalExpression: conditional,
  ContinueStatement: jump,
  DoWhileStatement: doWhileLoop,
  ForInStatement: forEachLoop,
  ForOfStatement: forEachLoop,
  ForStatement: forLoop,
  IfStatement: ifStatement,
  LabeledStatement: labeled,
  LogicalExpression: logical,
  MemberExpression: member,
  ObjectPattern: pattern,
  ReturnStatement: returnStatement,
  StaticBlock: block,
  SwitchStatement: switchStatement,
  TSModuleBlock: block,
  ThrowStatement: throwStatement,
  TryStatement: tryStatement,
  VariableDeclarator: variable,
  WhileStatement: whileLoop,
};

/** Evaluated in one step: they have no parts, or parts that only run later. */
const SINGLE_STEP: ReadonlySet<string> = new Set([
  'ArrowFunctionExpression',
  'DebuggerStatement',
  'EmptyStatement',
  'FunctionDeclaration',
  'FunctionExpression',
  'Identifier',
  'ImportDeclaration',
  'JSXIdentifier',
  'JSXText',
  'Literal',
  'PrivateIdentifier',
  'Super',
  'TemplateElement',
  'ThisExpression',
]);

function visit(flow: FlowBuilder, node: Node): Step | null {
  if (SINGLE_STEP.has(node.type)) {
    flow.mark(node);
    return null;
  }
  const build = builderOf(node) ?? inOrder;
  return build(flow, node);
}

type Builder = (flow: FlowBuilder, node: Node) => Step | null;

function builderOf(node: Node): Builder | undefined {
  // The table pairs every type with a builder for that type, which the index access forgets.
  return Object.hasOwn(BUILDERS, node.type) ? (BUILDERS[node.type] as Builder) : undefined;
}
