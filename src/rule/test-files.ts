const FOLDERS: ReadonlySet<string> = new Set([
  '__test__',
  '__tests__',
  '__mocks__',
  '__fixtures__',
  'test',
  'tests',
  'spec',
  'specs',
  'fixture',
  'fixtures',
  'mock',
  'mocks',
  'e2e',
  'cypress',
  'jest',
  'stories',
  'seeds',
  'seeders',
]);

/** `integration-tests`, `e2e_test`, `renderFixtures`, `mock-server`, `test-samples`. */
const KIND_OF_TESTS =
  /^(?:unit|integration|acceptance|functional|e2e|end-to-end|smoke|contract|system|load)[-_.]tests?$|(?:[-_.]f|[a-z]F)ixtures?$|^(?:mocks?|fake|tests?)[-_](?:server|api|data|samples?|cases?|fixtures?|helpers?|utils?)$/;

const NAME =
  /(?:[.-](?:test|tests|spec|e2e|mock|mocks|fixture|fixtures|stories|story|smoke|bench)|\.(?:unit|integration))\.[cm]?[jt]sx?$/;

/** What Node's own test runner takes for a test by its name, `test.js`, `test_endpoint.js`, `mockOrders.ts`; what tests share, `testUtils.ts`. */
const RUN_AS_TEST = /^(?:tests?|test[-_].+|test(?:Utils?|Helpers?)|mocks?[-_A-Z].*)\.[cm]?[jt]s$/;

/** How a runner of tests is set up: `vitest.config.ts`, `jest-env-setup.js`, `setupTests.ts`. */
const SET_UP =
  /^(?:(?:playwright|cypress|vitest|jest|karma|wdio|nightwatch|testcafe)(?:[-_.][a-zA-Z\d]+){0,2}[-_.](?:config|conf|setup)|setup[-_.]?(?:[tT]ests?|jest|vitest))\.[cm]?[jt]sx?$/;

/** Fills a database with made-up people and their passwords: `seed.ts`, `seed-dev-data.ts`, `seedUsers.js`. */
const SEED =
  /^seeds?(?:[-_.]?(?:dev|demo|test|local|all|initial|db|database|data|users?|admin|script))*\.[cm]?[jt]s$/i;

/** Whether a file is a test, a fixture, a story, a mock or a seed, by its path. */
export function isTestFile(filename: string): boolean {
  const parts = filename.replaceAll('\\', '/').split('/');
  const name = parts.pop() ?? '';
  return (
    NAME.test(name) ||
    RUN_AS_TEST.test(name) ||
    SET_UP.test(name) ||
    SEED.test(name) ||
    parts
      .slice(-5)
      .some((folder) => FOLDERS.has(folder.toLowerCase()) || KIND_OF_TESTS.test(folder))
  );
}

/** Where frameworks and hosts write what they build, by names that nobody gives a folder of sources. */
const BUILT: ReadonlySet<string> = new Set([
  '.angular',
  '.astro',
  '.aws-sam',
  '.docusaurus',
  '.next',
  '.nitro',
  '.nuxt',
  '.open-next',
  '.output',
  '.parcel-cache',
  '.serverless',
  '.svelte-kit',
  '.turbo',
  '.vercel',
  '.vinxi',
  '.wrangler',
]);

/** What Netlify writes beside its own plugins and edge functions. */
const BUILT_BY_NETLIFY = /^(?:functions|edge-functions)-(?:internal|serve|dist)$/;

/** Whether a file is the output of a build, which its sources speak for, by its path. */
export const isBuildOutput = (filename: string): boolean =>
  filename
    .replaceAll('\\', '/')
    .split('/')
    .slice(0, -1)
    .some(
      (folder, at, folders) =>
        BUILT.has(folder) || (folders[at - 1] === '.netlify' && BUILT_BY_NETLIFY.test(folder)),
    );

/** Whether a file is there to be read and tried, with made-up values and against a sandbox. */
export function isExampleFile(filename: string): boolean {
  const folders = filename.replaceAll('\\', '/').split('/');
  const name = folders.pop() ?? '';
  return NAMED_EXAMPLE.test(name) || folders.some((folder) => EXAMPLES.test(folder));
}

/** `mint-example.mjs` */
const NAMED_EXAMPLE = /[-_.]example\.[cm]?[jt]sx?$/i;

/** `examples`, `sample-app`. */
const EXAMPLES =
  /^(?:examples?|samples?)(?:[-_](?:apps?|code|projects?|clients?|servers?|usage))?$/i;
