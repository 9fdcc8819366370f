import { withoutComments } from '../../ast/comments.ts';

/** Words of what keeps answers; they are looked for only to stay silent. */
const KEEPS =
  /cache|(?<!use)memo(?!ry)|redis|\blru|\bttl|\bkv\b|\bkeyv\b|revalidate|max_?age|stale_?(?:time|while)|etag|if-none-match|expires_?at|last_?fetched|fetched_?at|loaded_?at|\bonce\s*\(|getStatic|generateStatic|prerender/i;

/** What says that nothing is kept. */
const KEEPS_NOT =
  /['"]?cache['"]?\s*:\s*['"](?:no-store|no-cache|reload)['"]|['"]?cache-control['"]?\s*[:,]\s*['"](?:no-store|no-cache)[^'"]*['"]|revalidate\s*:\s*0\b|['"]force-dynamic['"]/gi;

/** Whether a piece of code speaks of something that keeps answers. */
export const speaksOfKeeping = (code: string): boolean =>
  KEEPS.test(withoutComments(code).replace(KEEPS_NOT, ''));

/** Functions that keep what a function given to them answers, or run it at set times only. */
export const keepsByName = (callee: string): boolean =>
  /cache|memo(?!ry)|quer(?:y|ies)|swr|loader|\bonce\b|resource|remember|setInterval|\bcron|schedule|job\b|interval|static|prefetch|store|atom|signal/i.test(
    callee,
  ) && !/useMemo$/i.test(callee);

/** Functions that run when a program starts. */
export const runsOnce = (name: string): boolean =>
  /^(?:init\w*|bootstrap\w*|onModuleInit|onApplicationBootstrap|preload\w*|warm\w*|start\w*|refresh\w*|sync\w*|seed\w*|main|setup\w*|constructor)$/i.test(
    name,
  );

/** A module whose files keep what they answer for all requests. */
export const keepsByModule = (code: string): boolean =>
  /export\s+const\s+revalidate\s*=(?!\s*0\b)|['"]use cache['"]|force-static/.test(code);
