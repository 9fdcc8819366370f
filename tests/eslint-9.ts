import { createRequire } from 'node:module';
import path from 'node:path';

const entries = ['', '/config', '/package.json', '/universal', '/use-at-your-own-risk'];

/** The folder of another ESLint 9 than the installed one; `npm run test:matrix` names it. */
const other = process.env['GO_LIVE_ESLINT_9'];

/** What stands for `eslint` and its entries where tests run in ESLint 9. Node's hooks come after this. */
export const eslint9: ReadonlyMap<string, string> = new Map(
  entries.map((entry) => [`eslint${entry}`, other ? fileIn(other, entry) : `eslint-v9${entry}`]),
);

/** A package may ask for itself by its name. */
function fileIn(folder: string, entry: string): string {
  return createRequire(path.join(folder, 'package.json')).resolve(`eslint${entry}`);
}
