import type { Node } from '../../ast/node.ts';
import { identityCheck, tlsMethods, tlsOptions, tlsVariable } from '../../clients/tls-options.ts';
import type { Fact, FileView } from '../fact.ts';
import type { HostReach } from '../url/host-reach.ts';
import { commandSwitches } from './code-command.ts';
import { MAY_BE_INSECURE } from './command.ts';
import { plainCalls } from './plain-call.ts';
import { optionSwitches } from './option.ts';
import { variableSwitches } from './variable.ts';

/** What switches off that certificates are checked, so that anybody on the way can answer. */
export interface TlsSwitch extends Fact {
  /** The option, assignment, call or command that does it. */
  readonly node: Node;
  /**
   * `option`: of one request, client or agent. `identity`: a check of the host's name that finds
   * nothing wrong. `process`: for all connections of the process. `command`: an argument of a program
   * that is run. `plain`: no encryption at all.
   */
  readonly how: 'option' | 'identity' | 'process' | 'command' | 'plain';
  /** As it is written: `rejectUnauthorized`, `-k`. */
  readonly name: string;
  /** The furthest host that it is known to be for; null where none is known. */
  readonly reach: HostReach | null;
  /** Only where the environment is named as one for development or tests. */
  readonly isDevelopmentOnly: boolean;
  /** What to write instead, and where in the file; null where it is not written here as it is. */
  readonly remedy: Remedy | null;
}

export interface Remedy {
  readonly range: readonly [start: number, end: number];
  readonly text: string;
  /** Requests over HTTP to a host of the public net, or to one that is not named, do as before. */
  readonly isSafe: boolean;
}

/** Without a match of this a file holds none. */
export const TLS_TEXT = new RegExp(
  [
    ...tlsOptions.map(({ name }) => name),
    identityCheck,
    tlsVariable.name,
    ...tlsMethods,
    'createInsecure',
    'certificate-errors',
  ]
    .map((name) => `\\b${name}\\b`)
    .join('|') + `|(?:${MAY_BE_INSECURE.source})`,
  'i',
);

/** All that a file switches off. */
export function findTlsSwitches(view: FileView): TlsSwitch[] {
  const found = [
    ...optionSwitches(view),
    ...variableSwitches(view),
    ...commandSwitches(view),
    ...plainCalls(view),
  ];
  return found.toSorted((a, b) => a.node.range[0] - b.node.range[0]);
}
