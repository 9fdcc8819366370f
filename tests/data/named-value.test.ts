import json from '@eslint/json';
import { describe, expect, it } from 'vitest';
import * as yaml from 'eslint-plugin-yml';
import { namedValues } from '../../src/data/named-value.ts';
import { dataFormatOf, readData, readEnvText } from '../../src/data/read.ts';
import type { DataFile } from '../../src/data/tree.ts';

interface Parsing {
  parse(file: object, context: object): { ok: boolean; ast?: object };
}

function read(text: string, language: Parsing): DataFile {
  const { ast } = language.parse({ body: text, path: 'x' }, { languageOptions: {} });
  const parsed = { text, ast: ast ?? {} };
  const format = dataFormatOf(parsed);
  if (format === null) throw new Error('no data');
  return readData(parsed, format);
}

const readJson = (text: string) => read(text, json.languages.jsonc as unknown as Parsing);
const readYaml = (text: string) => read(text, yaml.languages.yaml as unknown as Parsing);

const shown = (text: string, file: DataFile): string[] =>
  namedValues(file).map(
    ({ path, text: value, node, fallbackOf }) =>
      `${path.join('.')}=${value}${fallbackOf === null ? '' : ` for ${fallbackOf}`} @${text.slice(...node.range)}`,
  );

describe('namedValues', () => {
  it('reads JSON', () => {
    const text = '{ "a": { "b": "x", "c": [1, true] }, "d": null, "e": "q\\"q" }';
    expect(shown(text, readJson(text))).toEqual([
      'a.b=x @"x"',
      'a.c=1 @1',
      'a.c=true @true',
      'e=q"q @"q\\"q"',
    ]);
  });

  it('reads YAML of several documents', () => {
    const text = 'a: x\n---\nb: "y"\nc: !secret z\nd: &n 1\ne: *n\n';
    expect(shown(text, readYaml(text))).toEqual(['a=x @x', 'b=y @"y"', 'd=1 @1']);
  });

  it('reads .env files', () => {
    const text = "A=1\nB='x'\n";
    expect(shown(text, readEnvText(text))).toEqual(['A=1 @1', "B=x @'x'"]);
  });

  it('names the variables of lists and pairs', () => {
    const text = 'environment:\n  - A=x=y\n  - B\nenv:\n  - name: C\n    value: z\n';
    expect(shown(text, readYaml(text))).toEqual([
      'environment.A=x=y @x=y',
      'environment=B @B',
      'env.name=C @C',
      'env.C=z @z',
    ]);
  });

  it('reads the default of a reference', () => {
    const text = 'a: "${KEY:-x}"\nb: ${KEY}\n';
    expect(shown(text, readYaml(text))).toEqual(['a=x for KEY @x', 'b=${KEY} @${KEY}']);
  });

  it('places a part of a folded text', () => {
    const text = 'run: |\n  one two\n  two three\n';
    const [value] = namedValues(readYaml(text));
    const at = value?.text.lastIndexOf('two') ?? 0;
    const range = value?.node.part(at, at + 3).range ?? [0, 0];
    expect(range[0]).toBe(text.lastIndexOf('two'));
  });
});
