import { describe, expect, it } from 'vitest';
import { credentialName } from '../../src/facts/credential/name.ts';
import { credentialText } from '../../src/facts/credential/text.ts';

const body = ['4xTq9Zw', '2LmR7vYb8NcK5'].join('');
const judged = (text: string, name = 'x') =>
  credentialText(text, { name: credentialName(name) })?.what ?? null;

describe('credentialText', () => {
  it.each([
    [['sk', 'live', body].join('_'), 'x', 'a live secret key'],
    [['AKIA', 'Q3EGRTYU7WPLMZ2X'].join(''), 'x', 'a cloud access key'],
    [`Bearer ${body}`, 'x', 'a Bearer authorization'],
    [`Basic ${btoa(`${body}:`)}`, 'x', 'a Basic authorization'],
    [`Basic ${btoa(`${body}:X`)}`, 'x', 'a Basic authorization'],
    [`socks5://a7${'c1'}:b3${'5b9f'}9acc@203.0.113.9:1080`, 'x', 'a URL with its password'],
    [['9f86d081884c7d65', '9a2feaa0c55ad015'].join(''), 'signingKey', 'a credential'],
    [['Hq7!vT2z', 'Lm9#Xk4w'].join(''), 'db_password', 'a password'],
  ])('finds a credential (%#)', (text, name, what) => {
    expect(judged(text, name)).toBe(what);
  });

  it.each([
    ['Bearer token', 'authorization'],
    [`Basic ${btoa('shop-customers:')}`, 'authorization'],
    [`Basic ${btoa(`${body}:changeme`)}`, 'authorization'],
    ['socks5://user:feedface@203.0.113.9:1080', 'proxy'],
    ['YOUR_API_KEY_HERE', 'apiKey'],
    ['errors.password.incorrect', 'password'],
    ['jwtToken', 'token'],
    ['new-password', 'password'],
    [['shop-471712', '7d24cc6ffd93.json'].join('-'), 'GOOGLE_APPLICATION_CREDENTIALS'],
    [['9f86d081884c7d65', '9a2feaa0c55ad015'].join(''), 'commit'],
    ['0123456789abcdef0123456789abcdef', 'apiKey'],
    [['pk', 'live', body].join('_'), 'apiKey'],
  ])('leaves %s under %s alone', (text, name) => {
    expect(judged(text, name)).toBeNull();
  });
});

describe('credentialName', () => {
  it.each([
    ['STRIPE_SECRET_KEY_LIVE', 'key'],
    ['x-api-key', 'key'],
    ['OPENAPIKEY', 'key'],
    ['posthogapikey', null],
    ['webhookSecret', 'own-secret'],
    ['defaultPassword', 'password'],
    ['passwordField', null],
    ['tokenUrl', null],
    ['cacheKey', null],
    ['publishableKey', null],
    ['checksum/secret', null],
  ])('%s says %s', (name, says) => {
    expect(credentialName(name)).toBe(says);
  });
});
