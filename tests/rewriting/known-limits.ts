import type { RewriteName } from './rewrite.ts';

/** Cases whose reports change when the same program is written otherwise, and why they do. */
interface KnownLimit {
  readonly cases: number;
  readonly why: string;
}

export const limits: Readonly<Record<RewriteName, Readonly<Record<string, KnownLimit>>>> = {
  'objects that are given have a name': {
    'no-sensitive-data-in-logs': {
      cases: 1,
      why: 'what a log function of the project is given, and what a query is made of, is looked for where it is given',
    },
  },
  'texts that are given have a name': {},
  'names get their value later': {
    'max-page-size': { cases: 1, why: 'search params are followed from their declaration' },
    'require-request-timeout': { cases: 1, why: '`self` is taken for `this` where it is declared' },
  },
  'objects that are given have a type': {
    'no-credentials-in-url': {
      cases: 1,
      why: 'the object of `axios({ url })` is looked for right in the call',
    },
  },
  'answers and errors may be missing': {},
  'comparisons begin with what is written out': {},
};
