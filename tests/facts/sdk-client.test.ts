import { describe, expect, it } from 'vitest';
import { factsIn } from './facts-in.ts';

/** SDK, state of its timeout, milliseconds, attempts. */
function briefly(code: string): string {
  const { sdkClient, retry } = factsIn(code);
  const attempts = retry.map(({ attempts }) => attempts.max).join();
  return (
    sdkClient
      .map(({ sdk, timeout }) =>
        [sdk.name, timeout.state, timeout.written.map(({ ms }) => ms).join('/'), attempts].join(
          ', ',
        ),
      )
      .join('; ') || 'none'
  );
}

describe('clients of SDKs', () => {
  it.each([
    [
      'made by a class',
      "import Stripe from 'stripe'; new Stripe(process.env.KEY, { timeout: 5000, maxNetworkRetries: 3 });",
      'Stripe, set, 5000, 4',
    ],
    [
      'made by the module itself',
      "const stripe = require('stripe')(process.env.KEY, { maxNetworkRetries: 1 });",
      'Stripe, default, , 2',
    ],
    [
      'settings with a name',
      "const twilio = require('twilio'); const options = { timeout: 90_000 }; twilio(process.env.SID, process.env.TOKEN, options);",
      'Twilio, set, 90000, ',
    ],
    [
      'no settings, and no limit by default',
      "import { WebClient } from '@slack/web-api'; new WebClient(process.env.TOKEN);",
      'Slack Web API, absent, , ',
    ],
    [
      'a limit that is none',
      "import { WebClient } from '@slack/web-api'; new WebClient(process.env.TOKEN, { timeout: 0 });",
      'Slack Web API, set, Infinity, ',
    ],
    [
      'settings that cannot be read',
      "import { WebClient } from '@slack/web-api'; export const make = (options) => new WebClient(process.env.TOKEN, options);",
      'Slack Web API, unknown, , ',
    ],
    [
      'an answer that may take minutes',
      "import OpenAI from 'openai'; new OpenAI({ timeout: 600_000, maxRetries: 5 });",
      'OpenAI, unknown, , 6',
    ],
    [
      'no limit by default, and attempts that count the first',
      "import { GoogleGenAI } from '@google/genai'; new GoogleGenAI({ httpOptions: { retryOptions: { attempts: 3 } } });",
      'Google Gen AI, unknown, , ',
    ],
    [
      'another class of the module',
      "import { WebClientEvent } from '@slack/web-api'; new WebClientEvent(process.env.TOKEN);",
      'none',
    ],
    ['another module', "import Stripe from './stripe.js'; new Stripe(process.env.KEY);", 'none'],
  ])('%s', (_name, code, expected) => {
    expect(briefly(code)).toBe(expected);
  });
});
