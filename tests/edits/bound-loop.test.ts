import { describe, expect, it } from 'vitest';
import { boundLoop } from '../../src/edits/bound-loop.ts';
import { moduleOf } from '../../src/values/module.ts';
import { parse } from '../ast/parse.ts';
import { appliedTo } from './applied.ts';

/** Ends the first statement of a text, a loop, after two retries. */
function bounded(text: string): string | null {
  const module = moduleOf({ ...parse(text), file: null }, null);
  const [loop] = module.program.body;
  if (!loop) throw new Error('No loop.');
  return appliedTo(text, boundLoop(loop, 2, module));
}

describe('boundLoop', () => {
  it.each([
    [
      'while (1) { try { send(); break; } catch { wait(); } }',
      'for (let attempt = 0; ; attempt++) { try { send(); break; } catch (error) { if (attempt >= 2) throw error; wait(); } }',
    ],
    [
      'for (;;) { try { send(); } catch (e) {\n  wait();\n continue; }\n break; }',
      'for (let attempt = 0; ; attempt++) { try { send(); } catch (e) {\n  if (attempt >= 2) throw e;\n  wait();\n continue; }\n break; }',
    ],
    [
      'for (let n = 0; ; n++) { try { send(n); break; } catch (error) {} }',
      'for (let n = 0; ; n++) { try { send(n); break; } catch (error) { if (n >= 2) throw error; } }',
    ],
    // Each success is followed by another turn: turns are no retries.
    ['while (true) { try { page = next(page); } catch { wait(); } }', null],
    ['while (true) { try { send(); break; } catch ({ message }) { log(message); } }', null],
    ['while (true) { try { send(); break; } finally { wait(); } }', null],
    ['while (isOpen) { try { send(); break; } catch { wait(); } }', null],
    ['for (let n = 1; ; n++) { try { send(); break; } catch { wait(); } }', null],
    ['for (let n = 0; ; n += 2) { try { send(); break; } catch { wait(); } }', null],
    ['for (let n = 0, m = 1; ; n++) { try { send(); break; } catch { wait(m); } }', null],
    [
      'while (true) { try { send(); } catch { wait(); } try { tell(); break; } catch { wait(); } }',
      null,
    ],
    ['while (true) send();', null],
  ])('%s', (text, expected) => {
    expect(bounded(text)).toBe(expected);
  });
});
