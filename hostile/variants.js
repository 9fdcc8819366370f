// A test of a parser has no request in it, and the rules would leave it at the first look: so each
// file is linted as it is, with requests that use all its names, and as part of code around them.

/** As many names of the file as are put into requests. */
const MOST_NAMES = 12;

const HEAD = `const axios = require('axios');
const app = require('express')();
`;

/** @param {string} name of something at the top of the file */
const probe = (name) => `
async function goLive_${name}(input, attempt = 0) {
  for (let count = 0; count < ${name}; count++) {
    try {
      const response = await fetch(${name}, { method: ${name}, headers: { authorization: ${name} }, ...${name} });
      if (!response.ok) throw new Error(${name});
      console.log(${name}, response.headers, input.id);
      return ${name}.parse(await response.json());
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, ${name} ** attempt));
      if (error.status !== ${name}) return goLive_${name}(input, attempt + 1);
    }
  }
  const client = axios.create({ baseURL: ${name}, timeout: ${name} });
  return Promise.all(${name}.map((each) => client.post(\`/orders/\${each}\`, ${name}, ${name})));
}
app.post('/webhook', ${name});`;

/** @param {string} code @param {readonly string[]} names @returns {string} */
export function withRequests(code, names) {
  return `${code}\n;${names.slice(0, MOST_NAMES).map(probe).join('\n')}\n${HEAD}`;
}

/** @param {string} code @returns {string} */
export function insideOfHandler(code) {
  return `${HEAD}
app.post('/webhook', async (request, reply) => {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const answer = await axios.post(\`\${process.env.API_URL}/orders\`, request.body, {
        headers: { authorization: process.env.API_KEY },
      });
      {
${code}
      }
      return await axios.get(answer.data.url);
    } catch (error) {
      {
${code}
      }
      console.error(error.config);
    }
  }
});
`;
}
