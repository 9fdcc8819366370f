import { factsIn } from './facts-in.ts';

/** Of each poll: its form, whether it waits between turns, and what else holds of it. */
export const shown = (code: string): string[] =>
  factsIn(code).polling.map(
    ({ form, pause, isBounded, endsWithPage, isPayment, longestMs, calls }) =>
      [
        form,
        pause,
        ...(isBounded ? ['bounded'] : []),
        ...(endsWithPage ? ['page'] : []),
        ...(isPayment ? ['payment'] : []),
        ...(longestMs === null ? [] : [String(longestMs)]),
        ...(calls.length === 1 ? [] : [`x${String(calls.length)}`]),
      ].join(' '),
  );

export const URL = '`https://api.example.com/v1/jobs/${id}`';
export const READ = `const job = await fetch(${URL}).then((r) => r.json());`;
/** A function that waits, with this body. */
export const IN = (body: string) => `export async function wait(id, signal) { ${body} }`;
