import type { HttpClient } from '../../clients/schema.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { entryOfVersion } from './package-version.ts';

type Major = NonNullable<HttpClient['majors']>[string];

/** A client as it is in the version that the project uses: by the range of its package.json. */
export function versionOf(client: HttpClient, module: SourceModule): HttpClient {
  const { majors, modules } = client;
  const known = majors && entryOfVersion(majors, modules[0] ?? '', module);
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
