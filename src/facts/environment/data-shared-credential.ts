import { baseNameOf } from '../../ast/text.ts';
import type { DataNode } from '../../ast/data-node.ts';
import type { NamedValue } from '../../data/named-value.ts';
import { namedValues } from '../../data/named-value.ts';
import { readEnvText } from '../../data/read.ts';
import { isReference } from '../../data/reference.ts';
import { credentialName } from '../credential/name.ts';
import { isPlaceholder } from '../credential/randomness.ts';
import { credentialText } from '../credential/text.ts';
import { isTemplateFile, isVariableName } from '../data-place.ts';
import type { DataView } from '../data-view.ts';
import type { EnvironmentKind } from './environment-kind.ts';
import { environmentKindOf } from './environment-kind.ts';
import type { SharedCredential } from './shared-credential.ts';

/** The credentials of a data file that production and another environment share. */
export function findDataSharedCredentials(view: DataView): SharedCredential[] {
  if (isTemplateFile(view.filename)) return [];
  return view.data.format === 'env' ? betweenFiles(view) : betweenEntries(view);
}

function isCredential({ name, text, type, besides }: NamedValue): boolean {
  const kind = name === null ? null : credentialName(name);
  if (type !== 'string' || text.length < 8 || isPlaceholder(text) || isReference(text))
    return false;
  return (
    (kind !== null && kind !== 'weak' && /\d/.test(text)) ||
    (credentialText(text, { name: kind, besides })?.byFormat ?? false)
  );
}

const fact = (
  { name }: NamedValue,
  node: DataNode,
  between: SharedCredential['between'],
  otherFile: string | null,
): SharedCredential => {
  const variable = isVariableName(name) ? name : null;
  const evidence = variable === null ? {} : { credentialVariables: [variable] };
  return { node: node.asNode, variable: null, between, otherFile, evidence };
};

const ENVIRONMENTS =
  'production prod live sandbox staging stage stg uat test testing development dev local demo'.split(
    ' ',
  );

/** `.env.sandbox` beside `.env.production`. */
function betweenFiles({ filename, values, project }: DataView): SharedCredential[] {
  const own = baseNameOf(filename);
  const folder = filename.slice(0, filename.length - own.length);
  const kind = environmentKindOf(own);
  const credentials = kind === null || project === null ? [] : values.filter(isCredential);
  if (credentials.length === 0) return [];
  for (const other of neighboursOf(own, kind)) {
    const text = project?.readText(folder + other) ?? null;
    if (text === null) continue;
    const theirs = new Set(namedValues(readEnvText(text)).map((value) => value.text));
    const shared = credentials.filter((value) => theirs.has(value.text));
    if (shared.length > 0) return shared.map((value) => fact(value, value.node, 'files', other));
  }
  return [];
}

/** The names that files for the other kind of environment would have beside this one. */
function neighboursOf(own: string, kind: EnvironmentKind | null): string[] {
  const word = ENVIRONMENTS.find((name) =>
    own
      .toLowerCase()
      .split(/[^a-z]+/)
      .includes(name),
  );
  if (word === undefined) return [];
  const others = ENVIRONMENTS.filter((name) => environmentOther(name, kind));
  const plain = own.replace(/\.local$/, '');
  return others
    .map((name) => plain.replace(new RegExp(word, 'i'), name))
    .flatMap((name) => [name, `${name}.local`]);
}

const environmentOther = (name: string, kind: EnvironmentKind | null): boolean =>
  name === 'local' ? kind === 'production' : environmentKindOf(name) !== kind;

/** `{ sandbox: { apiKey }, production: { apiKey } }`, the rest of the path alike. */
function betweenEntries({ values }: DataView): SharedCredential[] {
  const seen = new Map<string, EnvironmentKind>();
  return values.flatMap((value) => {
    const at = value.path.findIndex(
      (key) => /^[a-z]+$/i.test(key) && environmentKindOf(key) !== null,
    );
    const kind = at === -1 ? null : environmentKindOf(value.path[at] ?? '');
    if (kind === null || !isSharable(value)) return [];
    const key = [...value.path.with(at, '*'), value.text].join('\n');
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, kind);
    if (earlier === undefined || earlier === kind) return [];
    const shared = fact(value, value.node, 'table', null);
    const [, variable = null] = REFERENCE.exec(value.text) ?? [];
    return [{ ...shared, variable }];
  });
}

/** `${API_KEY}`, `$API_KEY`, `${{ secrets.API_KEY }}`. */
const REFERENCE = /^\$\{?\{?\s*(?:(?:secrets|env|vars)\.)?([A-Za-z_]\w*)\s*\}?\}?$/;

function isSharable(value: NamedValue): boolean {
  const [, variable] = REFERENCE.exec(value.text) ?? [];
  if (variable === undefined) return isCredential(value);
  const kind = credentialName(variable);
  return kind !== null && kind !== 'weak';
}
