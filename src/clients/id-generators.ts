/** Functions of a library that make an id which no other call makes. */
export interface IdGenerator {
  /** Module specifiers; empty: globals. */
  readonly modules: readonly string[];
  /** The exports, `default` for the module itself; a dotted path for a member of one. */
  readonly makes: readonly string[];
}

/** Read from the libraries' own documentation. Ids from a name (uuid v3 and v5) are no fresh ones. */
export const idGenerators: readonly IdGenerator[] = [
  { modules: [], makes: ['crypto.randomUUID', 'Bun.randomUUIDv7', 'crypto.getRandomValues'] },
  {
    modules: ['crypto', 'node:crypto'],
    makes: ['randomUUID', 'randomBytes', 'webcrypto.randomUUID'],
  },
  { modules: ['uuid'], makes: ['v1', 'v4', 'v6', 'v7', 'default'] },
  {
    modules: ['uuid/v1', 'uuid/v4', 'uuidv4', 'uuid4', 'uuid-random', 'short-uuid'],
    makes: ['default', 'uuid', 'uuidv4', 'generate'],
  },
  { modules: ['uuidv7'], makes: ['uuidv7', 'uuidv4', 'default'] },
  { modules: ['ulid', 'ulidx', 'id128'], makes: ['ulid', 'default', 'Ulid.generate'] },
  { modules: ['nanoid', 'nanoid/async', 'nanoid/non-secure'], makes: ['nanoid', 'default'] },
  { modules: ['ksuid'], makes: ['randomSync', 'random'] },
  { modules: ['@paralleldrive/cuid2'], makes: ['createId', 'default'] },
  { modules: ['cuid'], makes: ['default', 'slug'] },
  { modules: ['xid-js', 'shortid', 'uniqid', 'hyperid'], makes: ['default', 'generate', 'next'] },
  { modules: ['@napi-rs/uuid'], makes: ['v4'] },
  { modules: ['typeid-js'], makes: ['typeid'] },
  { modules: ['bson', 'mongodb'], makes: ['ObjectId'] },
];

/** Functions that make such a generator: `customAlphabet('abc', 10)`. */
export const idGeneratorMakers: readonly IdGenerator[] = [
  { modules: ['nanoid', 'nanoid/non-secure'], makes: ['customAlphabet', 'customRandom'] },
  { modules: ['ulid', 'ulidx'], makes: ['monotonicFactory', 'factory'] },
  { modules: ['@paralleldrive/cuid2'], makes: ['init'] },
];
