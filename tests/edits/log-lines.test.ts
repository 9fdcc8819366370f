import { describe, expect, it } from 'vitest';
import { addLogField } from '../../src/edits/add-log-field.ts';
import { logAsFields } from '../../src/edits/log-as-fields.ts';
import type { PastedLine } from '../../src/edits/log-as-fields.ts';
import { redact } from '../../src/edits/redact.ts';
import type { Expression } from '../../src/ast/node.ts';
import { isWithin } from '../../src/ast/within.ts';
import { nodesOf } from '../../src/ast/nodes.ts';
import { moduleOf } from '../../src/values/module.ts';
import { parse } from '../ast/parse.ts';
import { appliedTo } from './applied.ts';

/** The first call of a text and its arguments. */
function lineIn(text: string) {
  const module = moduleOf({ ...parse(text), file: null }, null);
  const [call] = module.calls;
  if (call?.type !== 'CallExpression') throw new Error('No call.');
  const args = call.arguments.filter((each): each is Expression => each.type !== 'SpreadElement');
  return { module, call, args };
}

describe('logAsFields', () => {
  const asFields = (text: string, order: PastedLine['order'] = 'message-first') =>
    appliedTo(text, logAsFields({ ...lineIn(text), order, errors: new Set(['err']) }));

  it.each([
    ['log.info(`order ${id} failed`)', "log.info('order failed', { id })"],
    [
      'log.error(`refused: ${err.message}, code: ${err.code}`)',
      "log.error('refused', { message: err.message, code: err.code })",
    ],
    ['log.info(`booked ${slot.id} for ${name}`)', "log.info('booked', { id: slot.id, name })"],
    ["log.info('order failed: ' + order.id)", "log.info('order failed', { id: order.id })"],
    ["log.info('order failed', id)", "log.info('order failed', { id })"],
    [
      'log.error(`failed: ${err.message}`)',
      "log.error('failed', { message: err.message, code: err.code })",
    ],
    [
      'log.error(`failed: ${err}`)',
      "log.error('failed', { message: err.message, code: err.code })",
    ],
    ['log.error(`${err.code}`)', 'log.error({ code: err.code })'],
    ["log.info(`it's ${id}`)", "log.info('it\\'s', { id })"],
    ['log.info(`got ${JSON.stringify(body)}`)', "log.info('got', { body })"],
  ])('%s', (text, expected) => {
    expect(asFields(text)).toBe(expected);
  });

  it('puts the fields first where the logger wants them so', () => {
    expect(asFields('log.info(`order ${id}`)', 'fields-first')).toBe("log.info({ id }, 'order')");
  });

  it.each([
    "log.info('started')",
    'log.info(`sum ${a + b}`)',
    'log.info(`${a.id} ${b.id}`)',
    'log.info(`order ${id}`, a, b)',
    'log.info(...parts)',
    'log.info(`order ${id}` /* why */)',
  ])('nothing: %s', (text) => {
    expect(asFields(text)).toBeNull();
  });

  it('needs an order', () => {
    expect(asFields('log.info(`order ${id}`)', null)).toBeNull();
  });
});

describe('redact', () => {
  /** The last expression that is written so. */
  const redacted = (text: string, part: string, isError = false) => {
    const { module } = lineIn(text);
    const start = text.lastIndexOf(part);
    const found = [...nodesOf(module.program, module.visitorKeys)].findLast(
      (node) => node.range[0] === start && node.range[1] === start + part.length,
    );
    if (!found || !isWithin(found, module.program)) throw new Error('No part.');
    return appliedTo(text, redact(found as Expression, isError, module));
  };

  it.each([
    ['log({ token: user.token })', 'user.token', "log({ token: '[redacted]' })"],
    ['log({ token })', 'token', "log({ token: '[redacted]' })"],
    ["log('token', token)", 'token', "log('token', '[redacted]')"],
    ['log(`a ${token} b`)', 'token', 'log(`a [redacted] b`)'],
    ['log(`a ${ token } b`)', 'token', 'log(`a [redacted] b`)'],
    ["log('a' + token)", 'token', "log('a' + '[redacted]')"],
  ])('%s', (text, part, expected) => {
    expect(redacted(text, part)).toBe(expected);
  });

  it('keeps of an error what tells nothing secret', () => {
    expect(redacted("log('failed', err)", 'err', true)).toBe(
      "log('failed', { code: err.code, status: err.response?.status, message: err.message })",
    );
    expect(redacted('log({ err })', 'err', true)).toBe(
      'log({ err: { code: err.code, status: err.response?.status, message: err.message } })',
    );
  });

  it.each([
    ['log({ ...session })', 'session', false],
    ["log('failed', e.cause)", 'e.cause', true],
  ])('nothing: %s', (text, part, isError) => {
    expect(redacted(text, part, isError)).toBeNull();
  });
});

describe('addLogField', () => {
  const withField = (text: string) => {
    const { args, module } = lineIn(text);
    return appliedTo(text, addLogField(args, 'requestId', 'response.requestId', module));
  };

  it.each([
    ["log.error({ err }, 'failed')", "log.error({ err, requestId: response.requestId }, 'failed')"],
    ["log.error('failed', { err })", "log.error('failed', { err, requestId: response.requestId })"],
    ["log.error('failed', {})", "log.error('failed', { requestId: response.requestId })"],
  ])('%s', (text, expected) => {
    expect(withField(text)).toBe(expected);
  });

  it.each([
    "log.error('failed', err)",
    "log.error('failed')",
    "log.error('failed', { requestId: 1 })",
    "log.error('failed', { [key]: 1 })",
  ])('nothing: %s', (text) => {
    expect(withField(text)).toBeNull();
  });
});
