// Code with texts that look like credentials and are none.

/**
 * @param {import('./randomness.js').Randomness} random
 * @returns {{ name: string, code: string, filePath?: string }[]}
 */
export function silent({ text, bytes, HEX, ALNUM }) {
  /** @param {number} count @param {(index: number) => string} write */
  const many = (count, write) =>
    Array.from({ length: count }, (_, index) => write(index)).join('\n');
  const words = ['password', 'token', 'apiKey', 'secret', 'credentials', 'authToken', 'privateKey'];
  const each = (write) => words.map(write).join('\n');
  return [
    {
      name: 'message tables',
      code: each(
        (word) =>
          `export const ${word}Messages = { ${word}: 'errors.${word}.incorrect', ${word}Label: 'Your ${word}', ${word}Hint: 'Must have 8+ characters', '${word}_expired': '${word}_expired_error' };`,
      ),
    },
    {
      name: 'other languages',
      code: "export default { password: 'Passwort', token: 'Jeton', secretKey: 'Clé secrète', apiKey: 'Clave de API', passwordReset: 'パスワードを再設定', tokenExpired: 'Срок действия истёк' };",
    },
    {
      name: 'names of storage keys',
      code: "const TOKEN_KEY = 'jwtToken'; const REFRESH_TOKEN = 'refresh_token'; localStorage.setItem('accessToken', t); export const KEYS = { TOKEN: 'app.auth.token', apiKey: 'settings:api-key', SECRET: '@shop/secret' };",
    },
    {
      name: 'names of headers',
      code: "const API_KEY_HEADER = 'x-api-key'; const headers = { token: 'X-Auth-Token', secret: 'X-Webhook-Secret', signature: 'x-hub-signature-256', apiKey: 'Ocp-Apim-Subscription-Key' };",
    },
    {
      name: 'names of variables',
      code: "const names = { apiKey: 'SHOP_API_KEY', secret: 'STRIPE_WEBHOOK_SECRET_V2', token: 'GITHUB_TOKEN_2024', password: 'DB_PASSWORD1' }; const secret = getSecret('prod/shop/api-key');",
    },
    {
      name: 'classes of a style sheet',
      code: "const password = 'w-full rounded-md px-3 py-2 text-sm2'; const tokenClass = 'token-keyword-4f'; const designTokens = { colorToken: 'blue-500', spaceToken: 'space-x-4' };",
    },
    {
      name: 'hashes',
      code: many(
        20,
        () =>
          `check({ integrity: 'sha384-${bytes(48).toString('base64')}', commit: '${text(HEX, 40)}', etag: 'W/"${text(HEX, 24)}"', digest: 'sha256:${text(HEX, 64)}', checksum: '${text(HEX, 64)}' });`,
      ),
    },
    {
      name: 'ids',
      code: many(
        20,
        () =>
          `load({ id: '${text(HEX, 24)}', userId: '${[8, 4, 4, 4, 12].map((n) => text(HEX, n)).join('-')}', buildId: '${text(ALNUM, 20)}' });`,
      ),
    },
    {
      name: 'publishable keys',
      code: many(
        20,
        () =>
          `load('${['pk', 'live', ''].join('_')}${text(ALNUM, 24)}'); init({ apiKey: '${'AI' + 'za'}${text(ALNUM, 35)}', authDomain: 'shop.firebaseapp.com' }); use.publishableKey = '${['pk', 'test', ''].join('_')}${text(ALNUM, 24)}'; use.siteKey = '${'6L'}${text(ALNUM, 38)}';`,
      ),
    },
    {
      name: 'placeholders',
      code: "const a = { apiKey: 'YOUR_API_KEY', secret: '<your-secret>', token: 'xxxxxxxxxxxxxxxxxxxxxxxx', password: 'changeme', clientSecret: 'replace-me-with-a-secret', accessToken: '{{ACCESS_TOKEN}}', key: 'sk_test_xxxxxxxxxxxxxxxxxxxxxxxx', apiToken: '********', authToken: 'example-token-123', privateKey: '...' };",
    },
    {
      name: 'examples of documents',
      code: `const AWS = { accessKeyId: '${'AKIA' + 'IOSFODNN7EXAMPLE'}', secretAccessKey: '${'wJalrXUtnFEMI/K7MDENG/' + 'bPxRfiCYEXAMPLEKEY'}' }; const apiKey = '0123456789abcdef0123456789abcdef'; const token = 'abcdefghijklmnopqrstuvwxyz123456';`,
    },
    {
      name: 'alphabets',
      code: "const tokenAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'; const PASSWORD_CHARS = 'abcdefghijklmnopqrstuvwxyz0123456789!@#$%';",
    },
    {
      name: 'places of secrets',
      code: "const a = { secret: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-a1b2c3', token: 'op://vault/shop/token', apiKey: 'projects/shop/secrets/api-key/versions/7', password: 'vault:secret/data/shop#password1', tokenUrl: 'https://auth.shop.io/oauth2/token' };",
    },
    {
      name: 'public keys and addresses',
      code: `const publicKey = '-----BEGIN PUBLIC KEY-----\\n${bytes(64).toString('base64')}\\n-----END PUBLIC KEY-----'; const tokenAddress = '0x${text(HEX, 40)}'; const image = 'data:image/png;base64,${bytes(48).toString('base64')}';`,
    },
    {
      name: 'tests',
      filePath: 'tests/keys.test.js',
      code: many(20, () => `const apiKey = '${text(ALNUM, 32)}';`).replaceAll(
        'const apiKey',
        'use.apiKey',
      ),
    },
  ];
}
