import type { ApiEvidence } from '../../apis/index.ts';
import { hostNameOf } from '../../apis/index.ts';
import type { Node } from '../../ast/node.ts';
import type { Fact, FileView } from '../fact.ts';
import { isLoopback } from '../request/loopback.ts';
import { isCheckedAfter, isRefusedBefore } from './env-check.ts';
import type { EnvDefault } from './env-defaults.ts';
import { callDefaults, operatorDefaults, patternDefaults } from './env-defaults.ts';
import { purposeOf } from './env-purpose.ts';
import type { EnvPurpose } from './env-purpose.ts';
import { isForDevelopmentServer, isOutsideProduction } from './env-development.ts';
import { isOwnOrigin, isSwitchedOn, isUnused } from './env-optional.ts';
import { isRefusedByClient } from './env-refused.ts';
import { isSwitch } from './env-switch.ts';
import { isRefusedBySchema } from './env-validated.ts';
import { isWarnedOf } from './env-warned.ts';
import { hostOfAddress, isProductionAddress } from './production-host.ts';
import { isPlaceholder } from '../credential/randomness.ts';
import { filledDefaults } from './env-filled.ts';
import { mergedDefaults } from './env-merged.ts';
import { schemaDefaults } from './env-schema.ts';

/** An environment variable that is read with a default written beside it. */
export interface EnvRead extends Fact {
  /** The read together with its default. */
  readonly node: Node;
  readonly variable: string;
  readonly purpose: EnvPurpose;
  readonly default: EnvDefault;
  /** The default is an empty text: nothing stands in, and nothing fails. */
  readonly isEmpty: boolean;
  /** The default is no text, or one that is there to be replaced: nothing works with it. */
  readonly isToReplace: boolean;
  /** The default is the address of the machine that the program runs on. */
  readonly isThisMachine: boolean;
  /** The code looks at the value and leaves, or warns of a missing address, where it is empty, needs it only where a switch is on or outside production, or means its own origin by it. */
  readonly isChecked: boolean;
  /** The default is the public address of a production host: what most deployments want. */
  readonly isProductionHost: boolean;
}

/** The environment variables that have a default. */
export function findEnvReads(view: FileView): EnvRead[] {
  const defaults = [
    ...operatorDefaults(view),
    ...patternDefaults(view),
    ...callDefaults(view),
    ...schemaDefaults(view),
    ...filledDefaults(view),
    ...mergedDefaults(view),
  ];
  return defaults
    .map((found) => envReadOf(found, view))
    .sort((a, b) => a.node.range[0] - b.node.range[0]);
}

function envReadOf(found: EnvDefault, view: FileView): EnvRead {
  const { node, variable, text } = found;
  const purpose =
    isForDevelopmentServer(node, view.module) || isSwitch(node, view)
      ? 'other'
      : purposeOf(variable, text);
  const isEmpty = text === '';
  return {
    node,
    variable,
    purpose,
    default: found,
    isEmpty,
    isToReplace: text === null || isEmpty || isPlaceholder(text),
    isThisMachine: isLoopback(hostNameOf(text ?? '') ?? ''),
    isChecked:
      isRefusedBefore(found.read, variable, view) ||
      isOutsideProduction(found.value, view.module) ||
      (purpose === 'address' && isWarnedOf(found.read, variable, view)) ||
      (isEmpty &&
        (isSwitchedOn(found) ||
          isUnused(found, view) ||
          isOwnOrigin(found, purpose) ||
          isRefusedByClient(node, view) ||
          isRefusedBySchema(node, view.module) ||
          isCheckedAfter(node, view))),
    isProductionHost: purpose === 'address' && text !== null && isProductionAddress(filled(text)),
    evidence: evidenceOf(variable, purpose, text),
  };
}

/** `https://${account}.storage.example.com`: whatever the part is that is not known, the host is below that name. */
const filled = (text: string): string => text.replaceAll(/\$\{[^{}]*\}(?=[\w-]*\.)/g, 'x');

function evidenceOf(variable: string, purpose: EnvPurpose, text: string | null): ApiEvidence {
  if (purpose === 'credential') return { credentialVariables: [variable] };
  const host = purpose === 'address' && text !== null ? hostOfAddress(text) : null;
  return { baseUrlVariable: variable, ...(host === null ? {} : { host }) };
}
