import { describe, expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';
import { CATCH, GET, IN, POST, TRY, URL } from './failures.ts';

describe('whose failure it is', () => {
  const guarded = (code: string): number[] =>
    factsIn(code).errorHandling.map(({ calls }) => calls.length);

  test.each([
    ['two in one block', TRY('catch {}', `${GET}; ${POST};`), [2]],
    [
      'waited for further down',
      TRY('catch {}', `const pending = fetch(${URL}); work(); return await pending;`),
      [1],
    ],
    [
      'all at once',
      IN(`await Promise.all([fetch(${URL}), fetch(${URL})]).catch(() => null);`),
      [2],
    ],
    [
      'given back by a step',
      IN(`return ready().then(() => fetch(${URL})).catch(() => null);`),
      [1],
    ],
    [
      'one that runs where it stands, and its call',
      IN(`(async () => { ${GET}; })().catch(() => null);`),
      [2],
    ],
    ['the inner one takes it', TRY('catch {}', `try { ${GET}; } catch {}`), [1]],
    [
      'the inner one throws it on',
      TRY('catch {}', `try { ${GET}; } catch (e) { throw e; }`),
      [1, 1],
    ],
    [
      'a function that sends several',
      `async function both() { ${GET}; ${POST}; } ${IN('try { await both(); } catch {}')}`,
      [0],
    ],
  ])('%s', (_name, code, wanted) => {
    expect(guarded(code)).toEqual(wanted);
  });

  test.each([
    ['not waited for', TRY('catch {}', `fetch(${URL});`)],
    ['sent later', TRY('catch {}', `setTimeout(async () => { ${GET}; }, 10);`)],
    ['sent on an event', TRY('catch {}', `socket.on('open', async () => { ${GET}; });`)],
    ['no request', TRY('catch {}', 'return JSON.parse(body);')],
    ['a handler that is not known', `import { handle } from './errors'; ${CATCH('handle')}`],
    ['only finally', IN(`try { return ${GET}; } finally { done(); }`)],
    ['the request stands in the handler', IN(`try { work(); } catch { ${GET}; }`)],
  ])('nothing: %s', (_name, code) => {
    expect(guarded(code)).toEqual([]);
  });
});

describe('what a function that sends several requests changes', () => {
  const writes = (body: string): boolean[] =>
    factsIn(
      `async function save(order, body) { ${body} } ${IN('try { await save(body); } catch (e) { console.error(e); }')}`,
    ).errorHandling.map(({ isWrite }) => isWrite);

  test.each([
    [
      'looked up, then updated or created',
      `const had = ${GET}; if (had.ok) { ${POST}; } else { ${POST}; }`,
      true,
    ],
    [
      'created where nothing was found',
      `const had = ${GET}; if (had.ok) return had; return ${POST};`,
      true,
    ],
    ['one or the other', `${GET}; if (order.id) return ${POST}; return ${POST};`, true],
    ['two things', `${GET}; ${POST}; ${POST};`, false],
    [
      'one thing for each',
      "await fetch('https://api.example.com/v1/' + order); for (const each of body) { await fetch('https://api.example.com/v1/items', { method: 'POST', body }); }",
      false,
    ],
    ['nothing', `${GET}; ${GET};`, false],
  ])('%s', (_name, body, wanted) => {
    expect(writes(body)).toEqual([wanted]);
  });
});
