import type { BindingKind } from './declaration.ts';
import { declaredBy, declares } from './declaration.ts';
import type { Identifier, JSXIdentifier, Node, Program, VisitorKeys } from './node.ts';
import { nodesOf } from './nodes.ts';
import { targetsOf } from './pattern.ts';
import { isTypeOnly, namesType, readsVariable } from './reference.ts';

export type { BindingKind } from './declaration.ts';

/** One assignment to a name. */
export interface Write {
  readonly target: Identifier;
  /**
   * What writes: a `VariableDeclarator` with an initializer, an `AssignmentExpression`, an
   * `UpdateExpression`, a `ForInStatement` or a `ForOfStatement`.
   */
  readonly by: Node;
}

/** One name in one scope. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** The identifiers that declare it: several where `var`s, functions or types are merged. */
  readonly declarations: readonly Identifier[];
  /** Where its value is read, in source order; `x += 1` and `x++` read and write. */
  readonly reads: readonly (Identifier | JSXIdentifier)[];
  /** Its assignments, in source order. */
  readonly writes: readonly Write[];
  /** The block, function, loop, class, catch clause or program that it belongs to. */
  readonly scope: Node;
}

/** What each name of a module means. */
export interface Scopes {
  /** What an identifier refers to or declares; null for a global and for what is no reference. */
  bindingOf(identifier: Identifier | JSXIdentifier): Binding | null;
  /** What a name means at a node; null for a global. */
  lookup(name: string, from: Node): Binding | null;
  /** The names of the module's top level. */
  readonly topLevel: ReadonlyMap<string, Binding>;
}

interface OpenBinding extends Binding {
  kind: BindingKind;
  readonly declarations: Identifier[];
  readonly reads: (Identifier | JSXIdentifier)[];
  readonly writes: Write[];
}

interface Reference {
  readonly identifier: Identifier | JSXIdentifier;
  /** Its binding where that is already known, as for a declaration. */
  readonly binding?: OpenBinding;
  readonly write: Write | null;
  readonly reads: boolean;
}

const known = new WeakMap<Program, Scopes>();

/** The scopes of a module, worked out once; also gives all its nodes their `parent`. */
export function scopesOf(program: Program, visitorKeys?: VisitorKeys): Scopes {
  const cached = known.get(program);
  if (cached) return cached;
  const scopes = new ModuleScopes(program, visitorKeys);
  known.set(program, scopes);
  return scopes;
}

/** From this many scopes that declare a name, climbing the parents beats comparing all ranges. */
const MANY_SCOPES = 8;

class ModuleScopes implements Scopes {
  readonly topLevel = new Map<string, OpenBinding>();
  readonly #byName = new Map<string, Map<Node, OpenBinding>>();
  readonly #byIdentifier = new Map<Node, OpenBinding>();
  readonly #assigned = new Set<Node>();
  readonly #references: Reference[] = [];

  constructor(program: Program, visitorKeys: VisitorKeys | undefined) {
    for (const node of nodesOf(program, visitorKeys)) {
      if (declares(node)) this.#declare(node);
      if (!isTypeOnly(node)) this.#refer(node);
    }
    for (const reference of this.#references) this.#resolve(reference);
    this.#references.length = 0;
    this.#assigned.clear();
  }

  bindingOf(identifier: Identifier | JSXIdentifier): Binding | null {
    const found = this.#byIdentifier.get(identifier);
    if (found) return found;
    return namesType(identifier) ? this.#find(identifier.name, identifier) : null;
  }

  lookup(name: string, from: Node): Binding | null {
    return this.#find(name, from);
  }

  #declare(node: Node): void {
    for (const { identifier, kind, scope, by } of declaredBy(node)) {
      if (identifier.name === 'this') continue;
      const binding = this.#open(identifier.name, kind, scope);
      binding.declarations.push(identifier);
      this.#byIdentifier.set(identifier, binding);
      if (!by) continue;
      const write = { target: identifier, by };
      this.#references.push({ identifier, binding, write, reads: false });
    }
  }

  #open(name: string, kind: BindingKind, scope: Node): OpenBinding {
    const scopes = this.#byName.get(name) ?? new Map<Node, OpenBinding>();
    this.#byName.set(name, scopes);
    const existing = scopes.get(scope);
    if (existing) {
      if (existing.kind === 'type') existing.kind = kind;
      return existing;
    }
    const binding = { name, kind, declarations: [], reads: [], writes: [], scope };
    scopes.set(scope, binding);
    if (scope.type === 'Program') this.topLevel.set(name, binding);
    return binding;
  }

  #refer(node: Node): void {
    switch (node.type) {
      case 'AssignmentExpression':
        return this.#assign(node.left, node, node.operator !== '=');
      case 'UpdateExpression':
        return this.#assign(node.argument, node, true);
      case 'ForInStatement':
      case 'ForOfStatement':
        if (node.left.type !== 'VariableDeclaration') this.#assign(node.left, node, false);
        return;
      case 'Identifier':
      case 'JSXIdentifier':
        if (this.#byIdentifier.has(node) || this.#assigned.has(node)) return;
        if (!readsVariable(node)) return;
        this.#references.push({ identifier: node, write: null, reads: true });
    }
  }

  #assign(pattern: Node, by: Node, reads: boolean): void {
    for (const target of targetsOf(pattern)) {
      this.#assigned.add(target);
      this.#references.push({ identifier: target, write: { target, by }, reads });
    }
  }

  #resolve(reference: Reference): void {
    const { identifier, write, reads } = reference;
    const binding = reference.binding ?? this.#find(identifier.name, identifier);
    if (!binding) return;
    this.#byIdentifier.set(identifier, binding);
    if (reads && binding.reads.at(-1) !== identifier) binding.reads.push(identifier);
    if (write) binding.writes.push(write);
  }

  #find(name: string, from: Node): OpenBinding | null {
    const scopes = this.#byName.get(name);
    if (!scopes) return null;
    return scopes.size < MANY_SCOPES ? innermost(scopes, from) : climb(scopes, from);
  }
}

function innermost(scopes: ReadonlyMap<Node, OpenBinding>, from: Node): OpenBinding | null {
  let best: OpenBinding | null = null;
  for (const [scope, binding] of scopes) {
    if (!holds(scope, from)) continue;
    if (!best || !isInside(best.scope, scope)) best = binding;
  }
  return best;
}

function holds(scope: Node, node: Node): boolean {
  if (scope.type === 'Program') return true;
  return scope.range[0] <= node.range[0] && node.range[1] <= scope.range[1];
}

/** Whether `inner` lies within `outer` and is not the wider of the two. */
function isInside(inner: Node, outer: Node): boolean {
  if (outer.type === 'Program') return true;
  if (inner.type === 'Program') return false;
  return inner.range[1] - inner.range[0] < outer.range[1] - outer.range[0];
}

function climb(scopes: ReadonlyMap<Node, OpenBinding>, from: Node): OpenBinding | null {
  for (let node: Node | undefined = from; node; node = node.parent) {
    const binding = scopes.get(node);
    if (binding) return binding;
  }
  return null;
}
