import type { OptionNames } from './schema-http.ts';
import type { Library } from './schema-library.ts';

/** How a client is told that is an object of a class which a generator wrote, or that a function gives. */
export interface RpcClients {
  /** Exports that give a class of clients, or a tree of such classes. */
  readonly classes?: readonly string[];
  /** Exports that classes of clients extend, or are. */
  readonly bases?: readonly string[];
  /** Endings of the modules that a generator writes, and of its classes of clients. */
  readonly generated?: { readonly modules: readonly string[]; readonly name: string };
  /**
   * The text of a generated class is often not there: whatever is constructed with what these
   * exports give (or a value of these types), as that argument, is a client.
   */
  readonly marks?: {
    readonly argument: number;
    readonly exports: readonly string[];
    readonly types: readonly string[];
    /** Methods of a mark that give another one. */
    readonly members: readonly string[];
  };
  /** Exports that give a client. */
  readonly makers?: readonly string[];
  /** Where the options stand that a client is made with. */
  readonly options: {
    readonly argument: number;
    /** They are those of a call that stands as `at`: `createClient(service, createTransport(options))`. */
    readonly inside?: {
      readonly at: number;
      readonly modules: readonly string[];
      readonly exports: readonly string[];
    };
  };
  /** The remote address: an argument of the call that takes the options, or one of those. */
  readonly address: number | string;
  /** An argument with options for all calls, in a form that is not read. */
  readonly moreOptions?: number;
}

/** A library whose clients have the procedures of a remote service for methods: no list can name them. */
export interface RpcLibrary extends Library {
  readonly kind: 'rpc';
  readonly clients: RpcClients;
  readonly calls: {
    /** Where the one answer goes; `callback`: to the last argument. A call without it gives a stream. */
    readonly answer: 'callback' | 'promise';
    /** What may stand between the request and the options: types, and the names it goes by. */
    readonly headers?: { readonly types: readonly string[]; readonly names: readonly string[] };
    /** The types that generators write take options behind headers only. */
    readonly typedBehindHeaders?: true;
    /** Methods of clients that call no procedure. */
    readonly others: readonly string[];
    /** Methods that are told the procedure: the argument that is the request. */
    readonly told?: Readonly<Record<string, number>>;
    /** The method of what a call gives back that ends it. */
    readonly cancel?: string;
  };
  /** Options of a call, and of a client where they have other names. */
  readonly options: Pick<OptionNames, 'timeouts' | 'signal' | 'dispatcher'>;
  /** An option of clients that holds rules for calls, and what in it bounds them. */
  readonly policy?: { readonly option: string; readonly bound: string };
  readonly defaults: { readonly timeoutMs: number | null };
  readonly timeoutFix: { readonly option: string; readonly text: string };
}
