// What became of the places that somebody has read: how many for each rule, and each that was missed.
// Places at which the rule is rightly silent are counted alone.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {import('./places.js').Place & {
 *   rule: string,
 *   verdict: 'mended' | 'limit',
 *   why: string,
 *   page?: string,
 * }} Missed `limit`: `page` is what the rule's page says of it under "What it can't see"
 */

/** @returns {{ read: Readonly<Record<string, number>>, missed: readonly Missed[] }} */
export const allVerdicts = () =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'verdicts.json'), 'utf8'));
