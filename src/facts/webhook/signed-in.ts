import type { Node } from '../../ast/node.ts';
import { keyName, wrapped } from '../../ast/node.ts';
import type { HandlerSite } from './site.ts';

/** Who is signed in is read off the request: a page of the program's own sent it, no provider. */
export const isSignedIn = ({ fn, module, roles }: HandlerSite): boolean =>
  fn.params.some((parameter, index) => {
    const binding =
      roles.get(index) === 'request' && parameter.type === 'Identifier'
        ? module.scopes.bindingOf(parameter)
        : null;
    return (binding?.reads ?? []).some(isOfUser);
  });

/** `request.auth.organizationId`, `const { userId } = req.user`; not a question whether there is one. */
function isOfUser(read: Node): boolean {
  const account = wrapped(read).parent;
  if (account?.type !== 'MemberExpression' || !ACCOUNTS.has(keyName(account) ?? '')) return false;
  const { parent } = wrapped(account);
  return (
    (parent?.type === 'MemberExpression' && parent.object === account && !isAssigned(parent)) ||
    (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern')
  );
}

const isAssigned = ({ parent }: Node): boolean => parent?.type === 'AssignmentExpression';

const ACCOUNTS: ReadonlySet<string> = new Set(['auth', 'user', 'currentUser']);
