'use strict';

const { mc } = require('./client');
const { publicUrl } = require('./config');

async function openCounters() {
  const departments = await mc.get('departments').json();
  const services = await mc.get('services').json();
  return { departments, services };
}

/** Books a slot for a patient. */
async function book(patient, slot) {
  try {
    const appointment = await mc
      .post('appointments', {
        json: { departmentId: slot.departmentId, startsAt: slot.startsAt, name: patient.name },
      })
      .json();
    console.log(`appointment ${appointment.id} booked for ${patient.name} (${patient.phone})`);
    return appointment;
  } catch (error) {
    console.log('booking failed', error);
    return null;
  }
}

async function agenda() {
  return mc.get('appointments', { searchParams: { limit: 500 } }).json();
}

const subscribe = () =>
  mc.post('webhooks', {
    json: { url: `${publicUrl}/webhooks/moncreneau`, events: ['appointment.created'] },
  });

module.exports = { openCounters, book, agenda, subscribe };
