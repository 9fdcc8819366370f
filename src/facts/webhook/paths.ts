import type { FunctionNode } from '../../ast/node.ts';
import type { Value } from '../../values/value.ts';

/** A part of a handler's parameter. */
export interface FoundPath {
  readonly index: number;
  /** `headers.get()`, `body.type`; empty for the parameter itself. */
  readonly path: string;
  /** The name of the header that the last call asks for. */
  readonly header?: string;
}

/** Which part of which parameter of a function a value is; null where it is none. */
export function pathFrom(value: Value, fn: FunctionNode): FoundPath | null {
  switch (value.kind) {
    case 'parameter':
      return value.fn === fn ? { index: value.index, path: '' } : null;
    case 'member': {
      const inner = pathFrom(value.object, fn);
      return (
        inner && { ...inner, path: inner.path === '' ? value.name : `${inner.path}.${value.name}` }
      );
    }
    case 'call': {
      const inner = pathFrom(value.callee, fn);
      const [first] = value.args;
      if (!inner) return null;
      const header = first?.kind === 'literal' ? { header: String(first.value) } : {};
      return { ...inner, path: `${inner.path}()`, ...header };
    }
    case 'awaited':
      return pathFrom(value.of, fn);
    case 'typed':
      return value.read ? pathFrom(value.read, fn) : null;
    case 'choice':
      for (const option of value.options) {
        const inner = pathFrom(option, fn);
        if (inner) return inner;
      }
      return null;
    default:
      return null;
  }
}

/** `headers.*` as the paths that begin with it. */
export function compilePath(path: string): RegExp {
  const source = path
    .replace(/[.()]/g, '\\$&')
    .replace('\\(*\\)', '\\(\\)')
    .replace('*', '([^.]+)');
  return new RegExp(`^${source}(?=$|[.(])`);
}

/** `req.raw` for `req.raw.text()`: an object on the way. */
export const stepsTo = (path: string): string[] => {
  const names = path.split('.').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('.'));
};

/** What a caller sends beside body and headers: the query, the parts of the path. */
export const isSentBeside = (path: string): boolean =>
  /^(?:req\.)?(?:request\.)?(?:query|queries|params?|url|queryStringParameters)\b/.test(path);

/** What a framework hands a handler of the service's own: the variables of a worker, the app. */
export const isKeptBeside = (path: string): boolean =>
  /^(?:context\.|platform\.)?(?:env|app|server|config)\b/.test(path);
