interface ParsedFile {
  readonly body: string | Uint8Array;
  readonly path: string;
}

type Parse = (file: ParsedFile, context: unknown) => { readonly ok: boolean };

interface ParsingLanguage {
  // ESLint's own types of a language's files and results differ between its versions.
  parse: (...given: never[]) => unknown;
}

/**
 * A language that reads what is no data of its kind as an empty file where that is to be expected:
 * an empty file, a template of a data file, a sample that a test has broken. All else that does not
 * parse is an error, as ever.
 * @param tolerant what is tried for any text, in place of the language's own `parse`
 */
export function lenient<T extends ParsingLanguage>(
  language: T,
  empty: string,
  tolerant: Parse = language.parse.bind(language) as unknown as Parse,
): T {
  const parse: Parse = (file, context) => {
    const result = tolerant(file, context);
    return result.ok || !isExpected(file) ? result : tolerant({ ...file, body: empty }, context);
  };
  return new Proxy(language, {
    get(target, key) {
      if (key === 'parse') return parse;
      const own: unknown = Reflect.get(target, key);
      return typeof own === 'function' ? (own.bind(target) as unknown) : own;
    },
  });
}

const TEMPLATE = /\{\{|\{%|<%|\$\{\{?\w/;
const SAMPLES =
  /(?:^|[\\/])(?:__\w+__|tests?|specs?|fixtures?|mocks?|e2e|templates?|samples?)[\\/]|[._-](?:tmpl|tpl|template|j2|hbs|ejs)\./i;

function isExpected({ body, path }: ParsedFile): boolean {
  const text = typeof body === 'string' ? body : '';
  return text.trim() === '' || TEMPLATE.test(text) || SAMPLES.test(path);
}
