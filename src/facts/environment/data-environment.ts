import type { NamedValue } from '../../data/named-value.ts';
import {
  environmentOfFile,
  isComposition,
  isNamedForEnvironment,
  isPipeline,
} from '../data-place.ts';
import type { DataView } from '../data-view.ts';

/**
 * Whether a value in a data file is one of several, of which the environment's name picks one: by
 * its keys, by the name of the file, or since the file is never the same in two environments.
 */
export function isForOneEnvironment(value: NamedValue, view: DataView): boolean {
  if (isNamedForEnvironment(value)) return true;
  const environment = environmentOfFile(view.filename) ?? environmentSet(view);
  if (environment !== null) return environment === 'other';
  return view.data.format === 'env' || isPipeline(view.filename) || isComposition(view.filename);
}

/** The environment that the program is told to run in. */
function environmentSet({ values }: DataView): 'production' | 'other' | null {
  const told = values.find(({ name }) =>
    /^(?:NODE|APP|RAILS|DEPLOY|DEPLOYMENT)_ENV$/.test(name ?? ''),
  );
  if (told === undefined) return null;
  return /^(?:prod|production|live)$/i.test(told.text) ? 'production' : 'other';
}
