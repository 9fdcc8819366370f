import type { ApiEvidence } from '../../apis/index.ts';
import { urlOnlyHosts } from '../../clients/url-parameters.ts';
import type { Node } from '../../ast/node.ts';
import type { ApiCall } from '../request/api-call.ts';
import type { Fact, FileView } from '../fact.ts';
import { comparedQueries } from './url-comparison.ts';
import { queryEntries } from './url-query.ts';
import type { CredentialSource } from './source.ts';
import { textCredentials } from './url-text.ts';
import { holesOfUrls } from './text-holes.ts';
import { userinfoWrites } from './url-userinfo.ts';
import { writtenCredentials } from './url-written.ts';

/** A credential that is put into a URL, or expected in one. */
export interface UrlCredential extends Fact {
  /** The expression that is put in, the parameter's property, or the read of the parameter. */
  readonly node: Node;
  /** `received`: the program itself takes it from the query of requests to it. */
  readonly where: 'query' | 'path' | 'userinfo' | 'received';
  /** It is shown to browsers anyway. */
  readonly isPublic: boolean;
  /** The request that it goes out with, where that is one call of this file. */
  readonly call: ApiCall | null;
  /** What to take out for it to be gone from the URL; null where that can't be told. */
  readonly part: UrlPart | null;
}

/** The place of a parameter: in a text around a hole, or as a property of an object of parameters. */
export interface UrlPart {
  readonly node: Node;
  /** The expression that is the credential. */
  readonly value: Node;
}

/** What the finders of the single ways find. */
export interface FoundInUrl {
  readonly node: Node;
  readonly where: UrlCredential['where'];
  readonly source: CredentialSource | null;
  readonly call: ApiCall | null;
  readonly part: UrlPart | null;
  readonly evidence: ApiEvidence;
}

/** The credentials in the URLs of a file. */
export function findUrlCredentials(view: FileView): UrlCredential[] {
  const seen = new Set<Node>();
  const holes = holesOfUrls(view);
  return [
    ...textCredentials(view, holes),
    ...writtenCredentials(view),
    ...queryEntries(view, holes),
    ...comparedQueries(view),
    ...userinfoWrites(view),
  ]
    .filter(({ node, evidence }) => {
      const isNew = !seen.has(node);
      seen.add(node);
      return isNew && !urlOnlyHosts.includes(evidence.host ?? '');
    })
    .map(({ source, evidence, ...found }) => ({
      ...found,
      isPublic: source?.isPublic ?? false,
      evidence:
        source?.variable == null
          ? evidence
          : { ...evidence, credentialVariables: [source.variable] },
    }))
    .sort((a, b) => a.node.range[0] - b.node.range[0]);
}
