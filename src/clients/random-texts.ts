/** How long the texts are that functions make at random. Read from Node 22, nanoid 5.1.6 and uid 2.0.2. */
export interface RandomText {
  /** Module specifiers; empty: a global. */
  readonly modules: readonly string[];
  readonly name: string;
  /** The argument that says how much; absent: nothing does. */
  readonly argument?: number;
  /** What it counts: bytes that are still to be encoded, or characters. */
  readonly unit: 'bytes' | 'characters';
  /** How many where it is left out. */
  readonly default: number;
}

const crypto = ['crypto', 'node:crypto'];

export const randomTexts: readonly RandomText[] = [
  { modules: crypto, name: 'randomBytes', argument: 0, unit: 'bytes', default: 0 },
  { modules: crypto, name: 'pseudoRandomBytes', argument: 0, unit: 'bytes', default: 0 },
  {
    modules: ['nanoid', 'nanoid/non-secure'],
    name: 'nanoid',
    argument: 0,
    unit: 'characters',
    default: 21,
  },
  { modules: ['uid', 'uid/secure'], name: 'uid', argument: 0, unit: 'characters', default: 11 },
  { modules: [], name: 'Math.random', unit: 'characters', default: 11 },
];

/** Methods and functions of schema libraries that set the shortest length of a text. */
export const lengthMethods: readonly {
  readonly modules: readonly string[];
  readonly names: readonly string[];
}[] = [
  { modules: ['zod', 'zod/v4', 'zod/v3', 'zod/mini'], names: ['min', 'length', 'minLength'] },
  { modules: ['joi', '@hapi/joi', 'celebrate'], names: ['min', 'length'] },
  { modules: ['yup'], names: ['min', 'length'] },
  { modules: ['valibot'], names: ['minLength', 'length'] },
  { modules: ['superstruct'], names: ['size'] },
  { modules: ['@vinejs/vine', '@adonisjs/core/env'], names: ['minLength'] },
];
