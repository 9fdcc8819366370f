import { describe, expect, it } from 'vitest';
import { factsIn } from './facts-in.ts';

const https = "const https = require('https'); ";
const request = "const request = require('request'); ";
const url = "'https://api.example.com/orders/' + id";

/** attempts, growth, and what becomes of 400, 429, 503 and a broken connection. */
function briefly(code: string): string {
  const { retry } = factsIn(code);
  return (
    retry
      .map(({ attempts, delay, condition: { statuses, networkErrors } }) =>
        [
          attempts.max,
          delay.growth,
          ...([400, 429, 503] as const).map((status) => statuses[status]),
          networkErrors,
        ].join(', '),
      )
      .join('; ') || 'none'
  );
}

describe('functions that call themselves again out of the callback of a request', () => {
  it.each([
    [
      'an answer and an error in one callback',
      `${request} function load(id, n = 0, done) { request({ url: ${url} }, (error, response, body) => { if ((error || response.statusCode >= 500) && n < 3) return setTimeout(() => load(id, n + 1, done), 500); done(error, body); }); }`,
      '4, constant, not, not, retried, retried',
    ],
    [
      'an error alone',
      `${request} function load(id, done) { request({ url: ${url} }, function (error, response, body) { if (error) return load(id, done); done(null, body); }); }`,
      'Infinity, none, not, not, not, retried',
    ],
    [
      'an answer, and a listener for errors',
      `${https} function load(id, done) { https.get(${url}, (response) => { if (response.statusCode !== 200) { setTimeout(() => load(id, done), 1000); return; } response.on('data', done); }).on('error', () => load(id, done)); }`,
      'Infinity, constant, retried, retried, retried, retried',
    ],
    [
      'a listener of another kind',
      `${https} function load(id, done) { https.get(${url}, (response) => { if (response.statusCode === 503) return setTimeout(() => load(id, done), 1000); response.on('data', done); }).on('error', done); }`,
      'Infinity, constant, not, not, retried, not',
    ],
    [
      'the end of the body, within a promise',
      `${https} export const load = (id) => new Promise((resolve, reject) => { const go = (n) => { https.get(${url}, (response) => { response.on('end', () => { if (response.statusCode >= 500 && n < 3) return setTimeout(() => go(n + 1), 2 ** n * 100); resolve(); }); }).on('error', reject); }; go(0); });`,
      '4, exponential, not, not, retried, not',
    ],
    [
      'another address',
      `${https} function load(address, done) { https.get(address, (response) => { if (response.statusCode === 302) return load(response.headers.location, done); response.on('data', done); }).on('error', done); }`,
      'none',
    ],
    [
      'the next page',
      `${request} function load(id, all, done) { request({ url: ${url} }, (error, response, body) => { if (error) return done(error); if (body.next) return load(body.next, all, done); done(null, all); }); }`,
      'none',
    ],
    [
      'again after a new token',
      `${request} function load(id, done) { request({ url: ${url} }, (error, response) => { if (response.statusCode === 401) return renew(() => load(id, done)); done(error, response); }); }`,
      'none',
    ],
    [
      'a callback that is handed in',
      `${request} function load(id, done) { request({ url: ${url} }, done); }`,
      'none',
    ],
  ])('%s', (_name, code, expected) => {
    expect(briefly(code)).toBe(expected);
  });
});
