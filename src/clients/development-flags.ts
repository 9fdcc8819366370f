/**
 * What a framework exports that is true while one develops, and false in what it builds: by module.
 * Read from: @sveltejs/kit 2.49.0, esm-env 1.2.2.
 */
export const developmentFlags: Readonly<Record<string, string>> = {
  '$app/environment': 'dev',
  'esm-env': 'DEV',
};
