import type { FilesBefore } from '../../clients/schema.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import { isString } from '../../values/value.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeAt } from '../../values/objects.ts';
import { checked } from './checks.ts';
import { Origins } from './origins.ts';
import type { HandlerSite } from './site.ts';
import { rolesOf } from './site.ts';
import { verifiesRoute } from './verifying.ts';

/** Whether a file that a framework runs before its handlers verifies the requests of a handler. */
export function verifiedBeside(
  { module, reads }: Pick<HandlerSite, 'module' | 'reads'>,
  before: FilesBefore,
): boolean {
  return foldersAbove(module.file ?? '', before.beside).some(({ up, route }) => {
    const found = before.files.flatMap((file) => modulesOf(file, up, module));
    return found.some((each) => verifiesFor(each, route, before, reads));
  });
}

interface Beside {
  /** The way from the handler's folder to the one that the files are in. */
  readonly up: string;
  /** The path that the place of the handler's file stands for. */
  readonly route: string;
}

function foldersAbove(file: string, beside: FilesBefore['beside']): Beside[] {
  const parts = file.replaceAll('\\', '/').split('/');
  return parts.flatMap((part, index) => {
    const isRouted = beside[part];
    if (isRouted === undefined || index === parts.length - 1) return [];
    const up = '../'.repeat(parts.length - 1 - index);
    return [{ up, route: routeOf(parts.slice(isRouted ? index : index + 1)) }];
  });
}

/** `api/(group)/hooks/[name]/route.ts` stands for `/api/hooks/name`. */
function routeOf(parts: readonly string[]): string {
  const path = parts
    .map((part) => part.replace(/\.(?:[cm]?[jt]sx?)$/, '').replace(/\.(?:get|post|put|all)$/, ''))
    .filter((part) => !/^(?:\(.*\)|@.*|route|index|\+server)$/.test(part))
    .map((part) => part.replace(/[[\].]/g, ''));
  return `/${path.join('/')}`;
}

function modulesOf(file: string, up: string, module: SourceModule): readonly SourceModule[] {
  if (file.endsWith('/'))
    return module.neighbours(`${up}${file}`, /\.[cm]?[jt]s$/, /signature|hmac|hook|secret|verif/i);
  const found = module.import(`${up}${file}`.startsWith('.') ? `${up}${file}` : `./${up}${file}`);
  return found ? [found] : [];
}

function verifiesFor(
  module: SourceModule,
  route: string,
  { names, matcher }: FilesBefore,
  reads: HandlerSite['reads'],
): boolean {
  if (matcher && !isMatched(route, matcher, module)) return false;
  return names
    .flatMap((name) => exportedFunctions(name, module))
    .some((fn) =>
      verifiesRoute(
        checked(new Origins({ fn: fn.node, module: fn.module, reads, roles: rolesOf(reads) })),
        route,
      ),
    );
}

function exportedFunctions(name: string, module: SourceModule): FunctionValue[] {
  const exported = module.exports.get(name);
  return exported && 'local' in exported ? functionsIn(valueOf(exported.local, module)) : [];
}

/** A function, and those that a call is given: `sequence(first, second)`, `defineHandler(fn)`. */
function functionsIn(value: Value, depth = 0): FunctionValue[] {
  if (value.kind === 'function') return [value];
  if (depth > 3) return [];
  if (value.kind === 'call')
    return [value.callee, ...value.args].flatMap((each) => functionsIn(each, depth + 1));
  if (value.kind === 'array') return value.elements.flatMap((each) => functionsIn(each, depth + 1));
  return value.kind === 'choice'
    ? value.options.flatMap((each) => functionsIn(each, depth + 1))
    : [];
}

/** Whether the export that lists the routes of the file has one; a list that can't be read may. */
function isMatched(
  route: string,
  [name = '', ...path]: readonly string[],
  module: SourceModule,
): boolean {
  const exported = module.exports.get(name);
  if (!exported || !('local' in exported)) return true;
  const found = attributeAt(valueOf(exported.local, module), path);
  if (found.state !== 'known') return true;
  const listed = found.value.kind === 'array' ? found.value.elements : [found.value];
  return listed.some((each) => !isString(each) || matches(each.value, route));
}

/** `/api/:path*`, `/((?!_next).*)`. */
function matches(pattern: string, route: string): boolean {
  const source = pattern
    .replace(/\/:\w+\*/g, '(?:/.*)?')
    .replace(/\/:\w+\+/g, '/.+')
    .replace(/:\w+(?=[/]|$)/g, '[^/]+')
    .replace(/:\w+(?=\()/g, '');
  try {
    return new RegExp(`^${source}/?$`).test(route);
  } catch {
    return true;
  }
}
