import type { Answer, Question } from './protocol.ts';
import type { PlaygroundState } from './state.ts';

/** A web worker, as far as it is used here; the types of a browser are not those of the plugin. */
interface Thread {
  onmessage: (event: { readonly data: Answer }) => void;
  onerror: (event: { readonly message: string }) => void;
  postMessage(question: Question): void;
  terminate(): void;
}
declare const Worker: new (address: string, options: { readonly name: string }) => Thread;

/** The linter in its own thread. */
export interface LinterThread {
  /** Null where a later question was asked meanwhile. */
  lint(state: PlaygroundState): Promise<Answer | null>;
  fixAll(state: PlaygroundState): Promise<Answer | null>;
  end(): void;
}

/** @param address of the script that `worker.ts` becomes */
export function startLinter(address: string): LinterThread {
  const worker = new Worker(address, { name: 'linter' });
  let latest = 0;
  let answer: (answer: Answer | null) => void = () => undefined;
  worker.onmessage = ({ data }) => {
    if (data.id === latest) answer(data);
  };
  worker.onerror = ({ message }) => {
    const failure = message || 'The linter could not be loaded.';
    answer({ id: latest, output: null, reports: [], milliseconds: 0, failure });
  };
  const ask = (state: PlaygroundState, fixAll: boolean): Promise<Answer | null> => {
    answer(null);
    return new Promise((resolve) => {
      answer = resolve;
      const question: Question = { id: ++latest, state, fixAll };
      worker.postMessage(question);
    });
  };
  return {
    lint: (state) => ask(state, false),
    fixAll: (state) => ask(state, true),
    end: () => {
      worker.terminate();
    },
  };
}
