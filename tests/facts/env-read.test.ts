import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

function shown(code: string): string[] {
  return factsIn(code).envRead.map(({ variable, purpose, default: { form }, isEmpty, isChecked }) =>
    [
      variable,
      purpose,
      form,
      ...(isEmpty ? ['empty'] : []),
      ...(isChecked ? ['checked'] : []),
    ].join(' '),
  );
}

const zod = "import { z } from 'zod';\n";

test.each([
  ["const key = process.env.SHOP_API_KEY || 'x1';", 'SHOP_API_KEY credential operator'],
  ["const url = process.env.SHOP_URL ?? 'https://api.shop.io';", 'SHOP_URL address operator'],
  [
    "const url = process.env.SHOP_URL ? process.env.SHOP_URL : 'https://api.shop.io';",
    'SHOP_URL address conditional',
  ],
  ["process.env.SHOP_TOKEN ??= 'x1';", 'SHOP_TOKEN credential assignment'],
  ["const { SHOP_SECRET = 'x1' } = process.env;", 'SHOP_SECRET credential pattern'],
  ["const secret = config.get('SHOP_SECRET', 'x1');", 'SHOP_SECRET credential argument'],
  [
    `${zod}z.object({ SHOP_URL: z.string().default('https://api.shop.io') });`,
    'SHOP_URL address chain',
  ],
  ["const c = { env: 'SHOP_API_KEY', default: 'x1' };", 'SHOP_API_KEY credential option'],
  ["const e = process.env.SHOP_ENV || 'sandbox';", 'SHOP_ENV environment operator'],
  ["const port = process.env.PORT || '3000';", 'PORT other operator'],
  ["const e = process.env.NODE_ENV || 'development';", 'NODE_ENV other operator'],
  ["const key = import.meta.env.VITE_API_KEY || 'x1';", 'VITE_API_KEY credential operator'],
  ["const key = Deno.env.get('API_KEY') ?? 'x1';", 'API_KEY credential operator'],
  // A schema that the object is handed to refuses it.
  [
    `${zod}const S = z.object({ shop: z.object({ key: z.string().min(1) }) });\nconst raw = { shop: { key: process.env.SHOP_API_KEY ?? '' } };\nS.parse(raw);`,
    'SHOP_API_KEY credential operator empty checked',
  ],
  [
    `${zod}z.object({ url: z.string().url() }).parse({ url: process.env.SHOP_URL || '' });`,
    'SHOP_URL address operator empty checked',
  ],
  [
    `${zod}z.object({ key: z.string() }).parse({ key: process.env.SHOP_API_KEY ?? '' });`,
    'SHOP_API_KEY credential operator empty',
  ],
  [
    `${zod}z.object({ key: z.string().min(0) }).parse({ key: process.env.SHOP_API_KEY ?? '' });`,
    'SHOP_API_KEY credential operator empty',
  ],
  [
    `${zod}z.object({ key: z.string().min(1) }).safeParse({ key: process.env.SHOP_API_KEY ?? '' });`,
    'SHOP_API_KEY credential operator empty',
  ],
  ["const key = process.env.API_KEY ?? ''; use(key);", 'API_KEY credential operator empty'],
  [
    "const key = process.env.API_KEY ?? '';\nif (!key) throw new Error('API_KEY');",
    'API_KEY credential operator empty checked',
  ],
  [
    "const key = process.env.API_KEY ?? '';\nif (key === NONE || key.length < 1) throw new Error('API_KEY');",
    'API_KEY credential operator empty checked',
  ],
  [
    "const key = process.env.API_KEY ?? '';\nexport const refused = (given) => { if (given !== key) throw new Error(); };",
    'API_KEY credential operator empty',
  ],
])('%s', (code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  'const key = process.env.API_KEY;',
  'const key = process.env.API_KEY || process.env.OTHER_KEY;',
  'const key = process.env.API_KEY || null;',
  "const name = user.name || 'x1';",
  "const value = map.get('key', 'x1');",
])('no default: %s', (code) => {
  expect(shown(code)).toEqual([]);
});

test('defaults come in source order', () => {
  expect(
    shown("const { A_KEY = 'x1' } = process.env;\nconst b = process.env.B_KEY || 'x1';"),
  ).toEqual(['A_KEY credential pattern', 'B_KEY credential operator']);
});

test.each([
  ['https://api.shop.io/v1', true],
  ['api.shop.io:8443', true],
  ['http://api.shop.io', false],
  ['https://sandbox.shop.io', false],
  ['https://api-staging.shop.io', false],
  ['https://paysandbox.io', false],
  ['https://api.example.com', false],
  ['https://a1.ngrok.io', false],
  ['https://10.0.0.7', false],
  ['https://shop:8080', false],
  ['http://localhost:3000', false],
])('%s as the address of a production host: %s', (text, wanted) => {
  const [read] = factsIn(`const url = process.env.SHOP_URL || '${text}';`).envRead;
  expect(read?.isProductionHost).toBe(wanted);
});
