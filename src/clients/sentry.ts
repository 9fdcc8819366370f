import type { LoggerLibrary } from './schema.ts';

/**
 * An event keeps the error, and what `extra`, `contexts`, `tags` and breadcrumbs hold.
 */
export default {
  kind: 'logger',
  name: 'Sentry',
  readFrom: ['@sentry/core@11.12.0'],
  modules: [
    '@sentry/node',
    '@sentry/core',
    '@sentry/browser',
    '@sentry/react',
    '@sentry/nextjs',
    '@sentry/vue',
    '@sentry/angular',
    '@sentry/sveltekit',
    '@sentry/remix',
    '@sentry/aws-serverless',
    '@sentry/google-cloud-serverless',
    '@sentry/cloudflare',
    '@sentry/bun',
    '@sentry/deno',
    '@sentry/nestjs',
    '@sentry/react-native',
  ],
  instances: ['', 'default'],
  makes: [],
  types: [],
  children: { logger: { bindings: null } },
  methods: {
    captureException: 'error',
    captureMessage: 'info',
    captureEvent: 'info',
    addBreadcrumb: 'info',
    setContext: 'info',
    setExtra: 'info',
    setExtras: 'info',
    setTag: 'info',
    setTags: 'info',
  },
  order: 'any',
  structured: true,
  bareErrors: true,
  redaction: { argument: 0, paths: [], transforms: ['beforeSend', 'beforeBreadcrumb'] },
  configures: { by: ['init', 'default.init'] },
} as const satisfies LoggerLibrary;
