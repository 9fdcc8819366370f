import { wordsOf } from '../../ast/words.ts';
import type { NamedValue } from '../../data/named-value.ts';
import { environmentOfFile, isVariableName } from '../data-place.ts';
import type { DataView } from '../data-view.ts';
import { isForOneEnvironment } from './data-environment.ts';
import type { EnvironmentChoice } from './environment-choice.ts';
import { isEnvironmentOption, TEST_ENVIRONMENT } from './environment-choice.ts';

/** The values in a file for production that choose the test environment of an API. */
export function findDataEnvironmentChoices(view: DataView): EnvironmentChoice[] {
  return view.values.flatMap((value) => {
    const { name, node, text, fallbackOf } = value;
    if (name === null || !TEST_ENVIRONMENT.test(text) || !choosesApi(value, view)) return [];
    return [
      {
        node: node.asNode,
        name,
        isPerEnvironment: isForOneEnvironment(value, view),
        fallbackOf,
        evidence: isVariableName(name) ? { baseUrlVariable: name } : {},
      },
    ];
  });
}

/** `PAYMENTS_ENV`, `payments.environment`: not the environment that the program itself runs in. */
function choosesApi({ name, path }: NamedValue, { filename }: DataView): boolean {
  const full = path.slice(-2).join('_');
  if (name === null || !isEnvironmentOption(full) || wordsOf(full).length < 2) return false;
  return environmentOfFile(filename) === 'production' || isVariableName(name);
}
