import type { SourceModule } from '../../values/source-module.ts';
import type { Fact, FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { isMatterOfWrapper } from '../request/own-matter.ts';
import type { Before } from './before.ts';
import { beforeOf } from './before.ts';
import type { Repetition } from './repetition.ts';
import { repetitionOf } from './repetition.ts';

/** A request that changes something at the API. */
export interface WriteCall extends Fact {
  /** What is called. */
  readonly node: ApiCall['callee'];
  readonly call: ApiCall;
  /** A function of this project sends it, which says by itself to where. */
  readonly isMatterOfWrapper: boolean;
  /** What was done on the way to it. */
  readonly before: Before;
  /** What sends it several times. */
  readonly repetition: Repetition | null;
  readonly module: SourceModule;
}

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The requests of a file that change something. */
export function findWriteCalls({ module, facts }: FileView): WriteCall[] {
  return facts.apiCall.flatMap((call): WriteCall[] => {
    if (call.method === null || READS.has(call.method) || call.isLocal) return [];
    return [
      {
        node: call.callee,
        call,
        isMatterOfWrapper: isMatterOfWrapper(call),
        evidence: call.evidence,
        module,
        get before() {
          return beforeOf(call, facts.apiCall, module);
        },
        get repetition() {
          return repetitionOf(call, module);
        },
      },
    ];
  });
}
