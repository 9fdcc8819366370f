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
  /** Options of the first argument that must not be empty. */
  readonly options?: readonly string[];
}

const SHOPIFY = { construct: false, arguments: [], options: ['apiKey', 'apiSecretKey'] } as const;

/**
 * By the standards of the web, and read from @supabase/supabase-js 2.39.0 and 2.109.0, grammy 1.46.0,
 * resend 1.0.0 and 6.38.0, @line/bot-sdk 7.5.2, @shopify/shopify-api 13.1.0, which @shopify/shopify-app-remix 4.2.1,
 * -react-router 1.2.1 and -express 7.0.1 hand their options to as they are.
 */
export const refusesEmpty: readonly RefusesEmpty[] = [
  {
    modules: ['@supabase/supabase-js'],
    name: 'createClient',
    construct: false,
    arguments: [0, 1],
  },
  { modules: [], name: 'URL', construct: true, arguments: [0], given: 1 },
  { modules: [], name: 'URL', construct: true, arguments: [1], given: 2 },
  { modules: ['grammy', 'grammy/web'], name: 'Bot', construct: true, arguments: [0] },
  { ...SHOPIFY, modules: ['@shopify/shopify-api'], name: 'shopifyApi' },
  {
    ...SHOPIFY,
    modules: [
      '@shopify/shopify-app-remix/server',
      '@shopify/shopify-app-react-router/server',
      '@shopify/shopify-app-express',
    ],
    name: 'shopifyApp',
  },
  { modules: ['resend'], name: 'Resend', construct: true, arguments: [0] },
  {
    modules: ['@line/bot-sdk'],
    name: 'Client',
    construct: true,
    arguments: [],
    options: ['channelAccessToken'],
  },
];
