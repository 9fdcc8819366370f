import type { DataTree } from '../../data/tree.ts';
import { at, itemsAt, textAt } from '../../data/tree.ts';
import type { Alert } from './alert.ts';

/** What Alertmanager does with alerts that no deeper route takes: where that is nothing, they are lost. */
export function lostAlerts(document: DataTree): Alert[] {
  const route = at(document, 'route') ?? at(document, 'spec', 'route');
  const receivers = [...itemsAt(document, 'receivers'), ...itemsAt(document, 'spec', 'receivers')];
  if (receivers.length === 0) return [];
  const last = itemsAt(route, 'routes').length > 0 ? [] : [route];
  return [...last, ...criticalRoutes(route)].flatMap((each): Alert[] => {
    const name = at(each, 'receiver');
    if (name?.kind !== 'scalar') return [];
    const receiver = receivers.find((one) => textAt(one, 'name') === name.text);
    if (receiver !== undefined && reachesSomebody(receiver)) return [];
    return [{ ...LOST, node: name.node.asNode, evidence: {} }];
  });
}

const LOST = { topic: null, about: 'receiver', value: 0, isLower: false, written: null } as const;

/** The routes that take what is critical, whatever else they ask, and hand it to no route of their own. */
function criticalRoutes(route: DataTree | null): DataTree[] {
  return itemsAt(route, 'routes').flatMap((inner) => {
    if (itemsAt(inner, 'routes').length > 0) return criticalRoutes(inner);
    const matched = itemsAt(inner, 'matchers').map((each) =>
      each.kind === 'scalar' ? each.text : '',
    );
    const isCritical =
      CRITICAL.test(textAt(inner, 'match', 'severity') ?? '') ||
      matched.some((each) => /^\s*severity\s*=~?/.test(each) && CRITICAL.test(each));
    return isCritical && textAt(inner, 'continue') !== 'true' ? [inner] : [];
  });
}

const CRITICAL = /\b(?:critical|page)\b/;

const reachesSomebody = (receiver: DataTree): boolean =>
  receiver.kind === 'map' &&
  receiver.entries.some(
    ({ key, value }) => /configs$/i.test(key) && (value.kind !== 'list' || value.items.length > 0),
  );
