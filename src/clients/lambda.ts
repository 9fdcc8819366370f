import type { WebFramework } from './schema.ts';

/** AWS Lambda behind a gateway, function URL or load balancer. `event.body` is the unparsed text, in base64 where `isBase64Encoded` says so. */
const framework: WebFramework = {
  kind: 'web',
  name: 'AWS Lambda',
  readFrom: ['@types/aws-lambda@8.10.164'],
  modules: ['aws-lambda'],
  forms: [
    {
      form: 'export',
      files: ['**/*.{ts,js,mjs,cjs,mts,cts}'],
      names: ['handler'],
      types: [
        'APIGatewayProxyHandler',
        'APIGatewayProxyHandlerV2',
        'APIGatewayProxyHandlerV2WithJWTAuthorizer',
        'APIGatewayProxyHandlerV2WithLambdaAuthorizer',
        'APIGatewayProxyHandlerV2WithIAMAuthorizer',
        'APIGatewayProxyWithLambdaAuthorizerHandler',
        'APIGatewayProxyWithCognitoAuthorizerHandler',
        'ProxyHandler',
        'LambdaFunctionURLHandler',
        'LambdaFunctionURLHandlerWithIAMAuthorizer',
        'ALBHandler',
      ],
    },
  ],
  request: {
    parameter: 0,
    body: [],
    rawBody: ['body'],
    headers: ['headers.*', 'multiValueHeaders.*'],
    types: ['APIGatewayProxyEvent', 'APIGatewayProxyEventV2', 'LambdaFunctionURLEvent', 'ALBEvent'],
  },
  answers: { calls: [], returns: true },
};

export default framework;
