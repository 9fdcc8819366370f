import { baseNameOf } from '../../ast/text.ts';
import type { NamedValue } from '../../data/named-value.ts';
import { isReference } from '../../data/reference.ts';
import { gitVerdict } from '../../project/git-ignore.ts';
import { credentialName } from '../credential/name.ts';
import { isPlaceholder } from '../credential/randomness.ts';
import { environmentOfFile, isTemplateFile } from '../data-place.ts';
import type { DataView } from '../data-view.ts';
import type { Fact } from '../fact.ts';

/** A .env file that holds credentials: its first is the fact's node. */
export interface EnvFile extends Fact {
  /** Whether git takes it into the repository. */
  readonly git: 'ignored' | 'not-ignored' | 'outside' | 'unreadable';
  /** The ignore file that can't be read, from the repository's root. */
  readonly unreadable: string | null;
  /** Its name without folders. */
  readonly filename: string;
}

export function findEnvFiles(view: DataView): EnvFile[] {
  const filename = baseNameOf(view.filename);
  if (!/^\.env|\.env$/.test(filename)) return [];
  const [known] = view.facts.credential;
  const node = known?.node ?? credentialByName(view)?.node.asNode;
  if (!node || view.project === null) return [];
  const { verdict, unreadable } = gitVerdict(view.filename, view.project);
  const evidence = known?.evidence ?? {};
  return [{ node, git: verdict, unreadable, filename, evidence }];
}

/** In a file made for credentials a name counts for more. */
function credentialByName({ filename, values }: DataView): NamedValue | null {
  if (isTemplateFile(filename) || environmentOfFile(filename) === 'other') return null;
  return values.find(isFilledIn) ?? null;
}

function isFilledIn({ name, text }: NamedValue): boolean {
  const kind = name === null ? null : credentialName(name);
  if (kind === null || kind === 'weak' || text.length < 8 || /\s|:\/\//.test(text)) return false;
  return /[a-z]/i.test(text) && /\d/.test(text) && !isPlaceholder(text) && !isReference(text);
}
