export type * from './profile.ts';
export { configFor, type ApiConfig } from './config-for.ts';
export { isAtOrBelow, isEndpoint } from './endpoint.ts';
export { default as fallback } from './fallback.ts';
export {
  bothAsk,
  bothHave,
  eitherHas,
  figureFor,
  larger,
  namesFor,
  smaller,
  type MorePermissive,
} from './figure.ts';
export { hasSandboxLabel, hostNameOf, registeredNameOf } from './host.ts';
export { isKnownSandbox } from './known-sandboxes.ts';
export { apisInUse, builtInApis, mergeApis } from './merge.ts';
export { apiOf, isSandboxHost, isSandboxOf, type ApiEvidence } from './recognise.ts';
export { defineApi } from './validate.ts';
export { matchesWildcard } from './wildcard.ts';
