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

describe('functions that call themselves again with what their first call gave', () => {
  const sleep = 'const sleep = (ms) => new Promise((done) => setTimeout(done, ms)); ';
  it.each([
    [
      'a number of the attempt',
      `${sleep} export const load = (id) => { const attempt = async (n) => { try { return await fetch(${url}); } catch (e) { if (n > 3) throw e; await sleep(100 * 2 ** n); return attempt(n + 1); } }; return attempt(0); };`,
      '5, exponential, not, not, not, retried',
    ],
    [
      'different numbers',
      `${sleep} async function attempt(id, n) { try { return await fetch(${url}); } catch (e) { if (n > 3) throw e; await sleep(100 * 2 ** n); return attempt(id, n + 1); } } export const few = (id) => attempt(id, 2); export const many = (id) => attempt(id, 0);`,
      ', unknown, not, not, not, retried',
    ],
    [
      'a wait that doubles',
      `${sleep} export async function load(id, left, wait) { try { return await fetch(${url}); } catch (e) { if (left === 0) throw e; await sleep(wait); return load(id, left - 1, wait * 2); } }`,
      ', unknown, not, not, not, retried',
    ],
    [
      'a wait that stays as it is',
      `${sleep} export async function load(id, left, wait) { try { return await fetch(${url}); } catch (e) { if (left === 0) throw e; await sleep(wait); return load(id, left - 1, wait); } }`,
      ', constant, not, not, not, retried',
    ],
  ])('%s', (_name, code, expected) => {
    expect(briefly(code)).toBe(expected);
  });
});
