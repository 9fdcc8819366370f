import type { DataTree } from '../../data/tree.ts';
import { at, itemsAt, textAt } from '../../data/tree.ts';
import type { Alert } from './alert.ts';

/** What Alertmanager does with alerts that no deeper route takes: where that is nothing, they are lost. */
export function lostAlerts(document: DataTree): Alert[] {
  const route = at(document, 'route') ?? at(document, 'spec', 'route');
  const receivers = [...itemsAt(document, 'receivers'), ...itemsAt(document, 'spec', 'receivers')];
  const name = at(route, 'receiver');
  if (name?.kind !== 'scalar' || receivers.length === 0 || itemsAt(route, 'routes').length > 0)
    return [];
  const receiver = receivers.find((one) => textAt(one, 'name') === name.text);
  if (receiver !== undefined && reachesSomebody(receiver)) return [];
  const node = name.node.asNode;
  const lost = { topic: null, about: 'receiver', value: 0, isLower: false, written: null } as const;
  return [{ ...lost, node, evidence: {} }];
}

const reachesSomebody = (receiver: DataTree): boolean =>
  receiver.kind === 'map' &&
  receiver.entries.some(
    ({ key, value }) => /configs$/i.test(key) && (value.kind !== 'list' || value.items.length > 0),
  );
