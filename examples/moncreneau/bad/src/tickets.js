'use strict';

const { baseUrl, apiKey } = require('./config');

async function renderTicket(appointment) {
  const res = await fetch(`${baseUrl}/departments/${appointment.departmentId}?key=${apiKey}`);
  const department = await res.json();
  return `${department.name}: ${appointment.startsAt}, ticket ${appointment.number}`;
}

module.exports = { renderTicket };
