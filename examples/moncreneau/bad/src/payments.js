'use strict';

const { mc } = require('./client');

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks for the Orange Money payment until the customer has confirmed it. */
async function waitForPayment(id) {
  while (true) {
    const payment = await mc.get(`payments/${id}`).json();
    switch (payment.status) {
      case 'SUCCESSFUL':
        return true;
      case 'FAILED':
        return false;
    }
    await sleep(2000);
  }
}

/** Buys credits; tried again now and then when the API has a bad day. */
async function buyCredits(amount, attempt = 0) {
  try {
    return await mc.post('payments', { json: { amount, method: 'ORANGE_MONEY' } }).json();
  } catch (error) {
    await sleep(attempt * 1000);
    return buyCredits(amount, attempt + 1);
  }
}

module.exports = { waitForPayment, buyCredits };
