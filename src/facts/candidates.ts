import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, LoopNode, Node } from '../ast/node.ts';
import { isDirective } from '../ast/node.ts';
import { nodesOf } from '../ast/nodes.ts';
import type { SourceModule } from '../values/source-module.ts';

/** The nodes of a file that facts may come from, by what they are, each list in source order. */
export interface Candidates {
  readonly calls: readonly (TSESTree.CallExpression | TSESTree.NewExpression)[];
  readonly functions: readonly FunctionNode[];
  readonly classes: readonly (TSESTree.ClassDeclaration | TSESTree.ClassExpression)[];
  readonly loops: readonly LoopNode[];
  /** String literals up to 20,000 characters and templates, those in JSX included; no import specifiers, no directives. */
  readonly strings: readonly (TSESTree.StringLiteral | TSESTree.TemplateLiteral)[];
  readonly members: readonly TSESTree.MemberExpression[];
  readonly comparisons: readonly TSESTree.BinaryExpression[];
  readonly logicals: readonly (TSESTree.LogicalExpression | TSESTree.ConditionalExpression)[];
  readonly objects: readonly TSESTree.ObjectExpression[];
  readonly patterns: readonly TSESTree.ObjectPattern[];
  readonly tries: readonly TSESTree.TryStatement[];
  readonly branches: readonly TSESTree.IfStatement[];
  readonly switches: readonly TSESTree.SwitchStatement[];
  readonly decorators: readonly TSESTree.Decorator[];
}

type Bins = { [Kind in keyof Candidates]: Node[] };

const BIN_OF: Readonly<Record<string, keyof Candidates>> = {
  CallExpression: 'calls',
  NewExpression: 'calls',
  FunctionDeclaration: 'functions',
  FunctionExpression: 'functions',
  ArrowFunctionExpression: 'functions',
  ClassDeclaration: 'classes',
  ClassExpression: 'classes',
  ForStatement: 'loops',
  ForOfStatement: 'loops',
  ForInStatement: 'loops',
  WhileStatement: 'loops',
  DoWhileStatement: 'loops',
  TemplateLiteral: 'strings',
  MemberExpression: 'members',
  BinaryExpression: 'comparisons',
  LogicalExpression: 'logicals',
  ConditionalExpression: 'logicals',
  ObjectExpression: 'objects',
  ObjectPattern: 'patterns',
  TryStatement: 'tries',
  IfStatement: 'branches',
  SwitchStatement: 'switches',
  Decorator: 'decorators',
};

/** Longer ones are data: an image, a module of machine code. A key file of thousands of bits is shorter. */
const LONGEST_TEXT = 20_000;

/** What the kinds of facts look at, sorted once. */
export function candidatesOf({ program, visitorKeys }: SourceModule): Candidates {
  const bins: Bins = {
    calls: [],
    functions: [],
    classes: [],
    loops: [],
    strings: [],
    members: [],
    comparisons: [],
    logicals: [],
    objects: [],
    patterns: [],
    tries: [],
    branches: [],
    switches: [],
    decorators: [],
  };
  for (const node of nodesOf(program, visitorKeys)) {
    if (node.type === 'Literal') {
      if (typeof node.value === 'string' && node.value.length <= LONGEST_TEXT && isText(node))
        bins.strings.push(node);
    } else {
      const bin = BIN_OF[node.type];
      if (bin) bins[bin].push(node);
    }
  }
  return bins as unknown as Candidates;
}

const NO_TEXT: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSExternalModuleReference',
]);

function isText({ parent }: TSESTree.StringLiteral): boolean {
  return !NO_TEXT.has(parent.type) && !isDirective(parent);
}
