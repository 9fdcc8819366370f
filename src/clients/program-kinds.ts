/** Packages that only a program for a terminal imports. */
export const terminalModules: readonly string[] = [
  'commander',
  'yargs',
  'yargs/helpers',
  'cac',
  'meow',
  'minimist',
  '@oclif/core',
  'inquirer',
  'prompts',
  '@clack/prompts',
  'ora',
  'citty',
  'sade',
];

/** Packages that only code for a browser imports. */
export const browserModules: readonly string[] = [
  'react',
  'react-dom',
  'vue',
  'svelte',
  'solid-js',
  'preact',
  '@angular/core',
];
