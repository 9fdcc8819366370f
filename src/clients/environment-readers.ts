/** How libraries read and check environment variables. Read from their own documentation. */
export interface EnvironmentSchema {
  readonly modules: readonly string[];
  /** Method of the chain that gives a default: `z.string().default('v')`. */
  readonly defaultMethods: readonly string[];
  /** Option of the call that gives one: `str({ default: 'v' })`. */
  readonly defaultOptions: readonly string[];
  /** Functions that take a schema and then its default: `optional(string(), 'v')`. */
  readonly defaultFunctions?: readonly string[];
  /** Chain method to put in the place of the default, where leaving it out makes the variable optional. */
  readonly required: string | null;
  /** Methods that throw where what they are given does not fit. */
  readonly checks?: readonly string[];
  /** Methods of the chain that no empty text gets through, some of them by a number from 1 on. */
  readonly refusesEmpty?: readonly string[];
}

export const environmentSchemas: readonly EnvironmentSchema[] = [
  {
    modules: ['zod', 'zod/v4', 'zod/v3', 'zod/mini'],
    defaultMethods: ['default', 'prefault', 'catch'],
    defaultOptions: [],
    required: null,
    checks: ['parse', 'parseAsync'],
    refusesEmpty: ['min', 'length', 'nonempty', 'url', 'email', 'uuid'],
  },
  {
    modules: ['joi', '@hapi/joi'],
    defaultMethods: ['default'],
    defaultOptions: [],
    required: 'required',
  },
  {
    modules: ['yup'],
    defaultMethods: ['default'],
    defaultOptions: [],
    required: 'required',
    checks: ['validateSync', 'validate'],
    refusesEmpty: ['min', 'length', 'required'],
  },
  { modules: ['envalid'], defaultMethods: [], defaultOptions: ['default'], required: null },
  {
    modules: ['@sinclair/typebox', 'typebox'],
    defaultMethods: [],
    defaultOptions: ['default'],
    required: null,
  },
  {
    modules: ['valibot'],
    defaultMethods: [],
    defaultOptions: [],
    defaultFunctions: [
      'optional',
      'nullish',
      'nullable',
      'undefinedable',
      'exactOptional',
      'fallback',
    ],
    required: null,
  },
  {
    modules: ['fluent-json-schema'],
    defaultMethods: ['default'],
    defaultOptions: [],
    required: 'required',
  },
  {
    modules: ['@julr/vite-plugin-validate-env', '@adonisjs/core/env'],
    defaultMethods: [],
    defaultOptions: ['default'],
    required: null,
  },
];

/** Readers whose chain begins with the variable's name: `env.get('X').default('v')`. */
export const environmentChains: readonly {
  readonly modules: readonly string[];
  readonly read: string;
  readonly defaultMethod: string;
  readonly required: string;
}[] = [{ modules: ['env-var'], read: 'get', defaultMethod: 'default', required: 'required' }];

/** Last names of functions that take a variable's name and a default. */
export const environmentGetters: readonly string[] = [
  'get',
  'env',
  'getEnv',
  'getenv',
  'getEnvVar',
  'getEnvOrDefault',
  'getOrDefault',
  'readEnv',
  'envVar',
  'envOr',
  'optional',
  'optionalEnv',
  'getString',
  'getConfig',
];

/**
 * Readers that have a method which throws where the variable is not set. Read from @nestjs/config 12.0.1.
 */
export const strictReaders: readonly {
  readonly modules: readonly string[];
  /** Exported class. */
  readonly name: string;
  readonly read: string;
  readonly required: string;
}[] = [{ modules: ['@nestjs/config'], name: 'ConfigService', read: 'get', required: 'getOrThrow' }];

/**
 * Functions that fill up what is not there: from the arguments after the environment, or, of a reader that
 * holds the environment, from all of them. Read from lodash 4.18.1 and nconf 0.13.0.
 */
export const defaultsFillers: readonly {
  readonly modules: readonly string[];
  readonly name: string;
  readonly takesEnvironment: boolean;
}[] = [
  {
    modules: ['lodash', 'lodash/defaults', 'underscore'],
    name: 'defaults',
    takesEnvironment: true,
  },
  { modules: ['nconf'], name: 'defaults', takesEnvironment: false },
];

/**
 * Functions that read a member of an object, and take what stands in for it: `get(process.env, 'X', 'v')`.
 * Read from lodash 4.18.1.
 */
export const memberReaders: readonly {
  readonly modules: readonly string[];
  /** The export; null where the module is the function. */
  readonly name: string | null;
}[] = [
  { modules: ['lodash', 'lodash-es', 'underscore'], name: 'get' },
  { modules: ['lodash/get', 'lodash-es/get', 'lodash.get'], name: null },
];
