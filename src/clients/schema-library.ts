/** Where things of a library come from, and what each export is: the name of one of its `shapes`. */
export interface Library {
  /** The name used in messages. */
  readonly name: string;
  /** Package and versions that every statement of the file was read from. */
  readonly readFrom: readonly string[];
  /** The module specifiers it is imported by. */
  readonly modules: readonly string[];
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS' | 'TRACE';
