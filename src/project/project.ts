import type { Program, VisitorKeys } from '../ast/node.ts';
import type { TreeParser } from './tree-parser.ts';

/**
 * What is asked of the files around the one that is linted. The disk answers in Node.js
 * (`diskProject`); where there is none, as in a browser, a map of texts does (`memoryProject`).
 * File names are absolute.
 */
export interface Project {
  /** The text of a file, without a byte order mark; null where there is no such file. */
  readText(file: string): string | null;
  isFile(file: string): boolean;
  /** The names of what a directory holds; none where it can't be read. */
  namesIn?(directory: string): readonly string[];
  /**
   * The project's own file that a specifier in a file names: relative, mapped by `paths` or by the
   * `imports` of package.json. Null for installed packages and for what is not there.
   */
  resolve(fromFile: string, specifier: string): string | null;
  /**
   * The version range of a package in the nearest package.json that lists it, else its installed
   * version; null where it is neither listed nor installed.
   */
  packageRange(fromFile: string, packageName: string): string | null;
  /** The directory that holds `.git`; null outside a repository. */
  repositoryRoot(file: string): string | null;
  /** Changes whenever a file's text does, and is cheaper than that; null for no file. */
  stampOf?(file: string): string | null;
  /** The part of the host's parser that makes trees alone, for less time; null where it has none. */
  readonly treeParserOf?: (parser: object) => TreeParser | null;
  /** Parses a file that the host's own parser cannot parse. */
  readonly fallbackParse?: (text: string, file: string) => ParsedModule | null;
}

export interface ParsedModule {
  readonly program: Program;
  readonly visitorKeys: VisitorKeys | undefined;
}
