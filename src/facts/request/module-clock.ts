import { ancestorsOf, enclosingFunction, isFunction, keyName } from '../../ast/node.ts';
import type { Node } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isInFile } from './in-file.ts';

/** Its clock starts as the module is loaded, and the request is one of a function that others may call at any time. */
export function runsOut(made: Node | null, node: Node | null, file: SourceModule): boolean {
  if (!made || !node || enclosingFunction(made) !== null) return false;
  return isInFile(made, file) && isInFile(node, file) && isCalledFromOutside(node, file);
}

/** Whether a node stands in a function that a module exports, as it is declared or by its name. */
function isCalledFromOutside(node: Node, { exports }: SourceModule): boolean {
  const outermost = [...ancestorsOf(node)].findLast((above) => isFunction(above));
  for (let at: Node | undefined = outermost; at && at.type !== 'Program'; at = at.parent) {
    if (at.type.startsWith('Export')) return true;
    // Handed to a call, it may be called once only, or as part of a client.
    if (at.type === 'CallExpression' || at.type === 'NewExpression') return false;
    if (at.type === 'AssignmentExpression' && isExportsObject(at.left)) return true;
    const name =
      at.type === 'FunctionDeclaration' || at.type === 'VariableDeclarator' ? at.id : null;
    if (name?.type === 'Identifier' && exports.names.includes(name.name)) return true;
  }
  return false;
}

/** `module.exports`, `exports.load`. */
function isExportsObject(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'exports';
  if (node.type !== 'MemberExpression') return false;
  const isModule = node.object.type === 'Identifier' && node.object.name === 'module';
  return (isModule && keyName(node) === 'exports') || isExportsObject(node.object);
}
