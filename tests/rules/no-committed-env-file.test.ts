import rule from '../../rules/no-committed-env-file.ts';
import { testRule } from '../rule-tester.ts';

// Put together here, so that no text of this file looks like a key.
const secret = ['mc', 'live', ['4xTq9Zw', '2LmR7vYb8NcK5'].join('')].join('_');
const plain = ['4xTq9Zw', '2LmR7vYb8NcK5'].join('');
const git = { '.git/HEAD': 'ref: refs/heads/main\n' };

interface Given {
  readonly name: string;
  readonly ignores?: Readonly<Record<string, string>>;
  readonly filename?: string;
  readonly code?: string;
}

const fine = ({
  name,
  ignores = {},
  filename = '.env',
  code = `API_SECRET=${secret}\n`,
}: Given) => ({
  name,
  filename,
  code,
  files: { ...git, ...ignores },
});
const committed = ({ code = `API_SECRET=[|${secret}|]\n`, ...rest }: Given) => ({
  ...fine({ code, ...rest }),
  errors: ['committed'],
});

testRule(rule, {
  valid: [
    fine({ name: 'ignored', ignores: { '.gitignore': '.env\n' } }),
    fine({
      name: 'ignored by a wildcard',
      ignores: { '.gitignore': '.env*\n!.env.example\n' },
      filename: '.env.production',
    }),
    fine({
      name: 'ignored from its own folder',
      ignores: { 'api/.gitignore': '/.env\n' },
      filename: 'api/.env',
    }),
    fine({
      name: 'ignored from above',
      ignores: { '.gitignore': '.env\n' },
      filename: 'packages/api/.env',
    }),
    fine({
      name: 'in an ignored folder',
      ignores: { '.gitignore': 'secrets/\n' },
      filename: 'secrets/prod/.env',
    }),
    fine({
      name: 'taken back in below an ignored folder',
      ignores: { '.gitignore': 'secrets/\n', 'secrets/.gitignore': '!.env\n' },
      filename: 'secrets/.env',
    }),
    fine({ name: 'excluded in the repository alone', ignores: { '.git/info/exclude': '.env\n' } }),
    fine({
      name: 'ignored with Windows line endings',
      ignores: { '.gitignore': '# env\r\n.env\r\nnode_modules\r\n' },
    }),
    { name: 'outside a repository', filename: '.env', code: `API_SECRET=${secret}\n` },
    fine({
      name: 'a template',
      filename: '.env.example',
      code: 'API_SECRET=\nAPI_KEY=your-api-key\nTOKEN=xxxxxxxx1\n',
    }),
    fine({
      name: 'no credentials',
      code: 'PORT=3000\nLOG_LEVEL=info\nAPI_URL=https://api.shop.io\nNEXT_PUBLIC_KEY=1\n',
    }),
    fine({
      name: 'references',
      code: 'API_SECRET=${VAULT_SECRET}\nAPI_KEY=op://vault/shop/key1\n',
    }),
    fine({ name: 'a test', filename: 'tests/fixtures/.env' }),
    fine({
      name: 'passwords of a local machine',
      filename: '.env.development',
      code: 'DB_PASSWORD=postgres1\nSESSION_SECRET=devsecret1\n',
    }),
    fine({
      name: 'encrypted',
      code: 'API_SECRET="encrypted:BDqDBibm4wsYqMpCjTQ6BsDHmMadg9K3dAt+Z9HPMfLEIRVz50hmLXPXRuDBXaJi"\n',
    }),
  ],
  invalid: [
    committed({ name: 'no .gitignore' }),
    committed({ name: 'one about other files', ignores: { '.gitignore': 'node_modules\ndist\n' } }),
    committed({
      name: 'taken back in',
      ignores: { '.gitignore': '.env*\n!.env.production\n' },
      filename: '.env.production',
    }),
    committed({
      name: 'taken back in by a deeper one',
      ignores: { '.gitignore': '.env\n', 'api/.gitignore': '!.env\n' },
      filename: 'api/.env',
    }),
    committed({
      name: 'only the one at the root is ignored',
      ignores: { '.gitignore': '/.env\n' },
      filename: 'api/.env',
    }),
    committed({ name: 'only local ones are ignored', ignores: { '.gitignore': '.env*.local\n' } }),
    committed({ name: 'a comment in .gitignore', ignores: { '.gitignore': '#.env\n' } }),
    committed({
      name: 'another file of its folder',
      ignores: { 'api/.gitignore': '.env\n' },
      filename: 'web/.env',
    }),
    committed({ name: 'of another name', filename: 'deploy/production.env' }),
    committed({
      name: 'the first of several',
      code: `PORT=3000\nexport API_KEY=[|"${plain}"|] # key\nTOKEN=${secret}\n`,
    }),
    committed({ name: 'a password', code: 'DB_PASSWORD=[|hunter2hunter2|]\n' }),
    committed({ name: 'a live key in a template', filename: '.env.example' }),
    committed({ name: 'Windows line endings', code: `A=1\r\nAPI_SECRET=[|${secret}|]\r\n` }),
  ],
});
