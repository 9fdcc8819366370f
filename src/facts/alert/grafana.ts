import type { DataTree } from '../../data/tree.ts';
import { at, itemsAt, textAt } from '../../data/tree.ts';
import type { Alert } from './alert.ts';
import { comparisonIn, evidenceIn, scaleOf, topicOf } from './query.ts';

/** The figures of Grafana's provisioned alert rules. */
export function grafanaAlerts(document: DataTree): Alert[] {
  return itemsAt(document, 'groups').flatMap((group) =>
    itemsAt(group, 'rules').flatMap((rule) => figuresOf(rule)),
  );
}

function figuresOf(rule: DataTree): Alert[] {
  const name = textAt(rule, 'title');
  const queries = itemsAt(rule, 'data');
  if (name === null || queries.length === 0) return [];
  const query = queries.map((one) => textAt(one, 'model', 'expr') ?? '').join('\n');
  const topic = topicOf(query, name);
  if (topic === null) return [];
  const evidence = evidenceIn(query, name);
  const common = { topic, evidence, about: 'limit' } as const;
  return queries
    .flatMap((one) => thresholdsOf(one))
    .flatMap(({ tree, isLower, value, at }): Alert[] => {
      const scale = scaleOf(topic, query, value);
      if (scale === null || tree.kind !== 'scalar') return [];
      const part = at === null ? tree.node : tree.node.part(at, at + String(value).length);
      const written =
        Number(part.text) === value && part.textStart !== null
          ? { range: [part.textStart, part.textStart + part.text.length] as const, unit: { scale } }
          : null;
      return [{ ...common, node: part.asNode, value: value / scale, isLower, written }];
    });
}

interface Threshold {
  readonly tree: DataTree;
  readonly isLower: boolean;
  readonly value: number;
  /** Where the number begins in a longer text; null where it is all of it. */
  readonly at: number | null;
}

/** `evaluator: { type: gt, params: [5] }`, or the comparison of an expression. */
function thresholdsOf(query: DataTree): Threshold[] {
  const model = at(query, 'model');
  const byCondition = itemsAt(model, 'conditions').flatMap((condition): Threshold[] => {
    const type = textAt(condition, 'evaluator', 'type');
    const [first] = itemsAt(condition, 'evaluator', 'params');
    if (first?.kind !== 'scalar' || first.type !== 'number') return [];
    if (type !== 'gt' && type !== 'lt') return [];
    return [{ tree: first, isLower: type === 'lt', value: Number(first.text), at: null }];
  });
  const expression = at(model, 'expression');
  const isMath = textAt(model, 'type') === 'math' && expression?.kind === 'scalar';
  const found = isMath ? comparisonIn(expression.text) : null;
  const byMath = found && expression ? [{ ...found, tree: expression, at: found.start }] : [];
  return textAt(model, 'type') === 'threshold' || isMath || byCondition.length === 1
    ? [...byCondition, ...byMath]
    : [];
}
