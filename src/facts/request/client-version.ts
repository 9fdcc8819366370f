import type { HttpClient } from '../../clients/schema.ts';
import { inVersion } from './package-version.ts';

type Major = NonNullable<HttpClient['majors']>[string];

/** A client as it is in the version that the project uses: by the range of its package.json. */
export const versionOf = inVersion<Major, HttpClient>(
  (client, { options = client.options, ...defaults }) => ({
    ...client,
    options,
    defaults: { ...client.defaults, ...defaults },
  }),
);
