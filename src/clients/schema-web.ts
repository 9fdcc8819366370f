import type { Library } from './schema-library.ts';

/** Files with functions that a framework runs before the handlers of its other files. */
export interface FilesBefore {
  /** The folders of handlers that they stand beside, and whether a folder's name is a part of the path. */
  readonly beside: Readonly<Record<string, boolean>>;
  /** Without their extension; a folder with all its files ends in `/`. */
  readonly files: readonly string[];
  /** What they export. */
  readonly names: readonly string[];
  /** The export, and the way into it, that lists the paths they are for. */
  readonly matcher?: readonly string[];
}

/** What a framework runs before the methods of all controllers, or of some. */
export interface GlobalGuards {
  /** What the files that say so are called, without their extension: `main`, `*.module`. */
  readonly files: readonly string[];
  /** Methods of the application that take guards or middleware, with a path before them or without. */
  readonly methods: readonly string[];
  /** Tokens under which a guard is provided for all: `{ provide: TOKEN, useClass: Guard }`. */
  readonly tokens: readonly string[];
  /** `consumer.apply(Middleware).exclude(…).forRoutes(Controller, 'path')`. */
  readonly middleware: { readonly applies: string; readonly to: string };
}

/** How a web framework hands requests to handlers. */
export interface WebFramework extends Library {
  readonly kind: 'web';
  /**
   * `register`: calls such as `app.post(path, ...handlers)`, on values made by `makes` (or of `types`).
   * `decorator`: methods under `@Post(path)` in classes under `@Controller(path)`.
   * `export`: exported functions in files whose path matches one of `files`.
   */
  readonly forms: readonly HandlerForm[];
  /** How handlers read a request. Dotted paths from the named parameter, `()` marks a call. */
  readonly request: RequestReads;
  /**
   * How a handler answers: calls on the response parameter (on the request parameter where there is
   * none), `name=` is an assignment; a `return` answers too where `returns` is set.
   */
  readonly answers: { readonly calls: readonly string[]; readonly returns: boolean };
  /** What throws an error of the framework: methods of the request's object, functions of its modules. */
  readonly throws?: { readonly methods: readonly string[]; readonly functions: readonly string[] };
}

export type HandlerForm =
  | {
      readonly form: 'register';
      readonly makes: readonly string[];
      readonly types: readonly string[];
      readonly methods: readonly string[];
      readonly path: number;
      /** `route({ method, url, handler })`. */ readonly optionsMethod?: string;
      /** `app.route(path).post(handler)`: the member that takes the path. */ readonly pathMember?: string;
      /** What all its paths begin with: an option that it is made with, a method that gives it back with one. */
      readonly prefix?: { readonly option?: string; readonly method?: string };
    }
  | {
      readonly form: 'decorator';
      readonly controller: string;
      readonly methods: readonly string[];
      readonly guards: readonly string[];
      readonly global?: GlobalGuards;
      readonly parameters: Readonly<
        Record<string, 'body' | 'rawBody' | 'headers' | 'request' | 'response'>
      >;
    }
  | {
      readonly form: 'export';
      readonly files: readonly string[];
      readonly names: readonly string[];
      /** Functions that wrap the handler: `defineEventHandler(fn)`. */ readonly wrappers?: readonly string[];
      /** The handler is a member of the default export's object: `export default { fetch() {} }`. */ readonly member?: string;
      readonly before?: FilesBefore;
      /** Types that make any exported (or default exported) value such a handler. */ readonly types?: readonly string[];
    }
  | {
      readonly form: 'listener';
      readonly makes: readonly string[];
      /** -1: the last one. */ readonly argument: number;
      /** The event of what it makes that listeners are also registered for: `server.on('request', listener)`. */ readonly event?: string;
      /** Globals that have the functions of `makes` as members. */ readonly globals?: readonly string[];
      /** The listener is this member of an object that is the argument. */ readonly member?: string;
      /** The member of that object that holds handlers by path, and there by method. */ readonly routes?: string;
    };

export interface RequestReads {
  /** Index of the handler's parameter that is the request, event or context. */
  readonly parameter: number;
  readonly response?: number;
  /** Parsed payload: `body`, `req.json()`, `json()`. */
  readonly body: readonly string[];
  /** Unparsed payload: `rawBody`, `text()`, `arrayBuffer()`. */
  readonly rawBody: readonly string[];
  /** Header reads: `headers.*` for a property, `get(*)`, `header(*)`, `headers.get(*)` for a call. */
  readonly headers: readonly string[];
  /** Types of the request parameter. */
  readonly types?: readonly string[];
  /** Middleware (module and export, `express.raw`) after which `body` is unparsed. */
  readonly rawMiddleware?: readonly string[];
  /** Functions that make middleware which parses JSON for every route behind it. */
  readonly jsonParsers?: readonly { readonly module: string; readonly name: string }[];
  /** The body is parsed by itself, unless the file exports this path as `false`: `config.api.bodyParser`. */
  readonly parsedUnless?: readonly string[];
  /** Functions that read from the event: `readBody(event)`, `getHeader(event, name)`. */
  readonly functions?: {
    readonly body: readonly string[];
    readonly rawBody: readonly string[];
    readonly headers: readonly string[];
    /** Those that give the fields of its query or path. */
    readonly fields?: readonly string[];
    /** Those that answer, or look at something else of the request: none of them verifies it. */
    readonly others?: readonly string[];
  };
}

/** An SDK that verifies the signature of a webhook. */
export interface WebhookVerifier extends Library {
  readonly kind: 'verifier';
  /** Functions and methods that throw or reject when the signature is wrong. Dotted from export, `new X().verify`. */
  readonly throwing: readonly string[];
  /** Functions that give back true or false. */
  readonly answering: readonly string[];
  /** Middleware or wrappers that verify before the handler runs. */
  readonly middleware?: readonly string[];
  /** Those of `throwing` and `answering` that give a promise: not awaited, they verify nothing. */
  readonly promising?: readonly string[];
  /** Functions that answer with an object, to its property that is true or false. */
  readonly reporting?: Readonly<Record<string, string>>;
  /** Functions that compute a signature with a key, to be compared with the one that was sent. */
  readonly digests?: readonly string[];
  /** Functions that compute a hash without a key. */
  readonly hashes?: readonly string[];
  /** Those of `answering` that throw where the two sides are not of one length. */
  readonly equalLength?: readonly string[];
  /** Functions that tell whether two things are equal, or fail where they are not, and stop at the first difference. */
  readonly unsafe?: readonly string[];
  /** The comparison that fixes bring in: what it is called, and from where it is imported. */
  readonly suggested?: { readonly name: string; readonly module: string };
  /** Globals that hold the same functions: `crypto`. */
  readonly globals?: readonly string[];
}
