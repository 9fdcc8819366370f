import js from '@eslint/js';
import tsParser from '@typescript-eslint/parser';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import regexp from 'eslint-plugin-regexp';
import { forbiddenRooms, layers, typesOnly } from './scripts/layers.js';

const budget = (max) => ['error', { max, skipBlankLines: true, skipComments: true }];

const runtimeImportOfLinter = {
  selector:
    'ImportDeclaration[importKind!="type"][source.value=/^(eslint|@typescript-eslint)(\\u002F|$)/]',
  message: 'Import types only: the plugin must load without ESLint and without TypeScript.',
};
const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name; default exports are for rules, clients, profiles and checklists.',
};
const regexes = [
  'Literal[regex]',
  'NewExpression[callee.name="RegExp"]',
  'CallExpression[callee.name="RegExp"]',
];
const regexInRule = regexes.map((selector) => ({
  selector,
  message: 'A rule reads facts. What a text looks like is a question for src/facts or src/values.',
}));

/** Source patterns of `rooms`, seen from any depth. */
const roomPattern = (rooms) => {
  const names = rooms.map((room) => room.replace('src/', '(?:src/)?')).join('|');
  return `^(?:\\.\\./)+(?:${names})/`;
};

const runtimeImportsOf = (rooms = []) =>
  rooms.map((room) => ({
    selector: `ImportDeclaration[importKind!="type"][source.value=/^(\\.\\.\\u002F)+${room.replace('/', '\\u002F')}\\u002F/]`,
    message: `Import only types from ${room}.`,
  }));

/** The room that is no part of the plugin but starts ESLint with it. */
const program = 'src/command';
const wholePlugin = {
  regex: '^(?:\\.\\./)+index\\.ts$',
  message: 'The plugin reads all; only the program reads it.',
};

/** One entry a room: it imports from the rooms below it and from no other. */
const layerEntries = Object.keys(layers).map((room) => ({
  files: [`${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: roomPattern(forbiddenRooms(room)),
            message: `${room} may import only from ${[...layers[room], 'itself'].join(', ')}.`,
          },
          ...(room === program ? [] : [wholePlugin]),
        ],
      },
    ],
  },
}));

export default defineConfig([
  globalIgnores([
    'docs/.vitepress/.temp/',
    'dist/',
    'coverage/',
    '.scratch/',
    'examples/',
    '**/fixtures/',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.js'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
      },
    },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tsParser },
    // The compiler answers these, and knows types.
    rules: {
      'no-undef': 'off',
      'no-unused-vars': 'off',
      'no-redeclare': 'off',
      'no-dupe-class-members': 'off',
    },
  },
  {
    files: ['rules/**/*.ts', 'src/rule/**/*.ts', 'tests/{rule,rules}/**/*.ts'],
    plugins: { 'eslint-plugin': eslintPlugin },
    extends: ['eslint-plugin/recommended'],
  },
  {
    files: ['index.ts', 'src/**/*.ts'],
    rules: {
      'max-lines': budget(300),
      'max-lines-per-function': budget(50),
      'max-depth': ['error', 3],
      'no-restricted-syntax': ['error', runtimeImportOfLinter, defaultExport],
    },
  },
  {
    // Text that is linted comes from anyone: no expression may take longer than the text is long.
    files: ['index.ts', 'src/**/*.ts', 'rules/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }],
      'regexp/no-super-linear-move': ['error', { report: 'certain' }],
    },
  },
  {
    // A checklist is one document, as long as its provider made it.
    files: ['src/checklists/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['index.ts', 'src/{clients,apis,checklists}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', runtimeImportOfLinter] },
  },
  {
    files: [`${program}/**/*.ts`],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['rules/**/*.ts'],
    rules: {
      'max-lines': budget(100),
      'max-depth': ['error', 2],
      'no-restricted-syntax': [
        'error',
        runtimeImportOfLinter,
        ...regexInRule,
        ...runtimeImportsOf(typesOnly.rules),
      ],
    },
  },
  ...layerEntries,
  {
    files: ['rules/**/*.ts'],
    ignores: ['rules/index.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.\\./src/(?:rule|edits|facts)/)',
              message: 'A rule imports from src/rule, src/edits and the types of src/facts alone.',
            },
          ],
        },
      ],
    },
  },
]);
