import type { Library } from './schema-library.ts';

/** How much a line matters, whatever a library calls it. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/**
 * A library that writes log lines, or takes errors to a service. Exports are dotted paths; the
 * empty one is the default export, or the module itself.
 */
export interface LoggerLibrary extends Library {
  readonly kind: 'logger';
  /** Globals that are loggers. */
  readonly globals?: readonly string[];
  /** Exports that are loggers as they are. */
  readonly instances: readonly string[];
  /** Exports that give a logger when called or constructed. */
  readonly makes: readonly string[];
  /** Names of types of loggers. */
  readonly types: readonly string[];
  /** Members of a logger that give another one, with the index of its own fields where it has any. */
  readonly children: Readonly<
    Record<
      string,
      {
        readonly bindings: number | null;
        /** Index of options of its own, which hold besides those of the logger it is made from. */
        readonly options?: number;
      }
    >
  >;
  /** Members that write a line, to how much it matters. */
  readonly methods: Readonly<Record<string, LogLevel>>;
  /** The logger is itself called. */
  readonly call?: LogLevel;
  /** Members that take the level as their first argument. */
  readonly leveled?: readonly string[];
  /**
   * Where the fields of a line stand: before the message, behind it, or anywhere since every
   * argument is written out as it is.
   */
  readonly order: 'fields-first' | 'message-first' | 'any';
  /** Fields stay fields, and don't become text. */
  readonly structured: boolean;
  /** The lowest level that is written, among the options it is made with. */
  readonly threshold?: {
    readonly argument: number;
    readonly option: string;
    /** Members that set it later: `setLevel(level)`, `level = level`. */
    readonly setters?: readonly string[];
    /** An export that sets it for all loggers, in each of the objects of an option: `configure({ categories })`. */
    readonly configure?: { readonly call: string; readonly each: string };
    /** Numbers that mean `debug` or less: up to this one, or from this one on. */
    readonly verbose?: { readonly upTo?: number; readonly from?: number };
  };
  /** Calls that take a list of the levels that are written. Exports are dotted paths, `()` marks a call. */
  readonly levelLists?: readonly {
    readonly module: string;
    readonly call: string;
    /** -1: the last one. */
    readonly argument: number;
    /** Where the list is an option. */
    readonly option?: string;
  }[];
  readonly redaction?: {
    readonly argument: number;
    /** Options that list the paths (or names) of fields that are blotted out. */
    readonly paths: readonly string[];
    /** Names in the list hold at any depth. */
    readonly anyDepth?: true;
    /** Options with a function for each field. */
    readonly serializers?: readonly string[];
    /** Options whose own functions may change all of a line. */
    readonly transforms: readonly string[];
    /** Options that add fields to every line: `mixin`. */
    readonly mixins?: readonly string[];
  };
  /** Loggers that no code of the project makes: those of requests, or of the whole program. */
  readonly configures?: {
    /** Exports whose call takes their options, at the place of `redaction`. */
    readonly by: readonly string[];
    /** It gives each request a logger: `request.log`. */
    readonly requests?: true;
    /** Modules of other libraries whose loggers write through this one. */
    readonly standsFor?: readonly string[];
    /** Options that hold a logger which is made elsewhere. */
    readonly ready?: readonly string[];
  };
  /** Exports that take a function which gives a part of each line, or all of it, with its index. */
  readonly linesBy?: Readonly<Record<string, number>>;
  /** Packages that add the trace's id to each of its lines. */
  readonly tracedBy?: readonly string[];
  /** Of an error it keeps name, message and stack alone. */
  readonly bareErrors?: true;
}
