import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  apisInUse,
  builtInApis,
  configFor,
  defineApi,
  mergeApis,
  type ApiProfile,
} from '../../src/apis/index.ts';

const acme = { name: 'acme', hosts: ['api.acme.example'] };

/** What a JavaScript user may write, whatever the types say. */
function define(profile: unknown): ApiProfile {
  return defineApi(profile as ApiProfile);
}

function settingsWith(apis: unknown): { 'go-live': { apis: unknown } } {
  return { 'go-live': { apis } };
}

describe('defineApi', () => {
  it('returns a frozen copy', () => {
    const given = { ...acme, timeouts: { overallMs: 5_000 } };
    const api = defineApi(given);
    expect(api).toEqual(given);
    expect(Object.isFrozen(api.timeouts)).toBe(true);
    expect(Object.isFrozen(given.timeouts)).toBe(false);
    expectTypeOf(api).toEqualTypeOf<ApiProfile>();
  });

  it('takes every built-in profile', () => {
    for (const api of builtInApis) expect(defineApi(api)).toEqual(api);
  });

  it.each<[unknown, string]>([
    [
      { ...acme, timeouts: { overallMs: '30s' } },
      'defineApi: "timeouts.overallMs" must be a positive number of milliseconds, got "30s".',
    ],
    [
      { ...acme, timeouts: { overallMs: -1 } },
      'defineApi: "timeouts.overallMs" must be a positive number of milliseconds, got -1.',
    ],
    [
      { ...acme, timeouts: { overalMs: 5 } },
      'defineApi: "timeouts.overalMs" is no key of a profile. Did you mean "timeouts.overallMs"?',
    ],
    [
      { ...acme, maxRetries: 5 },
      'defineApi: "maxRetries" is no key of a profile. Did you mean "retry.maxRetries"?',
    ],
    [
      { ...acme, timeout: { overallMs: 5 } },
      'defineApi: "timeout" is no key of a profile. Did you mean "timeouts"?',
    ],
    [{ ...acme, entirelyElse: 1 }, 'defineApi: "entirelyElse" is no key of a profile.'],
    [
      { hosts: ['a.example'] },
      'defineApi: "name" is missing; it must be a short name of small letters, digits and dashes.',
    ],
    [{ name: 'acme' }, 'defineApi: "hosts" is missing; it must be a list that is not empty.'],
    [
      { ...acme, hosts: [] },
      'defineApi: "hosts" must be a list that is not empty, got an empty list.',
    ],
    [
      { ...acme, hosts: ['https://api.acme.example/v1'] },
      'defineApi: "hosts[0]" must be a host name such as "api.example.com", without scheme, port and path, got "https://api.acme.example/v1".',
    ],
    [
      { ...acme, retry: { transient: { statuses: [500] } } },
      'defineApi: "retry.transient.statuses[0]" must be 429 or "5xx", got 500.',
    ],
    [
      { ...acme, baseUrlVariables: /^ACME_/ },
      'defineApi: "baseUrlVariables" must be a list, got the regular expression /^ACME_/.',
    ],
    [
      { ...acme, checklist: ['acme/one'] },
      'defineApi: "checklist[0]" must be an object { id, text, rules }, got "acme/one".',
    ],
    [
      { ...acme, checklist: [{ id: 'acme/one', text: 'One' }] },
      'defineApi: "checklist[0].rules" is missing; it must be a list.',
    ],
    [
      { ...acme, rateLimit: { requests: 0.5, perMs: 1 } },
      'defineApi: "rateLimit.requests" must be a whole number above 0, got 0.5.',
    ],
    [
      { ...acme, maxPageSize: Number.NaN },
      'defineApi: "maxPageSize" must be a whole number above 0, got NaN.',
    ],
    [{ ...acme, timeouts: () => 5 }, 'defineApi: "timeouts" must be an object, got a function.'],
    [null, 'defineApi: must be an object, got null.'],
    [undefined, 'defineApi: must be an object, got undefined.'],
  ])('says what is wrong (%#)', (profile, message) => {
    expect(() => define(profile)).toThrow(new Error(message));
  });

  it('says all that is wrong at once', () => {
    expect(() => define({ nmae: 'x', hosts: 'x' })).toThrow(
      new Error(
        [
          'defineApi: "name" is missing; it must be a short name of small letters, digits and dashes.',
          'defineApi: "nmae" is no key of a profile. Did you mean "name"?',
          'defineApi: "hosts" must be a list that is not empty, got "x".',
        ].join('\n'),
      ),
    );
  });

  it('takes no key of Object.prototype for a known one', () => {
    const profile: unknown = JSON.parse(
      '{"name":"acme","hosts":["a.example"],"__proto__":{"polluted":1},"constructor":1}',
    );
    expect(() => define(profile)).toThrow('"constructor" is no key');
    expect(() => define(profile)).toThrow('"__proto__" is no key');
  });
});

describe('mergeApis', () => {
  it('gives the built-in profiles where settings say nothing', () => {
    for (const settings of [undefined, {}, { 'go-live': {} }]) {
      expect(mergeApis(settings)).toBe(builtInApis);
      expect(apisInUse(settings)).toEqual([]);
    }
  });

  it('merges objects, replaces lists and leaves the built-in profiles as they were', () => {
    const settings = settingsWith({
      octopus: { timeouts: { overallMs: 5_000 }, retry: { transient: { statuses: [429] } } },
    });
    const octopus = mergeApis(settings).find(({ name }) => name === 'octopus');
    expect(octopus?.timeouts).toEqual({ overallMs: 5_000, readMs: 30_000, connectMs: 10_000 });
    expect(octopus?.retry?.transient?.statuses).toEqual([429]);
    expect(octopus?.retry?.maxRetries).toBe(6);
    expect(Object.isFrozen(octopus?.retry)).toBe(true);
    expect(builtInApis[1]?.timeouts?.overallMs).toBe(60_000);
    expect(mergeApis(settings)).toBe(mergeApis(settings));
  });

  it('adds profiles, named by their key, and puts in use what is named', () => {
    const settings = settingsWith({ acme: { hosts: ['api.acme.example'] }, aelix: {} });
    expect(mergeApis(settings).map(({ name }) => name)).toEqual([
      'aelix',
      'octopus',
      'moncreneau',
      'acme',
    ]);
    expect(apisInUse(settings).map(({ name }) => name)).toEqual(['aelix', 'acme']);
  });

  it.each<[unknown, string]>([
    [
      { acme: { timeouts: { overallMs: '30s' } } },
      `settings['go-live'].apis.acme: "timeouts.overallMs" must be a positive number of milliseconds, got "30s".`,
    ],
    [
      { acme: {} },
      `settings['go-live'].apis.acme: "hosts" is missing; it must be a list that is not empty.`,
    ],
    [
      { octopus: { name: 'squid' } },
      `settings['go-live'].apis.octopus: "name" must be its key, "octopus", got "squid".`,
    ],
    [{ acme: 5 }, `settings['go-live'].apis.acme: must be an object, got 5.`],
    [[], `settings['go-live'].apis: must be an object of profiles, keyed by name.`],
  ])('says what is wrong (%#)', (apis, message) => {
    expect(() => mergeApis(settingsWith(apis))).toThrow(new Error(message));
  });
});

describe('configFor', () => {
  it('switches on the rules of the checklist and puts the profile in use', () => {
    const api = defineApi({
      ...acme,
      checklist: [
        { id: 'acme/retries', text: 'Retry', rules: ['max-retries', 'go-live/require-retry'] },
        { id: 'acme/again', text: 'Again', rules: ['max-retries'] },
        { id: 'acme/call-us', text: 'Call us', rules: [] },
      ],
    });
    const [config, ...more] = configFor(api);
    expect(more).toEqual([]);
    expect(config).toEqual({
      name: 'go-live/acme',
      files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
      rules: { 'go-live/max-retries': 'error', 'go-live/require-retry': 'error' },
      settings: { 'go-live': { apis: { acme: api } } },
    });
    expect(apisInUse(config?.settings)).toEqual([api]);
  });
});
