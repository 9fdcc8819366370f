// `npm run new-rule -- require-something`: writes the three files of a rule and no other.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ruleFiles } from './new-rule/templates.js';

const root = path.resolve(import.meta.dirname, '..');
const [name = ''] = process.argv.slice(2);

function refuse(reason) {
  console.error(reason);
  process.exit(1);
}

if (!/^[a-z]+(?:-[a-z0-9]+)+$/.test(name)) refuse('Usage: npm run new-rule -- require-something');
const files = Object.entries(ruleFiles(name));
const taken = files.find(([file]) => existsSync(path.join(root, file)));
if (taken) refuse(`${taken[0]} exists already.`);

for (const [file, text] of files) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  console.log(`wrote ${file}`);
}
console.log('Write the test, the rule and the page, then run `npm run update` and `npm test`.');
