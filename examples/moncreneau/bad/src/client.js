'use strict';

const got = require('got');
const { baseUrl, apiKey } = require('./config');

/** All requests to MONCRENEAU go through here. */
const mc = got.extend({
  prefixUrl: baseUrl,
  responseType: 'json',
  decompress: false,
  https: { rejectUnauthorized: false },
  searchParams: { api_key: apiKey },
  timeout: { request: 90000 },
  retry: {
    limit: 10,
    methods: ['GET', 'POST'],
    statusCodes: [400, 409, 500, 502, 503],
    calculateDelay: ({ attemptCount }) => (attemptCount > 10 ? 0 : 500),
  },
});

module.exports = { mc };
