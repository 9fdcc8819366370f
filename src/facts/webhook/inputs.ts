import type { FunctionNode } from '../../ast/node.ts';
import type { RequestReads } from '../../clients/schema.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { HandlerSite, ParameterRole } from './site.ts';

/** What a function is given: the roles of its parameters and how its framework's requests are read. */
export interface Inputs {
  readonly fn: FunctionNode;
  readonly module: SourceModule;
  readonly roles: ReadonlyMap<number, ParameterRole>;
  readonly reads: RequestReads | null;
  /** How often the request was handed on to get here; 0 where that is left out. */
  readonly depth?: number;
}

/** A handler is given requests. */
export const inputsOf = ({ fn, module, roles, reads }: HandlerSite): Inputs => ({
  fn,
  module,
  roles,
  reads,
});

/** A helper may be given anything of the request: all its parameters count as sent. */
export function helperInputs(fn: FunctionNode, module: SourceModule): Inputs {
  return {
    fn,
    module,
    reads: null,
    roles: new Map(fn.params.map((_, index) => [index, { header: '' }])),
  };
}
