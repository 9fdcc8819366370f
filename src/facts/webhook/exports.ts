import type { TSESTree } from '@typescript-eslint/utils';
import type { HandlerForm, WebFramework } from '../../clients/schema.ts';
import type { Node } from '../../ast/node.ts';
import { isFunction, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf } from '../../values/objects.ts';
import type { FileView } from '../fact.ts';
import { verifiedBeside } from './beside.ts';
import { fitsPattern } from './files.ts';
import type { FoundHandler, HandlerSite } from './site.ts';
import { frameworks, handlerBehind, rolesOf } from './site.ts';

type Form = Extract<HandlerForm, { form: 'export' }>;

const VERBS: ReadonlySet<string> = new Set([
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
]);

/** Exported functions of files in the places where a framework looks for them. */
export function exportedSites(view: FileView): HandlerSite[] {
  const { file } = view.module;
  if (file === null) return [];
  const taken = new Set<string>();
  return FORMS.flatMap(({ framework, form }) =>
    namesOf(form, file, view).flatMap((name) => {
      const site = taken.has(name) ? null : siteOf(name, framework, form, view);
      if (site) taken.add(name);
      return site ?? [];
    }),
  );
}

/** A form that takes any file comes after those that take certain ones. */
function generality({ files }: Form): number {
  return files.some((pattern) => pattern.startsWith('**/*.')) ? 1 : 0;
}

const FORMS = frameworks
  .flatMap((framework) =>
    framework.forms.flatMap((form) => (form.form === 'export' ? [{ framework, form }] : [])),
  )
  .toSorted((a, b) => generality(a.form) - generality(b.form));

function namesOf(form: Form, file: string, { module }: FileView): string[] {
  if (!form.files.some((pattern) => fitsPattern(file, pattern))) return [];
  const typed = module.exports.names.filter((name) => isOfType(name, form, module));
  return [...new Set([...form.names.filter((name) => module.exports.get(name)), ...typed])];
}

function isOfType(name: string, { types = [] }: Form, module: FileView['module']): boolean {
  const found = module.exports.get(name);
  if (!found || !('local' in found) || found.local.type !== 'Identifier') return false;
  const [declaration] = module.scopes.bindingOf(found.local)?.declarations ?? [];
  const type = declaration?.typeAnnotation?.typeAnnotation;
  return (
    type?.type === 'TSTypeReference' &&
    type.typeName.type === 'Identifier' &&
    types.includes(type.typeName.name)
  );
}

function siteOf(
  name: string,
  framework: WebFramework,
  form: Form,
  view: FileView,
): HandlerSite | null {
  const { module } = view;
  const exported = module.exports.get(name);
  if (!exported || !('local' in exported)) return null;
  const node =
    form.member === undefined ? exported.local : memberNode(exported.local, form.member, view);
  const found = node && handlerBehind(node, module);
  if (!node || !found || found.fn.module !== module) return null;
  return {
    node: headOf(node, found),
    fn: found.fn.node,
    module,
    framework: framework.name,
    form: 'export',
    method: VERBS.has(name) ? name : verbOfFile(module.file ?? ''),
    path: null,
    name: name === 'default' ? found.name : name,
    roles: rolesOf(framework.request),
    reads: framework.request,
    answers: framework.answers,
    chain: found.wrappers,
    around: () =>
      form.before && verifiedBeside({ module, reads: framework.request }, form.before)
        ? 'unknown'
        : 'never',
  };
}

/** `order.post.ts` is for one method. */
const verbOfFile = (file: string): string | null => {
  const verb = /\.(get|post|put|patch|delete|head|options)\.\w+$/.exec(file)?.[1]?.toUpperCase();
  return verb ?? null;
};

function memberNode(local: Node, name: string, { module }: FileView): Node | null {
  const found = attributeOf(valueOf(local, module), name);
  return found.state === 'known' && found.value.kind === 'function' ? found.value.node : null;
}

/** The part of an exported handler that a report is put on: its name, else the wrapper's, else its first line. */
export function headOf(exported: Node, found: FoundHandler): Node {
  const node = unwrap(exported);
  if (isFunction(node)) return node.id ?? nameAround(node) ?? node;
  if (node.type === 'CallExpression') return node.callee;
  return node.type === 'Identifier' ? declaredName(node, found) : found.fn.node;
}

/** Where a name is given to the handler, rather than where it is exported. */
function declaredName(name: TSESTree.Identifier, { fn }: FoundHandler): Node {
  return fn.module.scopes.bindingOf(name)?.declarations[0] ?? name;
}

/** The key or the left side that a function expression is given to. */
function nameAround({ parent }: Node): Node | null {
  if (parent?.type === 'Property' || parent?.type === 'MethodDefinition') return parent.key;
  if (parent?.type !== 'AssignmentExpression') return null;
  return parent.left.type === 'MemberExpression' ? parent.left.property : parent.left;
}
