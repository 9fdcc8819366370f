import { expect, test } from 'vitest';
import { requireEnvironment } from '../../src/edits/require-environment.ts';
import { appliedTo } from './applied.ts';
import { factsIn } from '../facts/facts-in.ts';

function edited(code: string): string | null {
  const [read] = factsIn(code).envRead;
  return read ? appliedTo(code, requireEnvironment(read.default)) : null;
}

const zod = "import { z } from 'zod';\n";
const nest = "import { ConfigService } from '@nestjs/config';\n";
const check = (variable: string, read = `process.env.${variable}`) =>
  `if (!${read}) throw new Error('${variable} is not set');`;

test.each([
  [
    "const key = process.env.API_KEY || 'x1';",
    `${check('API_KEY')}\nconst key = process.env.API_KEY;`,
  ],
  [
    "function f() {\n  return process.env.API_KEY ?? 'x1';\n}",
    `function f() {\n  ${check('API_KEY')}\n  return process.env.API_KEY;\n}`,
  ],
  [
    "const key = process.env.API_KEY ? process.env.API_KEY : 'x1';",
    `${check('API_KEY')}\nconst key = process.env.API_KEY;`,
  ],
  [
    "const { API_KEY: key = 'x1' } = process.env;",
    `const { API_KEY: key } = process.env;\n${check('API_KEY', 'key')}`,
  ],
  [
    `${zod}z.object({ API_KEY: z.string().default('x1') });`,
    `${zod}z.object({ API_KEY: z.string() });`,
  ],
  [
    "const key = Deno.env.get('API_KEY') ?? 'x1';",
    `const key = Deno.env.get('API_KEY');\n${check('API_KEY', 'key')}`,
  ],
  [
    "const name = (process.env.SHOP_ENV as 'sandbox' | 'production') || 'sandbox';",
    `${check('SHOP_ENV')}\nconst name = process.env.SHOP_ENV as 'sandbox' | 'production';`,
  ],
  [
    `${nest}const url = (config: ConfigService) => config.get<string>('API_URL', 'https://sandbox.shop.io');`,
    `${nest}const url = (config: ConfigService) => config.getOrThrow<string>('API_URL');`,
  ],
  ["const o = { env: 'API_KEY', default: 'x1' };", "const o = { env: 'API_KEY' };"],
])('%s', (code, wanted) => {
  expect(edited(code)).toBe(wanted);
});

test.each([
  "process.env.API_KEY ||= 'x1';",
  "const key = config.get('API_KEY', 'x1');",
  "use(Deno.env.get('API_KEY') ?? 'x1');",
  "for (let key = Deno.env.get('API_KEY') ?? 'x1'; ; ) use(key);",
  "const key = process.env.API_KEY || /* for now */ 'x1';",
  "const f = () => process.env.API_KEY || 'x1';",
])('nothing for %s', (code) => {
  expect(edited(code)).toBeNull();
});
