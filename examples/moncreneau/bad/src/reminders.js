'use strict';

/** Every evening: a text message for each appointment of tomorrow. */
const { agenda } = require('./appointments');
const { smsUrl } = require('./config');
const { renderTicket } = require('./tickets');

async function remind(appointment) {
  const text = await renderTicket(appointment);
  return fetch(smsUrl, {
    method: 'POST',
    timeout: 5000,
    body: JSON.stringify({ to: appointment.phone, text }),
  });
}

async function main() {
  const appointments = await agenda();
  const sent = [];
  for (const appointment of appointments) sent.push(remind(appointment));
  await Promise.all(sent);
}

main().catch(() => {});
