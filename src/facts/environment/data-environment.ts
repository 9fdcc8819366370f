import type { NamedValue } from '../../data/named-value.ts';
import {
  environmentOfFile,
  isComposition,
  isNamedForEnvironment,
  isPipeline,
} from '../data-place.ts';
import type { DataView } from '../data-view.ts';
import type { EnvironmentKind } from './environment-kind.ts';

/**
 * Whether a value in a data file is one of several, of which the environment's name picks one: by
 * its keys, by the name of the file, or since the file is never the same in two environments.
 */
export function isForOneEnvironment(value: NamedValue, view: DataView): boolean {
  if (isNamedForEnvironment(value)) return true;
  const environment = environmentOfFile(view.filename) ?? environmentSet(view);
  if (environment !== null) return environment !== 'production';
  return view.data.format === 'env' || isPipeline(view.filename) || isComposition(view.filename);
}

const told = new WeakMap<DataView, EnvironmentKind | null>();

/** The environment that the program is told to run in. */
function environmentSet(view: DataView): EnvironmentKind | null {
  const known = told.get(view);
  if (known !== undefined) return known;
  const setting = view.values.find(({ name }) => RUNNING.test(name ?? ''));
  const isProduction = /^(?:prod|production|live)$/i.test(setting?.text ?? '');
  const kind = setting === undefined ? null : isProduction ? 'production' : 'trial';
  told.set(view, kind);
  return kind;
}

/** Variables that tell a program in which environment it runs. */
export const RUNNING = /^(?:NODE|APP|RAILS|DEPLOY|DEPLOYMENT)_ENV$/;
