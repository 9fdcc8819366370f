// What the project's own scripts need of the report; the commands import the parts themselves.
export { builtInApis } from '../apis/index.ts';
export { collect } from './collect.ts';
export { evidenceConfig, withoutEvidence } from './evidence.ts';
export { formats, surfaceOf } from './formats.ts';
export { mergeReports } from './merge.ts';
export { runFacts } from './run-facts.ts';
