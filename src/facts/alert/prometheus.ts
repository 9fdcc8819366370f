import type { DataTree, DataScalar } from '../../data/tree.ts';
import { at, itemsAt, textAt } from '../../data/tree.ts';
import type { Alert, AlertTopic } from './alert.ts';
import { comparisonIn, evidenceIn, millisecondsOf, rangeIn, scaleOf, topicOf } from './query.ts';

/** The figures of the alerts in a file of rules, or in a cluster's resource that holds one. */
export function prometheusAlerts(document: DataTree): Alert[] {
  const groups = [...itemsAt(document, 'groups'), ...itemsAt(document, 'spec', 'groups')];
  return groups.flatMap((group) => itemsAt(group, 'rules').flatMap(figuresOf));
}

function figuresOf(rule: DataTree): Alert[] {
  const name = textAt(rule, 'alert');
  const query = at(rule, 'expr');
  if (name === null || query?.kind !== 'scalar') return [];
  const topic = topicOf(query.text, name);
  if (topic === null) return [];
  const evidence = evidenceIn(query.text, name);
  const wait = at(rule, 'for');
  const windows = topic === 'errors' || topic === 'server-errors' ? windowsOf(query, wait) : [];
  return [...limitOf(query, topic), ...windows].map((one) => ({ ...one, topic, evidence }));
}

type Figure = Omit<Alert, 'topic' | 'evidence'>;

function limitOf({ node, text }: DataScalar, topic: AlertTopic): Figure[] {
  const found = comparisonIn(text);
  const scale = found && scaleOf(topic, text, found.value);
  if (!found || scale === null) return [];
  const part = node.part(found.start, found.end);
  const isFound = part.text === text.slice(found.start, found.end);
  const isOwn = isFound && part.textStart !== null;
  return [
    {
      node: part.asNode,
      about: 'limit',
      value: found.value / scale,
      isLower: found.isLower,
      written: isOwn ? { range: part.range, unit: { scale } } : null,
    },
  ];
}

/** Over how long errors are counted, and how long they have to last. */
function windowsOf({ node, text }: DataScalar, wait: DataTree | null): Figure[] {
  const range = rangeIn(text);
  const parts = [
    ...(range ? [node.part(range.start, range.start + range.text.length)] : []),
    ...(wait?.kind === 'scalar' ? [wait.node] : []),
  ];
  return parts.flatMap((part): Figure[] => {
    const value = millisecondsOf(part.text);
    if (value === null || part.textStart === null) return [];
    const written = [part.textStart, part.textStart + part.text.length] as const;
    return [
      {
        node: part.asNode,
        about: 'window',
        value,
        isLower: false,
        written: { range: written, unit: 'duration' },
      },
    ];
  });
}
