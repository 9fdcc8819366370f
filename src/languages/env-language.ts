import type { EnvDocument } from '../data/env-syntax.ts';
import { parseEnv } from '../data/env-syntax.ts';
import { EnvSourceCode } from './env-source-code.ts';

interface EnvFile {
  readonly body: string | Uint8Array;
}

const VISITOR_KEYS: Record<string, string[]> = {
  EnvDocument: ['body'],
  EnvPair: ['key', 'value'],
  EnvJunk: [],
  EnvKey: [],
  EnvValue: [],
};

/** The language of .env files. Whatever such a file holds, it parses. */
export const envLanguage = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: 'type',
  visitorKeys: VISITOR_KEYS,
  // Other entries of a user's config may set options of JavaScript for every file.
  validateLanguageOptions: (): void => undefined,
  parse: ({ body }: EnvFile): { ok: true; ast: EnvDocument } => ({
    ok: true,
    ast: parseEnv(textOf(body)),
  }),
  createSourceCode: ({ body }: EnvFile, { ast }: { ast: EnvDocument }): EnvSourceCode =>
    new EnvSourceCode(textOf(body), ast, VISITOR_KEYS),
} as const;

const textOf = (body: string | Uint8Array): string =>
  typeof body === 'string' ? body : new TextDecoder().decode(body);
