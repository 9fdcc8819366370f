import './stand-ins/globals.ts';
import { fixAll, lint } from './lint.ts';
import type { Answer, Question } from './protocol.ts';

/** The worker's own global object. */
declare const self: {
  onmessage: (event: { readonly data: Question }) => void;
  postMessage(answer: Answer): void;
};

self.onmessage = ({ data }) => {
  self.postMessage(answerTo(data));
};

function answerTo({ id, state, fixAll: wantsFixes }: Question): Answer {
  const start = performance.now();
  try {
    const output = wantsFixes ? fixAll(state) : null;
    const reports = lint(output === null ? state : { ...state, text: output });
    return { id, output, reports, milliseconds: performance.now() - start, failure: null };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { id, output: null, reports: [], milliseconds: performance.now() - start, failure };
  }
}
