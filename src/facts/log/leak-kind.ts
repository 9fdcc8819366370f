import type { InboundPart } from './inbound.ts';
import type { SensitiveKind } from './sensitive-name.ts';

/** What is given away. */
export type LeakKind =
  SensitiveKind | InboundPart | 'environment' | 'configuration' | 'error' | 'sent-request';

export interface Leak {
  readonly kind: LeakKind;
  /** The name that says so. */
  readonly name: string;
  /** The field of the line that it stands in, where a name further up holds that. */
  readonly path?: readonly string[];
}
