/**
 * What is known of libraries, as data. A file a library; its default export is one of the kinds
 * below. No control flow, no functions: the facts read it.
 */

/** Where things of a library come from, and what each export is: the name of one of its `shapes`. */
interface Library {
  /** The name used in messages. */
  readonly name: string;
  /** Package and versions that every statement of the file was read from. */
  readonly readFrom: readonly string[];
  /** The module specifiers it is imported by. */
  readonly modules: readonly string[];
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS' | 'TRACE';

/** A limit of time that an option sets. */
export interface TimeoutOption {
  /** Dotted path inside the options: `timeout`, `timeout.request`. */
  readonly path: string;
  readonly unit: 'ms' | 's';
  /** The part of a request that it bounds. */
  readonly covers: 'overall' | 'connect' | 'read';
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
  /** Options that take an `AbortSignal`. */
  readonly signal?: readonly string[];
  readonly timeouts?: readonly TimeoutOption[];
  /** Options with this name look like timeouts and do nothing (`timeout` given to fetch). */
  readonly inert?: readonly string[];
  /** Options that hold a dispatcher or agent with timeouts of its own: what is passed there may bound the call. */
  readonly dispatcher?: readonly string[];
  /** Options (path to values) that make the body a stream: a timeout would cut it off. */
  readonly streams?: Readonly<Record<string, readonly (string | boolean)[]>>;
  /** The library's own retry options; its vocabulary is `RetryOptions`. */
  readonly retry?: readonly string[];
  /** Options that switch off throwing on an error status: name to the value that does. */
  readonly keepsErrorStatus?: Readonly<Record<string, boolean>>;
  /** Options that hold `(status) => boolean`, true for a status that does not throw; `null` lets all through. */
  readonly statusPredicates?: readonly string[];
}

/** How a library's retry options are named. Dotted paths inside the options (or its `retry`). */
export interface RetryOptions {
  /** The number of retries after the first attempt. */
  readonly retries?: readonly string[];
  /** The number of attempts, the first one included. */
  readonly attempts?: readonly string[];
  /** A bare number in place of the options is the number of retries. */
  readonly bareNumber?: true;
  /** Lists of status codes that are retried. */
  readonly statuses?: readonly string[];
  readonly methods?: readonly string[];
  /** Predicates `(error, …) => boolean` that decide on a retry. `error` tells what argument 0 holds. */
  readonly predicates?: readonly string[];
  /** Where predicates find the error (argument, and path inside it) and the response. Argument 0 where absent. */
  readonly predicateReads?: {
    readonly error: number;
    readonly path?: string;
    readonly response?: number;
  };
  /** Hooks that stop the retry by throwing. */
  readonly stops?: readonly string[];
  readonly firstMs?: readonly string[];
  readonly factor?: readonly string[];
  readonly capMs?: readonly string[];
  /** Booleans that switch randomness on. */
  readonly jitter?: readonly string[];
  /** Where `jitter` options are no booleans: the values that switch it on. */
  readonly jitterValues?: readonly string[];
  /** An option whose words choose how the delay grows. */
  readonly growth?: {
    readonly option: string;
    readonly values: Readonly<Record<string, 'constant' | 'linear' | 'exponential'>>;
  };
  /** Functions `(attempt, …) => ms`. */
  readonly delay?: readonly string[];
  /** Options that are the delay itself, constant. */
  readonly constantMs?: readonly string[];
  /** Booleans that switch retrying after a timeout on. */
  readonly timeouts?: readonly string[];
  /** The longest `Retry-After` that is obeyed. */
  readonly maxRetryAfterMs?: readonly string[];
  /** Writing the number of retries makes every method be retried, whatever `defaults.methods` says. */
  readonly everyMethodWhenSet?: true;
  /** What holds where nothing is written. `null`: the library has no such thing. */
  readonly defaults: {
    readonly retries: number | null;
    readonly statuses?: readonly number[];
    /** The methods that are retried; absent: all. */
    readonly methods?: readonly Method[];
    readonly networkErrors: boolean;
    readonly timeouts: boolean;
    readonly firstMs: number | null;
    readonly factor: number | null;
    readonly capMs: number | null;
    readonly jitter: boolean;
    readonly readsRetryAfter: boolean;
    /** The export of the library, a `condition`, that decides where no predicate is given. */
    readonly condition?: string;
    /** Retries whatever is thrown: the condition is left to the caller's function. */
    readonly everything?: true;
  };
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

/** A library (or platform function) that sends HTTP requests. */
export interface HttpClient extends Library {
  readonly kind: 'http';
  /** Globals that are one of its shapes: `{ fetch: 'fetch' }`. */
  readonly globals?: Readonly<Record<string, string>>;
  /** Exports by name to shape; `default` also stands for all of `module.exports`. */
  readonly exports: Readonly<Record<string, string>>;
  /** Type names (parameters, fields) to the shape that a value of that type has. */
  readonly types?: Readonly<Record<string, string>>;
  /** For libraries given by injection: modules of the types, where they differ from `modules`. */
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly options: OptionNames;
  /** Member of a shape whose properties are defaults of all its calls: `axios.defaults.timeout = 1`. */
  readonly defaultsMember?: string;
  /** Members of a response that tell whether it succeeded: `ok`, `status`, `statusCode`. */
  readonly statusMembers?: readonly string[];
  /** Functions of the module that take options for all calls after: `needle.defaults({ ... })`. */
  readonly defaultsCalls?: readonly string[];
  /** The protocol where the options name none. */
  readonly protocol?: 'http:' | 'https:';
  /** Calls give an RxJS Observable: nothing is sent before a subscription, and operators in its `pipe` may bound and retry it. */
  readonly observable?: true;
  /** Member where functions that change a request are registered: `interceptors.request.use`. */
  readonly interceptors?: { readonly request: string; readonly response: string };
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
    Record<string, Partial<HttpClient['defaults']> & { readonly options?: OptionNames }>
  >;
  readonly retry?: RetryOptions;
  /** Where a framework shares the answers of equal requests: files of these names under the folder, or these options. */
  readonly memoized?: { readonly folder: string; readonly files: readonly string[]; readonly options: readonly string[] };
  /** How a timeout is written in the client's own way; `{ms}` stands for the number. */
  readonly timeoutFix?: { readonly option: string; readonly text: string };
}

/** A library that runs a function again after it failed. */
export interface RetryLibrary extends Library {
  readonly kind: 'retry';
  readonly globals?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, RetryUse>>;
  readonly options: RetryOptions;
  /** The key under which a request's own options hold retry options; empty: beside them. */
  readonly requestOption?: string;
  /** Where versions differ: by version prefix (`3`, `4.1`; the longest that fits wins), what holds instead of the same-named entries above. */
  readonly majors?: Readonly<
    Record<
      string,
      {
        readonly defaults?: Partial<RetryOptions['defaults']>;
        readonly exports?: Readonly<Record<string, RetryUse>>;
        readonly options?: Partial<Omit<RetryOptions, 'defaults'>>;
      }
    >
  >;
}

/** How an export of a retry library is used. Arguments by index. */
export type RetryUse =
  /** `pRetry(task, options)`: runs `task`. */
  | {
      readonly does: 'run';
      readonly task: number;
      readonly options?: number;
      /** Argument that stops: `bail` of the task's parameters. */ readonly bail?: number;
      /** The task's parameter that must be called for a retry: what is thrown alone is not retried. */ readonly again?: number;
    }
  /** `axiosRetry(client, options)`: retries all requests of a client. */
  | {
      readonly does: 'attach';
      readonly client: number;
      readonly options?: number;
      /** Gives back a new client and leaves the old one as it is. */ readonly returns?: true;
    }
  /** `retry(policy, options)`: makes a policy whose member runs the task. */
  | {
      readonly does: 'policy';
      readonly handles?: number;
      readonly options: number;
      readonly run: string;
      /** Member that the task must call for a retry. */ readonly again?: string;
    }
  /** A condition that a policy handles: everything, or what a predicate lets through. */
  | {
      readonly does: 'handle';
      readonly predicate?: number;
      readonly everything?: true;
      /** The predicate gets what the task gave back, not an error. */ readonly of?: 'result';
      /** Chained members that widen it, to the argument that is their predicate. */ readonly or?: Readonly<
        Record<string, number>
      >;
    }
  /** A ready-made predicate: what it lets be retried. */
  | {
      readonly does: 'condition';
      readonly statuses: readonly (number | '4xx' | '5xx')[];
      readonly networkErrors: boolean;
      readonly timeouts: boolean;
      /** The methods whose error statuses are retried; all where absent. */ readonly methods?: readonly Method[];
      /** The methods whose network errors are retried; all where absent. */ readonly networkMethods?: readonly Method[];
    }
  /** A ready-made delay function or backoff class. */
  | {
      readonly does: 'delay';
      readonly growth: 'none' | 'constant' | 'linear' | 'exponential' | 'given';
      /** The argument that is the first (or only) delay, a list of delays, or a function that gives them (`given`). */ readonly argument?: number;
      /** Option and the values of it that take the randomness away. */ readonly withoutJitter?: {
        readonly option: string;
        readonly values: readonly string[];
      };
      readonly firstMs?: number;
      readonly factor?: number;
      readonly capMs?: number;
      readonly jitter: boolean;
      readonly readsRetryAfter?: true;
      readonly options?: number;
      readonly optionNames?: Pick<RetryOptions, 'firstMs' | 'capMs' | 'factor'>;
    }
  /** An error that ends the retry when it is thrown. */
  | { readonly does: 'abort' };

/** A library that bounds how much runs at a time, or how often. */
export interface Limiter extends Library {
  readonly kind: 'limiter';
  readonly exports: Readonly<Record<string, LimiterUse>>;
}

export type LimiterUse =
  /** `pLimit(10)`: makes a function (or object with `members`) that runs what it gets. */
  | {
      readonly does: 'limit';
      readonly concurrency?: { readonly argument: number; readonly option?: string };
      /** Calls of per-interval limiters. */ readonly interval?: true;
      /** Options that bound how often. */ readonly intervalOptions?: readonly string[];
      readonly members?: readonly string[];
      readonly construct?: true;
    }
  /** `pMap(items, task, { concurrency })`: runs a task for each item; no bound without the option. */
  | {
      readonly does: 'map';
      readonly items: number;
      readonly task: number;
      readonly concurrency?: { readonly argument: number; readonly option?: string };
      readonly bounded?: true;
    };

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
    }
  | {
      readonly form: 'decorator';
      readonly controller: string;
      readonly methods: readonly string[];
      readonly guards: readonly string[];
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
      /** Types that make any exported (or default exported) value such a handler. */ readonly types?: readonly string[];
    }
  | {
      readonly form: 'listener';
      readonly makes: readonly string[];
      /** -1: the last one. */ readonly argument: number;
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
  /** Functions that read from the event: `readBody(event)`, `getHeader(event, name)`. */
  readonly functions?: {
    readonly body: readonly string[];
    readonly rawBody: readonly string[];
    readonly headers: readonly string[];
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
  /** Functions that compute a signature (or hash), to be compared with the one that was sent. */
  readonly digests?: readonly string[];
  /** Globals that hold the same functions: `crypto`. */
  readonly globals?: readonly string[];
}

/** An SDK of a remote API that retries, times out and signs by itself. */
export interface Sdk extends Library {
  readonly kind: 'sdk';
  readonly exports: readonly string[];
  readonly defaults: { readonly timeoutMs: number | null; readonly retries: number };
  readonly options: {
    readonly timeoutMs?: string;
    readonly retries?: string;
    readonly idempotencyKey?: string;
  };
}

export type Client = HttpClient | RetryLibrary | Limiter | WebFramework | WebhookVerifier | Sdk;
