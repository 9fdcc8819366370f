import { wordsOf } from '../../ast/words.ts';
import type { Value } from '../../values/value.ts';
import { alternatives, isString } from '../../values/value.ts';
import { isEnvironmentName } from './env-purpose.ts';

/** Whether a condition asks which environment the program runs in: `env === 'production'`. */
export function asksForEnvironment(condition: Value): boolean {
  return [...alternatives(condition)].some(asks);
}

function asks(value: Value): boolean {
  if (value.kind === 'env') return BUILT_IN.has(value.name);
  if (value.kind === 'call') return asksByList(value);
  if (value.kind !== 'operation') return false;
  if (value.operator === '!') return value.operands.some((operand) => asks(operand));
  if (!/^[!=]==?$/.test(value.operator)) return false;
  return value.operands.some(isEnvironment) && value.operands.some(isTellingName);
}

/** What bundlers give in the place of a comparison. */
const BUILT_IN: ReadonlySet<string> = new Set(['PROD', 'DEV']);

/** `['sandbox', 'staging'].includes(env)`. */
function asksByList({ callee, args }: Extract<Value, { kind: 'call' }>): boolean {
  const isList =
    callee.kind === 'member' &&
    callee.name === 'includes' &&
    callee.object.kind === 'array' &&
    callee.object.elements.some(isTellingName);
  return isList && args.some(isEnvironment);
}

/** The variable that says which environment this is. */
export function isEnvironment(value: Value): boolean {
  return [...alternatives(value)].some((option) => {
    const name = nameOf(option);
    const last = wordsOf(name).at(-1) ?? '';
    return (
      /^(?:env|environment|stage|mode)$/.test(last) && (option.kind === 'env' || last !== 'mode')
    );
  });
}

/** Of what is imported, a member: `config.environment`. */
function nameOf(value: Value): string {
  if (value.kind === 'env' || value.kind === 'member') return value.name;
  const isPart = value.kind === 'external' && value.source !== null && value.path.length > 1;
  return isPart ? (value.path.at(-1) ?? '') : '';
}

/** Unit tests are no environment that an API has. */
const isTellingName = (value: Value): boolean =>
  isString(value) && isEnvironmentName(value.value) && !/^(?:test|testing)$/i.test(value.value);
