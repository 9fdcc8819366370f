import type { TSESTree } from '@typescript-eslint/utils';
import { keyName } from '../../ast/node.ts';
import { addressOf } from '../../values/address.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { FileView } from '../fact.ts';
import { isLoopback } from '../request/loopback.ts';
import { credentialSource } from './source.ts';
import type { FoundInUrl } from './url-credential.ts';

const USERINFO: ReadonlySet<string | null> = new Set(['username', 'password']);

/** Credentials that are written into the user part of a URL: `url.username = process.env.SHOP_KEY`. */
export const userinfoWrites = (view: FileView): FoundInUrl[] =>
  view.module.memberWrites.flatMap((write) => foundIn(write, view));

function foundIn({ left, right }: TSESTree.AssignmentExpression, view: FileView): FoundInUrl[] {
  if (left.type !== 'MemberExpression' || !USERINFO.has(keyName(left))) return [];
  const { host, path, scheme } = addressOf(valueOf(left.object, view.module));
  if (scheme === null || !/^(?:https?|wss?)$/.test(scheme)) return [];
  if (host !== null && isLoopback(host)) return [];
  const source = credentialSource(valueOf(right, view.module), null);
  if (!source || source.isWeak) return [];
  const evidence = { ...(host === null ? {} : { host }), ...(path === null ? {} : { path }) };
  return [{ node: right, where: 'userinfo', source, call: null, part: null, evidence }];
}
