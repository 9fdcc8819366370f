import type { Fact, FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { isMatterOfWrapper } from '../request/own-matter.ts';
import { optionOf } from '../request/request-options.ts';
import { isKept } from './kept.ts';

/** A read of something that has a name in the path. */
export interface ResourceRead extends Fact {
  /** What is called. */
  readonly node: ApiCall['callee'];
  readonly call: ApiCall;
  /** The last segment of the path that is known. */
  readonly resource: string;
  /** Something may keep the answer for the next time. */
  readonly isKept: boolean;
}

/** The reads of a file whose path is known. */
export function findResourceReads({ module, facts }: FileView): ResourceRead[] {
  return facts.apiCall.flatMap((call): ResourceRead[] => {
    const resource = call.method === 'GET' && !call.isLocal ? resourceOf(call) : null;
    if (resource === null || isMatterOfWrapper(call)) return [];
    return [
      {
        node: call.callee,
        call,
        resource,
        evidence: call.evidence,
        get isKept() {
          return keepsByOption(call) || isKept(call, module);
        },
      },
    ];
  });
}

function resourceOf({ address: { path } }: ApiCall): string | null {
  const segments = (path ?? '').split('/').filter((segment) => segment !== '');
  const last = segments.findLast((segment) => !segment.startsWith('${'));
  return last === undefined ? null : last.replace(/\$\{[^{}]*\}$/, '');
}

const OFF: ReadonlySet<unknown> = new Set(['no-store', 'no-cache', 'reload', false, 0]);

function keepsByOption({ request: { client, layers } }: ApiCall): boolean {
  const option = optionOf(layers, client?.options.keeps);
  if (option.state !== 'known') return false;
  return option.value.kind !== 'literal' || !OFF.has(option.value.value);
}
