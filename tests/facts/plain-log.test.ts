import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const shown = (code: string): string[] =>
  factsIn(code).plainLog.map(({ form, at }) => `${form} | ${code.slice(...at.range)}`);

const IN = (line: string) =>
  `export async function load(id) { const res = await fetch('https://api.example.com/v1'); ${line} }`;
const PINO = `import pino from 'pino';\nconst log = pino();\n`;

test.each([
  ['the console', IN(`console.log('loaded', id);`), 'console | console.log'],
  ['an error of the console', IN(`console.error('failed');`), 'console | console.error'],
  ['pasted', PINO + IN('log.info(`loaded ${id}`);'), 'pasted | `loaded ${id}`'],
  ['joined', PINO + IN(`log.warn('loaded ' + id);`), `pasted | 'loaded ' + id`],
  [
    'in a handler of messages',
    `${IN('')}\nworker.on('message', (m) => { console.log(m); });`,
    'console | console.log',
  ],
  [
    'where webhooks come in',
    `import express from 'express';\nconst app = express();\napp.post('/webhooks/a', (req, res) => { console.log(req.body.id); res.end(); });`,
    'console | console.log',
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  ['no integration', `export function f(id) { console.log('loaded', id); }`],
  ['fields', PINO + IN(`log.info({ id }, 'loaded');`)],
  ['fields beside a pasted text', PINO + IN('log.info({ id }, `loaded ${id}`);')],
  ['a text alone', PINO + IN(`log.info('loaded');`)],
  ['for debugging', PINO + IN('log.debug(`loaded ${id}`);')],
  ['one JSON object', IN(`console.log(JSON.stringify({ id }));`)],
  ['as the program starts', `${IN('')}\nconsole.log('ready');`],
  ['as it listens', `${IN('')}\napp.listen(80, () => { console.log('ready'); });`],
  ['as it gives up', IN(`if (!id) { console.error('no id'); process.exit(1); }`)],
  [
    'a program for a terminal',
    `import { program } from 'commander';\n${IN(`console.log('loaded');`)}`,
  ],
  ['a program with arguments', `const [, , at] = process.argv;\n${IN(`console.log('loaded');`)}`],
  ['a page', IN(`document.title = 'a'; console.log('loaded');`)],
  ['a component', `'use client';\n${IN(`console.log('loaded');`)}`],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});
