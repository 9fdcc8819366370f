import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Fact, FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { spanned, startsNothingNew } from './between.ts';
import { namesGivenBy, readsAny } from './names.ts';
import type { Read } from './read.ts';
import { readOf } from './read.ts';

/** Reads that are awaited one after the other though none needs what another gives. */
export interface SequentialReads extends Fact {
  /** What the second one calls: it waits for nothing. */
  readonly node: ApiCall['callee'];
  readonly calls: readonly ApiCall[];
  /** The statements, where each is one read and nothing stands between them. */
  readonly statements: readonly TSESTree.VariableDeclaration[] | null;
  readonly module: SourceModule;
}

/** The runs of such reads in a file, longest first where they start together. */
export function findSequentialReads({ module, facts }: FileView): SequentialReads[] {
  const reads = facts.apiCall.flatMap((call) => readOf(call, module) ?? []);
  const found: SequentialReads[] = [];
  for (const group of groupedByBlock(reads)) {
    let run: Read[] = [];
    for (const read of group) {
      if (run.length > 0 && follows(read, run, module)) run.push(read);
      else {
        found.push(...factOf(run, module));
        run = [read];
      }
    }
    found.push(...factOf(run, module));
  }
  return found.sort((one, other) => one.node.range[0] - other.node.range[0]);
}

function groupedByBlock(reads: readonly Read[]): Read[][] {
  const groups = new Map<Node, Read[]>();
  for (const read of reads) groups.set(read.block, [...(groups.get(read.block) ?? []), read]);
  return [...groups.values()];
}

function follows(read: Read, run: readonly Read[], module: SourceModule): boolean {
  const last = run.at(-1);
  const [first] = run;
  if (!last || !first || isSameRequest(read, run, module)) return false;
  if (read.unit === last.unit) return isBeside(read, last);
  if (!last.givesName) return false;
  const between = spanned(last, read);
  if (!between?.every((statement) => startsNothingNew(statement, run, module))) return false;
  const names = namesGivenBy(
    run.map(({ unit }) => unit),
    module,
  );
  return names !== null && !readsAny(read.unit, namesMadeOf(names, first, read, module), module);
}

/** Names, and those that statements between two reads make of them. */
function namesMadeOf(
  names: readonly Node[],
  first: Read,
  read: Read,
  module: SourceModule,
): readonly Node[] {
  const all = [...names];
  for (const statement of spanned(first, read) ?? [])
    if (readsAny(statement, all, module)) all.push(...(namesGivenBy([statement], module) ?? []));
  return all;
}

/** In one expression, neither inside the other. */
const isBeside = ({ call }: Read, { call: other }: Read): boolean =>
  call.node.range[0] >= other.node.range[1];

/** Asked again: polling, or a look at what has changed. */
function isSameRequest({ call }: Read, run: readonly Read[], { text }: SourceModule): boolean {
  const written = ({ node }: ApiCall): string => text.slice(node.range[0], node.range[1]);
  return run.some(
    (other) =>
      written(other.call) === written(call) ||
      (isWhole(call) && isWhole(other.call) && other.call.address.pattern === call.address.pattern),
  );
}

/** All of its address is known. */
const isWhole = ({ address }: ApiCall): boolean => !address.pattern.includes('${?}');

function factOf(run: readonly Read[], module: SourceModule): SequentialReads[] {
  const second = run[1]?.call;
  if (!second) return [];
  return [
    {
      node: second.callee,
      calls: run.map(({ call }) => call),
      statements: statementsOf(run),
      module,
      evidence: second.evidence,
    },
  ];
}

/** The declarations, where each of them is `const … = await …` and the next one follows at once. */
function statementsOf(run: readonly Read[]): TSESTree.VariableDeclaration[] | null {
  const statements = run.map(({ statement }) => statement);
  const all = statements.filter((statement) => statement.type === 'VariableDeclaration');
  const areWhole =
    all.length === run.length &&
    run.every((read, index) => {
      const before = run[index - 1];
      return (
        !before || (before.statement !== read.statement && spanned(before, read)?.length === 0)
      );
    });
  return areWhole ? all : null;
}
