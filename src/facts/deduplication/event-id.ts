import type { Node } from '../../ast/node.ts';
import { isFunction, keyName, staticString, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { writtenFor } from '../../values/written-for.ts';

const ID_HEADER =
  /(?:event|delivery|webhook|message|notification|request|idempotency)-?(?:id|key|uuid)$|^x-github-delivery$|-delivery$/i;
const ID_NAME =
  /^(?:(?:webhook|hook|stripe|svix)?_?(?:event|delivery|webhook|message|msg|notification|evt)_?(?:id|uuid|key)|idempotency_?key|dedup\w*_?(?:id|key)|delivery)$/i;
const ID_KEY =
  /^(?:id|_id|uuid|eventId|event_id|eventID|webhookId|webhook_id|deliveryId|delivery_id|messageId|message_id|notificationId|notification_id|MessageId)$/;
const EVENT_NAME =
  /event|payload|body|notif|webhook|hook|message|msg|^evt$|delivery|envelope|^data$|input|^job$/i;

/** Whether the id of an event stands in an expression: a header, `event.id`, or a name for one. */
export function holdsEventId(root: Node, module: SourceModule): boolean {
  let found = false;
  walk(writtenFor(root, module) ?? root, module.visitorKeys, (node) => {
    if (found || isFunction(node)) return 'skip';
    found = isEventId(node, module);
    return undefined;
  });
  return found;
}

function isEventId(node: Node, module: SourceModule): boolean {
  switch (node.type) {
    case 'Literal':
      return (
        typeof node.value === 'string' && ID_HEADER.test(node.value) && node.value.includes('-')
      );
    case 'MemberExpression':
      return (
        (ID_KEY.test(keyName(node) ?? '') && isEvent(node.object, module)) ||
        endsInEventId(keyName(node) ?? '')
      );
    case 'Identifier':
      return isNameOfId(node, module);
    default:
      return false;
  }
}

/** `smsMessageId`, `shop_event_id`: whose it is, and which. */
function endsInEventId(name: string): boolean {
  const [what, id] = wordsOf(name).slice(-2);
  return id !== undefined && /^u?u?id$/.test(id) && DELIVERED.has(what ?? '');
}

const DELIVERED: ReadonlySet<string> = new Set([
  'event',
  'delivery',
  'webhook',
  'message',
  'notification',
]);

/** Something that is named for an event, or the whole body. */
function isEvent(wrapped: Node, module: SourceModule): boolean {
  const node = unwrap(wrapped);
  if (node.type === 'Identifier') return EVENT_NAME.test(node.name);
  if (node.type === 'MemberExpression')
    return /^(?:body|event|payload|notification|Records)$/.test(keyName(node) ?? '');
  return node.type === 'CallExpression' && valueOf(node.callee, module).kind !== 'function';
}

function isNameOfId(node: Extract<Node, { type: 'Identifier' }>, module: SourceModule): boolean {
  if (node.parent.type === 'Property' && node.parent.key === node && !node.parent.shorthand)
    return false;
  if (node.parent.type === 'MemberExpression' && node.parent.property === node) return false;
  if (ID_NAME.test(node.name) || endsInEventId(node.name)) return true;
  const binding = module.scopes.bindingOf(node);
  const by = binding?.writes[0]?.by;
  if (by?.type !== 'VariableDeclarator' || !by.init) return false;
  if (by.id.type === 'ObjectPattern') {
    const key = binding?.declarations[0]?.parent;
    return (
      ID_KEY.test(key?.type === 'Property' ? (keyName(key) ?? '') : '') && isEvent(by.init, module)
    );
  }
  if (by.id.type !== 'Identifier') return false;
  return isMadeOfId(by.init, module);
}

/** The id, a key made with it, or what it is converted to: `String(req.headers['x-event-id'])`. */
function isMadeOfId(wrapped: Node, module: SourceModule): boolean {
  const node = unwrap(wrapped);
  if (isEventId(node, module) || isHeaderOfId(node) || isKeyOfId(node, module)) return true;
  if (node.type !== 'CallExpression') return false;
  const callee = unwrap(node.callee);
  const [first] = node.arguments;
  if (callee.type === 'Identifier')
    return callee.name === 'String' && first !== undefined && isMadeOfId(first, module);
  return (
    callee.type === 'MemberExpression' &&
    /^(?:toString|trim|toLowerCase)$/.test(keyName(callee) ?? '') &&
    isMadeOfId(callee.object, module)
  );
}

/** `req.get('x-event-id')`, `getHeader(event, 'x-event-id')`. */
const isHeaderOfId = (node: Node): boolean =>
  node.type === 'CallExpression' &&
  node.arguments.slice(0, 2).some((name) => ID_HEADER.test(staticString(name) ?? ''))
    ? true
    : node.type === 'MemberExpression' &&
      ID_HEADER.test(keyName(node) ?? '') &&
      (keyName(node) ?? '').includes('-');

/** `webhook:${event.id}`. */
const isKeyOfId = (node: Node, module: SourceModule): boolean =>
  (node.type === 'TemplateLiteral' &&
    node.expressions.some((each) => isEventId(unwrap(each), module))) ||
  (node.type === 'LogicalExpression' &&
    (isEventId(unwrap(node.left), module) || isHeaderOfId(unwrap(node.left))));
