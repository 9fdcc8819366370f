// What a new rule starts from. A test lints and formats these, so that they stay true.

/** @param {string} name @returns {string} a first description, from the name's own verb */
function description(name) {
  const words = name.split('-');
  const subject = words.slice(1).join(' ');
  if (words[0] === 'no') return `Disallow ${subject}`;
  if (words[0] === 'require') return `Require ${subject}`;
  return `Enforce ${words.join(' ')}`;
}

/** @param {string} name */
function rule(name) {
  return `import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: '${name}',
  description: '${description(name)}',
  checklist: ['aelix/timeouts'],
  level: 'strict',
  messages: { missing: 'Say what is wrong and what to do about it.' },
  on: {
    apiCall(call, { report }) {
      if (call.timeout.state !== 'absent') return;
      report({ node: call.node, messageId: 'missing' });
    },
  },
});
`;
}

/** @param {string} name */
function test(name) {
  return `import rule from '../../rules/${name}.ts';
import { testRule } from '../rule-tester.ts';

testRule(rule, {
  valid: ['await fetch(url, { signal: AbortSignal.timeout(5000) })'],
  invalid: [{ code: 'await [|fetch(url)|]' }],
});
`;
}

/** @param {string} name */
function page(name) {
  return `# go-live/${name}

<!-- end of generated header -->

Why it matters, in two or three sentences.

## Incorrect

\`\`\`ts incorrect
await fetch(url);
\`\`\`

## Correct

\`\`\`ts correct
await fetch(url, { signal: AbortSignal.timeout(5000) });
\`\`\`

## When not to use it

Where this check does not apply.
`;
}

/**
 * @param {string} name
 * @returns {Record<string, string>} file, relative to the root -> text
 */
export function ruleFiles(name) {
  return {
    [`rules/${name}.ts`]: rule(name),
    [`tests/rules/${name}.test.ts`]: test(name),
    [`docs/rules/${name}.md`]: page(name),
  };
}
