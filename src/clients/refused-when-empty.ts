/** A client that throws where it is made with an empty text. */
export interface RefusesEmpty {
  /** None for what is there without an import. */
  readonly modules: readonly string[];
  /** The export that makes it. */
  readonly name: string;
  readonly construct: boolean;
  /** Indices of the arguments that must not be empty. */
  readonly arguments: readonly number[];
  /** Only where it is given this many: with more, the others stand in. */
  readonly given?: number;
}

/** By the standards of the web, and read from @supabase/supabase-js 2.39.0 and 2.109.0, grammy 1.46.0, resend 1.0.0 and 6.38.0. */
export const refusesEmpty: readonly RefusesEmpty[] = [
  {
    modules: ['@supabase/supabase-js'],
    name: 'createClient',
    construct: false,
    arguments: [0, 1],
  },
  { modules: [], name: 'URL', construct: true, arguments: [0], given: 1 },
  { modules: ['grammy', 'grammy/web'], name: 'Bot', construct: true, arguments: [0] },
  { modules: ['resend'], name: 'Resend', construct: true, arguments: [0] },
];
