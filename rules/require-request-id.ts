import { addFreshHeader, addFreshHeaderToAll } from '../src/edits/add-request-header.ts';
import type { ApiCall } from '../src/facts/request/api-call.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { strings } from '../src/rule/options.ts';
import { CUSTOMARY, mayCarry, requestIdHeaders } from '../src/rule/request-id.ts';

export default createRule({
  name: 'require-request-id',
  description: 'Require an id on every outbound request by which it can be found again',
  checklist: ['octopus/request-id', 'moncreneau/request-correlation'],
  level: 'strict',
  fix: 'both',
  options: {
    headers: strings(
      CUSTOMARY,
      'The headers of which calls of no known API need one. The first is the one that is added.',
    ),
  },
  messages: {
    missing: "This request has no '{{header}}': nobody can find it again in the logs of the API.",
    missingOnClient:
      "The requests of this client have no '{{header}}': nobody can find them again in the logs of the API.",
  },
  on: {
    apiCall(call, { api, apisInUse, options, facts, report }) {
      const names = requestIdHeaders(api, apisInUse, options.headers);
      const [header] = names;
      if (header === undefined || call.via === 'wrapper' || !isRemote(call)) return;
      const client = facts.apiClient.find(({ node }) => node === call.instance);
      const isOfClient = client
        ? !client.hasHeadersElsewhere && !client.calls.some((other) => mayCarry(other, names))
        : call.instance !== null;
      if (isOfClient || mayCarry(call, names)) return;
      report({
        node: call.callee,
        messageId: 'missing',
        data: { header },
        edit: addFreshHeader(call.request.place, call.node, header, api !== null),
      });
    },
    apiClient(client, { api, apisInUse, options, report }) {
      const names = requestIdHeaders(api, apisInUse, options.headers);
      const [header] = names;
      const { calls, hasHeadersElsewhere, isLocal, shaped, request } = client;
      if (header === undefined || hasHeadersElsewhere || isLocal) return;
      if (mayCarry(client, names) || calls.some((call) => mayCarry(call, names))) return;
      const register = shaped.client.interceptors?.request;
      report({
        node: client.callee,
        messageId: 'missingOnClient',
        data: { header },
        edit: register
          ? addFreshHeaderToAll(client.node, register, header, request.context.module)
          : null,
      });
    },
  },
});

/** A host, or something that stands for one, is in its address; or a client's own base is. */
function isRemote({ address, isLocal, instance }: ApiCall): boolean {
  const { host, isAbsolute, pattern } = address;
  if (isLocal) return false;
  return host !== null || isAbsolute || instance !== null || pattern.startsWith('${?}/');
}
