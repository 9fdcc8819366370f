import type { Library, Method } from './schema-library.ts';
import type { RetryOptions } from './schema-retry.ts';

/** A limit of time that an option sets. */
export interface TimeoutOption {
  /** Dotted path inside the options: `timeout`, `timeout.request`. */
  readonly path: string;
  readonly unit: 'ms' | 's';
  /** The part of a request that it bounds. */
  readonly covers: 'overall' | 'connect' | 'read';
  /** A point in time (a Date, or milliseconds since 1970) and no length of it. */
  readonly absolute?: true;
  /** The values that switch it off, besides those that are no positive finite number. */
  readonly off?: readonly (number | false | null)[];
  /** An option that bounds only a part (`connect`) does not count as a timeout for the call. */
  readonly partial?: true;
  /** Passing it only emits this event: the request goes on unless a listener ends it. */
  readonly event?: string;
}

/** The names that a library's options have for what every request has. Dotted paths. */
export interface OptionNames {
  readonly url?: readonly string[];
  readonly baseUrl?: readonly string[];
  /** Host and path given apart (`http.request({ host, path, protocol })`). */
  readonly host?: readonly string[];
  readonly path?: readonly string[];
  readonly protocol?: readonly string[];
  readonly method?: readonly string[];
  readonly headers?: readonly string[];
  /** Request bodies: `json` holds an object, `text` what was serialised by the caller. */
  readonly json?: readonly string[];
  readonly text?: readonly string[];
  readonly query?: readonly string[];
  /** Options by which an answer is kept for equal requests. */
  readonly keeps?: readonly string[];
  /** Options that take an `AbortSignal`. */
  readonly signal?: readonly string[];
  readonly timeouts?: readonly TimeoutOption[];
  /** Options with this name look like timeouts and do nothing (`timeout` given to fetch). */
  readonly inert?: readonly string[];
  /** Options that hold a dispatcher or agent with timeouts of its own: what is passed there may bound the call. */
  readonly dispatcher?: readonly string[];
  /** Options (path to values) that make the body a stream: a timeout would cut it off. */
  readonly streams?: Readonly<Record<string, readonly (string | boolean)[]>>;
  /** Options with functions that may change a request before it goes out, its headers too. */
  readonly requestHooks?: readonly string[];
  /** Options that switch compressed answers off: name to the value that does. */
  readonly compression?: Readonly<Record<string, boolean>>;
  /** The library's own retry options; its vocabulary is `RetryOptions`. */
  readonly retry?: readonly string[];
  /** Options that switch off throwing on an error status: name to the value that does. */
  readonly keepsErrorStatus?: Readonly<Record<string, boolean>>;
  /** Options that hold `(status) => boolean`, true for a status that does not throw; `null` lets all through. */
  readonly statusPredicates?: readonly string[];
  /** Options that hold the user's name of a header of the scheme `Basic`. */
  readonly basicUser?: readonly string[];
  /** Options that name the scheme under which a credential goes into the header. */
  readonly authScheme?: readonly string[];
}

/** What happens when a shape is called, constructed, or a member of it is. Arguments by index. */
export type Signature =
  | {
      readonly does: 'request';
      readonly method?: Method;
      /** The argument that is the URL. */
      readonly url?: number;
      readonly options?: number;
      /** The options may stand where the URL does: `axios({ url })`, `got({ url })`, `http.request({ host })`. */
      readonly optionsFirst?: true;
      readonly body?: number;
      /** With these methods the options stand where the body does, if nothing follows: `needle('get', url, options)`. */
      readonly optionsForBody?: readonly Method[];
      /** The argument that names the method: `needle('get', url)`. */
      readonly methodArgument?: number;
      /** The argument that is a document of GraphQL: that says whether it asks or changes something, and no method. */
      readonly document?: number;
      /** The call gives back a builder: calls chained on it are looked up in this shape. */
      readonly chain?: string;
      /** The answer is a stream: a timeout would cut it off. */
      readonly streams?: true;
    }
  | {
      readonly does: 'create';
      /** The shape of the instance that is made. */
      readonly shape: string;
      readonly options?: number;
      /** The options have a member of this name, a function that gives those of the client. */
      readonly factory?: string;
      /** The argument that is the base URL. */
      readonly baseUrl?: number;
      /** The instance keeps the defaults of what it is made from. */
      readonly inherits?: true;
    }
  /** Sets an option of a builder: `.timeout(5000)`, `.set('name', value)`, `.set({ name: value })`; the option `*` is all of them: `.options({ ... })`. */
  | {
      readonly does: 'set';
      readonly option: string;
      readonly argument?: number;
      readonly name?: number;
      readonly chain: string;
      /** A second option that the same call sets. */
      readonly also?: { readonly option: string; readonly argument: number };
    };

export interface Shape {
  /** The thing itself is called. */
  readonly call?: Signature;
  /** The thing is constructed. */
  readonly construct?: Signature;
  readonly members?: Readonly<Record<string, Signature | string>>;
}

/** Which parameter of a hook it is, or which member of that. */
export interface HookParameter {
  readonly parameter: number;
  readonly member?: string;
}

/** A library (or platform function) that sends HTTP requests. */
export interface HttpClient extends Library {
  readonly kind: 'http';
  /** Globals that are one of its shapes: `{ fetch: 'fetch' }`. */
  readonly globals?: Readonly<Record<string, string>>;
  /** Exports by name to shape; `default` also stands for all of `module.exports`. */
  readonly exports: Readonly<Record<string, string>>;
  /** Type names (parameters, fields) to the shape that a value of that type has. */
  readonly types?: Readonly<Record<string, string>>;
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly options: OptionNames;
  /** Member of a shape whose properties are defaults of all its calls: `axios.defaults.timeout = 1`. */
  readonly defaultsMember?: string;
  /** Members of a response that tell whether it succeeded: `ok`, `status`, `statusCode`. */
  readonly statusMembers?: readonly string[];
  /** Functions of the module that take options for all calls after: `needle.defaults({ ... })`. */
  readonly defaultsCalls?: readonly string[];
  /** An instance is made without headers: each call brings its own. */
  readonly hasHeadersPerCall?: true;
  /** Asks for compressed answers by itself, and unpacks them, where no header says otherwise. */
  readonly asksForCompression?: true;
  /** The protocol where the options name none. */
  readonly protocol?: 'http:' | 'https:';
  /**
   * Answers and failures go to functions that a call is given: nothing around the call gets them. The
   * parameters, by index, of the one that is given last. `orPromise`: a call that is given none gives
   * a promise.
   */
  readonly answersCallback?: {
    readonly response: number;
    readonly body?: number;
    readonly orPromise?: true;
  };
  /** Calls give an RxJS Observable: nothing is sent before a subscription, and operators in its `pipe` may bound and retry it. */
  readonly observable?: true;
  /**
   * What hands a request on in an interceptor, whose result is that of all requests: its types, to the
   * member that does (none: it is called itself), and the types of functions, to their parameter that is one.
   */
  readonly handlers?: {
    readonly types: Readonly<Record<string, string | null>>;
    readonly functions: Readonly<Record<string, number>>;
  };
  /** Member where functions that change a request are registered: `interceptors.request.use`. */
  readonly interceptors?: { readonly request: string; readonly response: string };
  /** Member that is given objects, and their function that gets each request: `client.use({ onRequest() {…} })`. */
  readonly middleware?: { readonly member: string; readonly request: string };
  /** Options (dotted) with functions that get each response, and which of their parameters, or what member of it, that is. */
  readonly responseHooks?: Readonly<Record<string, HookParameter>>;
  /** Options (dotted) with functions that get what each request is sent with, in the same way. */
  readonly sentHooks?: Readonly<Record<string, HookParameter>>;
  readonly defaults: {
    /** The time after which a request is given up where nothing is set; null: never. */
    readonly timeoutMs: number | null;
    /** Error statuses reject or throw by themselves. */
    readonly throwsOnErrorStatus: boolean;
    /** The result is a Response whose `ok`/`status` must be looked at. */
    readonly response?: true;
  };
  /** Where majors differ: the range of the project's package.json decides, else `defaults` are not known. */
  readonly majors?: Readonly<
    Record<
      string,
      Partial<HttpClient['defaults']> & {
        readonly options?: OptionNames;
        readonly timeoutFix?: NonNullable<HttpClient['timeoutFix']>;
      }
    >
  >;
  /** Classes that hold headers: what they are made with and what `set` and `append` add are headers. */
  readonly headersClasses?: readonly string[];
  /** Functions, by module, that give the instance of the class that they are given. */
  readonly injectors?: Readonly<Record<string, string>>;
  /**
   * An instance that is injected is made without options. What may change its requests is set up in
   * files of such names above, or in what those import that gather others, in such words.
   */
  readonly setUp?: {
    readonly files: RegExp;
    readonly says: RegExp;
    /** What one of them must say for the instance to be one without options. */
    readonly plain?: RegExp;
    /** A file that takes others in by importing them, and what they set up with them. */
    readonly gathers?: RegExp;
  };
  readonly retry?: RetryOptions;
  /** The errors that its calls fail with. */
  readonly failure?: {
    /** Members (dotted) that hold the request as it was sent, headers included. */
    readonly request: readonly string[];
    /** Whoever prints the error prints these too. */
    readonly printed?: true;
    /** Methods that give them all: `toJSON`. */
    readonly dumps?: readonly string[];
    /** Option of a request that lists what is blotted out in its errors. */
    readonly redact?: string;
    /** Exports that tell such an error: classes, and functions that answer yes or no. */
    readonly known: readonly string[];
  };
  /** Where a framework shares the answers of equal requests: files of these names under the folder, or these options. */
  readonly memoized?: {
    readonly folder: string;
    readonly files: readonly string[];
    readonly options: readonly string[];
  };
  /** How a timeout is written in the client's own way; `{ms}` stands for the number. */
  readonly timeoutFix?: { readonly option: string; readonly text: string };
}
