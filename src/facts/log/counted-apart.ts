import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, isClass, isFunction } from '../../ast/node.ts';
import { targetsOf } from '../../ast/pattern.ts';
import { isWithin, nodesWithin } from '../../ast/within.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';

/**
 * A counting call has certainly nothing to do with the requests of its file: it stands in a function,
 * or a class, that sends none, runs nothing that it is given, is handed to nobody and is not called
 * here; and nothing in it speaks of requests.
 */
export function isCountedApart(count: Node, view: FileView): boolean {
  const owner = [...ancestorsOf(count)].findLast((above) => isFunction(above) || isClass(above));
  if (!owner || SPEAKS.test(countedText(count, owner, view.module))) return false;
  return (
    !view.facts.apiCall.some(({ node }) => isWithin(node, owner)) &&
    !isHandedOn(owner) &&
    !isNamed(owner, view.module) &&
    !(isFunction(owner) && runsWhatItIsGiven(owner, view.module))
  );
}

/** Words of what is counted about requests. */
const SPEAKS =
  /request|outbound|http|respon|status|duration|latenc|elapsed|seconds|call(?:s|ed)?\b|\bapi/i;

/** The text of the function, and of what makes the counter. */
function countedText(count: Node, owner: Node, module: SourceModule): string {
  const makers: string[] = [];
  for (let node = count; node.type === 'MemberExpression'; node = node.object) {
    const { object } = node;
    const binding = object.type === 'Identifier' ? module.scopes.bindingOf(object) : null;
    for (const name of binding?.declarations ?? [])
      if (name.parent) makers.push(textOf(name.parent, module));
  }
  return [textOf(owner, module), ...makers].join('\n');
}

/** It stands in a call, a list or an object: somebody else runs it. */
const isHandedOn = ({ parent }: Node): boolean =>
  parent !== undefined &&
  !['VariableDeclarator', 'AssignmentExpression', 'Program'].includes(parent.type) &&
  !parent.type.startsWith('Export');

/** Its name is read in the file. */
function isNamed(owner: Node, { scopes }: SourceModule): boolean {
  const { parent } = owner;
  const own = isFunction(owner) || isClass(owner) ? owner.id : null;
  const name = own ?? (parent?.type === 'VariableDeclarator' ? parent.id : null);
  if (name?.type !== 'Identifier') return false;
  const reads = scopes.bindingOf(name)?.reads ?? [];
  return reads.some((read) => !isWithin(read, owner) && !isExport(read));
}

const isExport = ({ parent }: Node): boolean => parent?.type.startsWith('Export') === true;

/** `timed(task)`: what it measures comes from elsewhere. */
function runsWhatItIsGiven(fn: FunctionNode, module: SourceModule): boolean {
  const parameters = new Set(
    fn.params.flatMap((one) => targetsOf(one)).map((name) => module.scopes.bindingOf(name)),
  );
  return nodesWithin(module.calls, fn).some(({ callee }) => {
    let root: Node = callee;
    while (root.type === 'MemberExpression') root = root.object;
    return root.type === 'Identifier' && parameters.has(module.scopes.bindingOf(root));
  });
}
