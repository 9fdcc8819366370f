import { callbackRoutes } from '../../clients/callback-routes.ts';

/** The words of a path, a file name or an identifier, in lower case and the singular. */
export const wordsOf = (text: string): string[] =>
  text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase().replace(/(?<=[a-z]{3})s$/, ''));

const CALLED_BACK = callbackRoutes.map(({ services, routes }) => ({
  services: new Set<string>(services),
  routes: new Set<string>(routes),
}));
const WEBHOOK: ReadonlySet<string> = new Set(['webhook', 'hook', 'ipn']);
const EVENT: ReadonlySet<string> = new Set(['event', 'notification', 'notify']);
/** A login also comes back to a callback. */
const LOGIN: ReadonlySet<string> = new Set([
  'auth',
  'oauth',
  'oauth2',
  'login',
  'signin',
  'sso',
  'saml',
  'oidc',
  'connect',
]);
/** Managing webhooks (registering, listing) is not receiving them. */
const MANAGES: ReadonlySet<string> = new Set([
  'register',
  'registration',
  'subscribe',
  'subscription',
  'unsubscribe',
  'endpoint',
  'test',
  'retry',
  'replay',
  'send',
  'trigger',
  'list',
  'config',
  'setting',
  'setup',
  'create',
  'delete',
  'update',
  'admin',
  'dispatch',
  'deliverie',
  'delivery',
  'log',
  'ping',
  'simulate',
]);

/** How clearly a route or a file says that webhooks come in there. */
export function webhookWords(text: string): 'clear' | 'vague' | 'none' {
  const words = wordsOf(text).flatMap((word, index, all) =>
    word === 'web' && all[index + 1] === 'hook' ? ['webhook'] : [word],
  );
  if (words.some((word) => WEBHOOK.has(word) || /^webhook|webhook$/.test(word)))
    return isOfResource(text) || (words.some((word) => MANAGES.has(word)) && !isTopic(text))
      ? 'vague'
      : 'clear';
  if (words.includes('callback')) return words.some((word) => LOGIN.has(word)) ? 'none' : 'clear';
  const isCalledBack = CALLED_BACK.some(
    ({ services, routes }) =>
      words.some((word) => services.has(word)) && words.some((word) => routes.has(word)),
  );
  if (isCalledBack) return 'clear';
  return words.some((word) => EVENT.has(word)) ? 'vague' : 'none';
}

/** `/github/callback` of `routes/auth.ts`: a login comes back there, as the file says. */
export function isBackFromLogin(path: string, file: string): boolean {
  const words = wordsOf(path);
  return (
    words.includes('callback') &&
    !words.some((word) => WEBHOOK.has(word)) &&
    wordsOf(file).some((word) => LOGIN.has(word))
  );
}

/** `/:id/webhooks`: the webhooks that something has, and not where they come in. */
const isOfResource = (text: string): boolean => /\/:\w+\/(?:web)?hooks\/?$/.test(text);

/** `/webhooks/orders/create`: what happened to an order, and nothing that is done to webhooks. */
function isTopic(text: string): boolean {
  const parts = text.split('/');
  const [thing = '', deed = ''] = parts.slice(-2);
  const about = parts.slice(0, -1).flatMap(wordsOf);
  const isOfThing = /^[a-z_-]+$/i.test(thing) && !WEBHOOK.has(wordsOf(thing).join(' '));
  return DEEDS.has(deed) && isOfThing && !about.some((word) => MANAGES.has(word));
}

const DEEDS: ReadonlySet<string> = new Set(['create', 'update', 'delete']);

const SIGNATURE_HEADER =
  /signature|hmac|(?:^|-)sign$|(?:^|-)sig$|(?:^|-)verif(?:y|ication)?-(?:hash|token)$|(?:^|-)callback-token$|(?:^|-)(?:web)?hook-(?:secret|token)$/i;
const EVENT_HEADER =
  /webhook|(?:event|delivery|message)-?(?:id|type|key|name)?$|-topic$|-timestamp$/i;

export const isSignatureHeader = (name: string): boolean => SIGNATURE_HEADER.test(name);

/** Headers that only webhooks have: a signature, an event's id or type, the time of sending. */
export const isWebhookHeader = (name: string): boolean =>
  isSignatureHeader(name) || EVENT_HEADER.test(name);

/** A file's name and the folders just above it; `hooks/useX.ts` is no place for webhooks, `api/hooks/x.ts` is. */
export function fileWords(file: string, depth = 4): string {
  const parts = file.split('/');
  return parts
    .filter(
      (part, index) =>
        index >= parts.length - depth &&
        (part !== 'hooks' || parts[index - 1] === 'api') &&
        !/^use[A-Z]/.test(part) &&
        !/-skills?$/.test(part),
    )
    .join('/');
}
