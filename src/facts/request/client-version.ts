import type { HttpClient } from '../../clients/schema.ts';
import type { SourceModule } from '../../values/source-module.ts';

type Major = NonNullable<HttpClient['majors']>[string];

/** A client as it is in the version that the project uses: by the range of its package.json. */
export function versionOf(client: HttpClient, module: SourceModule): HttpClient {
  const { majors } = client;
  if (!majors) return client;
  const [name = ''] = client.modules;
  const range = module.packageRange(packageOf(name));
  const major = range === null ? null : majorOf(range);
  const known = major === null ? undefined : majors[major];
  return known ? applied(client, known) : client;
}

const versions = new WeakMap<Major, HttpClient>();

function applied(client: HttpClient, major: Major): HttpClient {
  const before = versions.get(major);
  if (before) return before;
  const { options = client.options, ...defaults } = major;
  const version: HttpClient = { ...client, options, defaults: { ...client.defaults, ...defaults } };
  versions.set(major, version);
  return version;
}

/** `@scope/name` of `@scope/name/part`. */
const packageOf = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** The major of a range that allows one alone; null for others, such as `>=2` or `2 || 3`. */
const majorOf = (range: string): string | null =>
  /^[\^~=v]*(\d+)(?:\.[\dx*]+)*(?:[-+][\w.-]+)?$/.exec(range.trim())?.[1] ?? null;
