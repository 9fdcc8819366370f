import type { DataNode } from '../../ast/data-node.ts';
import type { NamedValue } from '../../data/named-value.ts';
import { isReference } from '../../data/reference.ts';
import { isScript, wordsOfScript } from '../../data/script.ts';
import { textAt } from '../../data/tree.ts';
import {
  environmentOfFile,
  isDescription,
  isManifest,
  isPipeline,
  isTemplateFile,
  isTranslation,
  isVariableName,
} from '../data-place.ts';
import type { DataView } from '../data-view.ts';
import type { Credential } from './credential.ts';
import type { CredentialName } from './name.ts';
import { credentialName, credentialNameAmong } from './name.ts';
import { isRandom } from './randomness.ts';
import type { CredentialText } from './text.ts';
import { credentialText } from './text.ts';

/** What has to speak for a text before it is taken for a credential. */
type Proof = 'name' | 'format' | 'live-format';

/** The values of a data file that are credentials in plain text. */
export function findDataCredentials(view: DataView): Credential[] {
  const proof = proofAskedOf(view);
  const found = view.values.flatMap((value) => {
    if (value.type !== 'string' || isReference(value.text) || isEncrypted(value)) return [];
    const isRun = isScript(value);
    const parts = isRun ? inScript(value, view) : inValue(value, view);
    return parts
      .filter(({ name, text }) =>
        isProven(text, isRun && isVariableName(name) ? forVariable(value, proof) : proof),
      )
      .map((part) => credential(part, view));
  });
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** Texts for people, descriptions and templates name credentials without holding any. */
function proofAskedOf(view: DataView): Proof {
  const { filename } = view;
  if (isTemplateFile(filename)) return 'live-format';
  return isTranslation(filename) || isManifest(filename) || isDescription(view) ? 'format' : 'name';
}

/** What a script sets is what it runs with, whatever else a manifest describes; tests run with anything. */
const forVariable = ({ path }: NamedValue, proof: Proof): Proof =>
  proof === 'format' && !/test|e2e/i.test(path.at(-1) ?? '') ? 'name' : proof;

const isProven = ({ byFormat, live }: CredentialText, proof: Proof): boolean =>
  proof === 'name' || (byFormat && (live || proof === 'format'));

const ENCRYPTED = /^(?:encrypted|sealed|cipher|sops|secure$|enc$)/i;

const isEncrypted = ({ path }: NamedValue): boolean => path.some((key) => ENCRYPTED.test(key));

interface Part {
  readonly node: DataNode;
  readonly name: string | null;
  readonly fallbackOf: string | null;
  readonly text: CredentialText;
  readonly prefix: string;
}

function inValue(value: NamedValue, view: DataView): Part[] {
  const { node, name, besides, fallbackOf } = value;
  const text = encoded(value) ?? value.text.trim();
  const kind = nameOf(value, view);
  const found = credentialText(text, { name: kind, besides });
  if (!found || (isChosen(kind, found) && (isService(value, view) || isThrowaway(text, view))))
    return [];
  const prefix = /^(?:bearer|token|apikey)\s+/i.exec(text)?.[0] ?? '';
  return [{ node, name, fallbackOf, text: found, prefix }];
}

/** `stripeKey`, `projectKey`: in data most are ids of something. */
function nameOf(
  { name, besides, document }: NamedValue,
  { data }: DataView,
): CredentialName | null {
  const kind = name === null ? null : credentialNameAmong(name, besides);
  if (kind !== null && kind !== 'weak') return kind;
  return data.format === 'yaml' && isSecretManifest(document) ? 'key' : null;
}

const isSecretManifest = (document: NamedValue['document']): boolean =>
  textAt(document, 'kind') === 'Secret' && textAt(document, 'apiVersion') === 'v1';

/** The data of a cluster's secret are in base64, which hides nothing. */
function encoded({ path, text, document }: NamedValue): string | null {
  if (path[0] !== 'data' || !isSecretManifest(document)) return null;
  const bytes = /^[A-Za-z\d+/\s]+={0,2}$/.test(text.trim()) ? Buffer.from(text, 'base64') : null;
  const decoded = bytes?.toString('utf8').trim();
  return decoded !== undefined && /^[\x20-\x7e\s]+$/.test(decoded) ? decoded : null;
}

/** By a person, not by a provider. */
const isChosen = (kind: CredentialName | null, { byFormat }: CredentialText): boolean =>
  !byFormat && (kind === 'password' || kind === 'own-secret');

/** The database that a pipeline starts for its tests. */
const isService = ({ path }: NamedValue, { filename }: DataView): boolean =>
  isPipeline(filename) && path.includes('services');

/** Made up for a trial or a developer's machine, and of no use elsewhere. */
function isThrowaway(text: string, { filename }: DataView): boolean {
  if (!isPipeline(filename) && environmentOfFile(filename) !== 'other') return false;
  return !isRandom(text, 10) || /dev|test|local|demo|dummy/i.test(text);
}

function inScript({ node, text: script }: NamedValue, view: DataView): Part[] {
  const seen = new Set<number>();
  return wordsOfScript(script).flatMap(({ name, text, start }) => {
    if (seen.has(start) || isReference(text)) return [];
    const kind = name === null ? null : credentialName(name);
    const found = credentialText(text, { name: kind === 'weak' ? null : kind });
    if (!found || (isChosen(kind, found) && isThrowaway(text, view))) return [];
    seen.add(start);
    const part = node.part(start, start + text.length);
    return [{ node: part, name, fallbackOf: null, text: found, prefix: '' }];
  });
}

function credential({ node, name, fallbackOf, text, prefix }: Part, view: DataView): Credential {
  const variable = fallbackOf ?? (isVariableName(name) ? name : null);
  return {
    node: node.asNode,
    ...text,
    name,
    fallbackOf,
    prefix,
    isCertain: true,
    isData: true,
    get isKeptOut() {
      return view.isKeptOut;
    },
    evidence: variable === null ? {} : { credentialVariables: [variable] },
  };
}
