import type { WebFramework } from './schema.ts';

/** NestJS. What a method returns is the answer unless it takes the response. `rawBody` is there only when the application is made with `rawBody: true`. */
const framework: WebFramework = {
  kind: 'web',
  name: 'NestJS',
  readFrom: ['@nestjs/common@11.2.10'],
  modules: ['@nestjs/common'],
  forms: [
    {
      form: 'decorator',
      controller: 'Controller',
      methods: ['Post', 'Put', 'Patch', 'Delete', 'Get', 'Head', 'Options', 'All'],
      guards: ['UseGuards', 'UseInterceptors'],
      global: {
        files: ['main', 'bootstrap', 'app', 'setup', '*.module', '*.setup'],
        methods: ['useGlobalGuards', 'useGlobalInterceptors', 'use'],
        tokens: ['APP_GUARD', 'APP_INTERCEPTOR'],
        middleware: { applies: 'apply', to: 'forRoutes' },
      },
      parameters: {
        Body: 'body',
        RawBody: 'rawBody',
        Headers: 'headers',
        Req: 'request',
        Request: 'request',
        Res: 'response',
        Response: 'response',
      },
    },
  ],
  request: {
    parameter: 0,
    body: ['body'],
    rawBody: ['rawBody'],
    headers: ['headers.*', 'get(*)', 'header(*)'],
    types: ['RawBodyRequest'],
  },
  answers: { calls: ['send', 'json', 'sendStatus', 'end', 'redirect'], returns: true },
};

export default framework;
