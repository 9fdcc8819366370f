import type { HttpClient } from '../../clients/schema.ts';
import { inVersion } from './package-version.ts';

type Major = NonNullable<HttpClient['majors']>[string];

/** A client as it is in the version that the project uses: by the range of its package.json. */
export const versionOf = inVersion<Major, HttpClient>(
  (client, { options = client.options, timeoutFix, ...defaults }) => ({
    ...client,
    options,
    ...(timeoutFix && { timeoutFix }),
    defaults: { ...client.defaults, ...defaults },
  }),
);
