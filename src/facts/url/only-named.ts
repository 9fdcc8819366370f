import type { Node } from '../../ast/node.ts';
import { keyName } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { importedFrom } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { LiteralPlace } from '../literal-place.ts';
import { placeOf } from '../literal-place.ts';
import { readsOf } from './kept-reads.ts';
import { outermost } from './url-use.ts';

/**
 * Nothing but a name such as `url` says that a program calls the address: links, what is shown and
 * what is looked at are called so as well. More is said by a name that holds what answers there
 * (`apiUrl`, `endpoint`), by an object that has a request's other options, and by handing the
 * address to a library.
 */
export function isOnlyNamed(place: LiteralPlace, view: FileView): boolean {
  const { name, holder } = place;
  if (name === null || saysWhatAnswers(name)) return false;
  if (isOfRequest(holder, view.module)) return false;
  return !readsOf(place, view).some((read) => {
    const { parent } = outermost(read);
    return (
      saysWhatAnswers(placeOf(read).name) ||
      (parent !== undefined && isOfRequest(parent, view.module)) ||
      isOfLibrary(parent, view.module)
    );
  });
}

const saysWhatAnswers = (name: string | null): boolean =>
  name !== null && wordsOf(name).some((word) => ANSWERS.test(word));

const ANSWERS =
  /^(?:api\d*|base(?:url)?|endpoint|server|gateway|backend|service|host(?:name)?|prefixurl|rpc)$/;

/** `{ url, method, headers }`, `load({ url })` of a library. */
function isOfRequest(property: Node, module: SourceModule): boolean {
  const object = property.type === 'Property' ? property.parent : null;
  if (object?.type !== 'ObjectExpression') return false;
  return (
    object.properties.some((each) => OF_REQUEST.test(keyName(each) ?? '')) ||
    isOfLibrary(object.parent, module)
  );
}

const OF_REQUEST = /^(?:method|headers)$/;

const isOfLibrary = (call: Node | undefined, module: SourceModule): boolean =>
  (call?.type === 'CallExpression' || call?.type === 'NewExpression') &&
  importedFrom(valueOf(call.callee, module)) !== null;
