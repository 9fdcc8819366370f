import type { Node } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { Call, Outcome, Pause, Place, RequestAt, Run, Scope, Thing } from './rehearsal.ts';
import {
  Ended,
  Exhausted,
  exactly,
  Jumped,
  NOT_KNOWN,
  Reached,
  Returned,
  Thrown,
} from './rehearsal.ts';
import { assignTo } from './assign.ts';
import { callIn, nativeCall } from './call.ts';
import { evaluateIn } from './expression.ts';
import { executeIn } from './statement.ts';
import { tellsOf } from './rehearsal.ts';

/** Steps that one rehearsal may take. */
const MOST_STEPS = 6000;
/** Ways through the code that are tried for one outcome, and the steps that all of them may take. */
const MOST_WAYS = 20;
const MOST_STEPS_TOGETHER = 30_000;
/** Ways without an end after which no other is tried: what is left is seldom shorter. */
const MOST_EXHAUSTED = 2;
/** Calls are followed this deep. */
const DEEPEST = 160;

/** How one way through the code ended. */
export interface Ending {
  /** `again`: a request was about to be sent once more than asked for. */
  readonly by: 'again' | 'thrown' | 'returned' | 'ended' | 'exhausted';
  readonly value: Thing;
  readonly run: RehearsalRun;
  /** The ways that were chosen without knowing: whether they depend on the failure, and at which attempt. */
  readonly decisions: readonly Decision[];
}

interface Decision {
  readonly tells: boolean;
  readonly chosen: boolean;
  readonly attempt: number;
}

export interface Setting {
  readonly outcome: Outcome;
  readonly requestAt: RequestAt;
  readonly isAbortError: (made: Value) => boolean;
  readonly mostAttempts: number;
  readonly ignoresLimits?: boolean;
}

/** What is rehearsed: it is started with a run and the scope of the code around it. */
export type Scene = (run: Run, scope: Scope) => Thing;

export class RehearsalRun implements Run {
  readonly outcome: Outcome;
  readonly requestAt: RequestAt;
  readonly isAbortError: (made: Value) => boolean;
  readonly mostAttempts: number;
  readonly ignoresLimits: boolean;
  readonly config: Thing = {
    t: 'object',
    made: null,
    fields: new Map(),
    isOpen: true,
    ends: false,
  };
  readonly fields: Run['fields'] = new Map<object, Map<string, Thing>>();
  readonly sent: Map<Node, number> = new Map<Node, number>();
  /** The functions that were called after a request had been sent, and from where last. */
  readonly called: Map<Node, Node> = new Map<Node, Node>();
  readonly pauses: Pause[][] = [];
  readonly limits: Place[] = [];
  readonly statusTests: Place[] = [];
  readonly decisions: Decision[] = [];
  hasThrown = false;
  readsRetryAfter = false;
  handedOver = false;
  assumedLimit = false;
  isUnsure = false;
  settles = false;
  asksAgain = false;
  steps = 0;
  #depth = 0;
  readonly #mostSteps: number;
  readonly #script: readonly boolean[];

  constructor(setting: Setting, script: readonly boolean[], mostSteps: number) {
    this.outcome = setting.outcome;
    this.requestAt = setting.requestAt;
    this.isAbortError = setting.isAbortError;
    this.mostAttempts = setting.mostAttempts;
    this.ignoresLimits = setting.ignoresLimits === true;
    this.#mostSteps = mostSteps;
    this.#script = script;
  }

  spend(): void {
    this.steps += 1;
    if (this.steps > this.#mostSteps) throw new Exhausted();
  }

  decide(tells: boolean, preferred: boolean): boolean {
    const chosen = this.#script[this.decisions.length] ?? preferred;
    this.decisions.push({ tells, chosen, attempt: Math.max(0, ...this.sent.values()) });
    this.isUnsure ||= tells;
    return chosen;
  }

  evaluate(node: Node, scope: Scope): Thing {
    this.spend();
    if (this.#depth > DEEPEST * 8) throw new Exhausted();
    this.#depth += 1;
    try {
      return evaluateIn(this, node, scope, (call) => callIn(this, call, scope));
    } finally {
      this.#depth -= 1;
    }
  }

  execute(node: Node, scope: Scope): void {
    executeIn(this, node, scope);
  }

  call(callee: Thing, args: readonly Thing[], node: Node): Thing {
    if (callee.t === 'native') return nativeCall(this, callee.does, args);
    if (callee.t !== 'function')
      return args.some(tellsOf) ? { t: 'unknown', tells: true } : NOT_KNOWN;
    if (this.#depth > DEEPEST * 4 || callee.node.generator) throw new Exhausted();
    const { node: fn, module, self } = callee;
    if (this.sent.size > 0) this.called.set(fn, node);
    const scope: Scope = {
      module,
      variables: new Map(),
      outer: callee.scope,
      self: self ?? callee.scope.self,
    };
    for (const [index, parameter] of fn.params.entries()) {
      if (parameter.type === 'RestElement')
        assignTo(
          parameter.argument,
          { t: 'list', items: args.slice(index), isOpen: false },
          scope,
          this,
          true,
        );
      else assignTo(parameter, args[index] ?? exactly(undefined), scope, this, true);
    }
    this.#depth += 1;
    try {
      if (fn.body.type !== 'BlockStatement') return this.evaluate(fn.body, scope);
      this.execute(fn.body, scope);
      return exactly(undefined);
    } catch (error) {
      if (error instanceof Returned) return error.value;
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }
}

/** Plays a scene once, choosing by the script where something is not known. */
export function playOnce(
  scene: Scene,
  setting: Setting,
  module: SourceModule,
  script: readonly boolean[],
  mostSteps = MOST_STEPS,
): Ending {
  const run = new RehearsalRun(setting, script, mostSteps);
  const scope: Scope = { module, variables: new Map(), outer: null, self: null };
  const end = (by: Ending['by'], value: Thing = NOT_KNOWN): Ending => ({
    by,
    value,
    run,
    decisions: run.decisions,
  });
  try {
    return end('returned', scene(run, scope));
  } catch (error) {
    if (error instanceof Reached) return end('again');
    if (error instanceof Thrown) return end('thrown', error.value);
    if (error instanceof Returned) return end('returned', error.value);
    if (error instanceof Ended) return end('ended');
    if (error instanceof Jumped) return end('returned');
    if (error instanceof Exhausted || error instanceof RangeError) return end('exhausted');
    throw error;
  }
}

/** Plays a scene in all ways that its unknown tests leave open, as many as there is time for. */
export function playAll(scene: Scene, setting: Setting, module: SourceModule): Ending[] {
  const endings: Ending[] = [];
  const scripts: boolean[][] = [[]];
  let exhausted = 0;
  let steps = 0;
  for (let script = scripts.pop(); script && endings.length < MOST_WAYS; script = scripts.pop()) {
    const left = Math.min(MOST_STEPS, MOST_STEPS_TOGETHER - steps);
    const ending = playOnce(scene, setting, module, script, left);
    endings.push(ending);
    steps += ending.run.steps;
    if (ending.by === 'exhausted' && ++exhausted >= MOST_EXHAUSTED) break;
    const { decisions } = ending;
    for (let index = script.length; index < Math.min(decisions.length, 12); index++) {
      scripts.push([
        ...decisions.slice(0, index).map(({ chosen }) => chosen),
        !decisions[index]?.chosen,
      ]);
    }
  }
  return endings;
}

export type { Call };
