/** A language that the playground lints, and what a file in it is called there. */
export interface Language {
  readonly title: string;
  readonly file: string;
  /** Which files are in it, by the end of their name. */
  readonly files: RegExp;
  /** The highlighter's name for it. */
  readonly grammar: string;
}

export const languages: readonly Language[] = [
  { title: 'TypeScript', file: 'example.ts', files: /\.[mc]?ts$/, grammar: 'tsx' },
  { title: 'TypeScript, JSX', file: 'example.tsx', files: /\.tsx$/, grammar: 'tsx' },
  { title: 'JavaScript', file: 'example.js', files: /\.[mc]?js$/, grammar: 'tsx' },
  { title: 'JavaScript, JSX', file: 'example.jsx', files: /\.jsx$/, grammar: 'tsx' },
  { title: 'JSON', file: 'config.json', files: /\.(?:json[c5]?)$/, grammar: 'jsonc' },
  { title: 'YAML', file: 'config.yml', files: /\.ya?ml$/, grammar: 'yaml' },
  { title: '.env', file: '.env', files: /(?:^|\/)\.env|\.env$/, grammar: 'dotenv' },
];

const [typescript] = languages;

/** The language of a file; TypeScript for a name that says nothing. */
export function languageOf(file: string): Language {
  return languages.find(({ files }) => files.test(file)) ?? (typescript as Language);
}
