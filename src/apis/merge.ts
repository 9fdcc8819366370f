import aelix from './aelix.ts';
import { deepFreeze } from './freeze.ts';
import moncreneau from './moncreneau.ts';
import octopus from './octopus.ts';
import type { ApiProfile } from './profile.ts';
import { checkedProfile, checkPartOfProfile, isPlainObject } from './validate.ts';

/** The profiles that come with the plugin. Always known for recognising. */
export const builtInApis: readonly ApiProfile[] = Object.freeze([aelix, octopus, moncreneau]);

const mergedBySettings = new WeakMap<object, readonly ApiProfile[]>();
const inUseBySettings = new WeakMap<object, readonly ApiProfile[]>();

/**
 * The profiles that hold under an ESLint configuration: the built-in ones, overlaid and added to by
 * `settings['go-live'].apis`. There, objects are merged and lists replaced.
 * @param settings the whole `settings` of the configuration
 * @throws Error that names the key path of what is wrong, and what it takes
 */
export function mergeApis(settings: unknown): readonly ApiProfile[] {
  const added = apisIn(settings);
  if (added === null) return builtInApis;
  const known = mergedBySettings.get(added);
  if (known) return known;
  const merged = overlaid(added);
  mergedBySettings.set(added, merged);
  return merged;
}

/**
 * The profiles in use: those that `settings['go-live'].apis` names, be it with an empty object. A
 * config that switches an API's rules on names the API there.
 */
export function apisInUse(settings: unknown): readonly ApiProfile[] {
  const named = apisIn(settings);
  if (named === null) return NONE;
  const known = inUseBySettings.get(named);
  if (known) return known;
  const inUse = mergeApis(settings).filter((profile) => Object.hasOwn(named, profile.name));
  inUseBySettings.set(named, inUse);
  return inUse;
}

const NONE: readonly ApiProfile[] = Object.freeze([]);

function apisIn(settings: unknown): Record<string, unknown> | null {
  if (!isPlainObject(settings)) return null;
  const own = settings['go-live'];
  if (!isPlainObject(own) || own['apis'] === undefined) return null;
  if (isPlainObject(own['apis'])) return own['apis'];
  throw new Error(`settings['go-live'].apis: must be an object of profiles, keyed by name.`);
}

function overlaid(added: Readonly<Record<string, unknown>>): readonly ApiProfile[] {
  const byName = new Map(builtInApis.map((profile) => [profile.name, profile]));
  for (const [name, part] of Object.entries(added)) {
    const where = `settings['go-live'].apis.${name}`;
    checkPartOfProfile(part, where);
    const merged = overlay(byName.get(name) ?? {}, { name, ...(isPlainObject(part) ? part : {}) });
    const profile = checkedProfile(merged, where);
    if (profile.name !== name) {
      throw new Error(`${where}: "name" must be its key, "${name}", got "${profile.name}".`);
    }
    byName.set(name, profile);
  }
  return deepFreeze([...byName.values()]);
}

/** A copy of `base` with what `over` says; shares no object with either. */
function overlay(base: unknown, over: unknown): unknown {
  if (!isPlainObject(over)) return structuredClone(over);
  const merged: Record<string, unknown> = isPlainObject(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(over)) {
    if (value !== undefined) merged[key] = overlay(merged[key], value);
  }
  return merged;
}
