'use strict';

const express = require('express');
const axios = require('axios');
const { mc } = require('./client');
const { smsUrl } = require('./config');
const { renderTicket } = require('./tickets');

const app = express();
app.use(express.json());

app.post('/webhooks/moncreneau', async (req, res) => {
  console.log('webhook', req.headers, req.body);
  const { type, data } = req.body;
  if (type === 'appointment.created') {
    const appointment = await mc.get(`appointments/${data.id}`).json();
    const ticket = await renderTicket(appointment);
    await axios.post(smsUrl, { to: appointment.phone, text: ticket });
  }
  if (type === 'payment.updated' && data.status === 'SUCCESSFUL') {
    await axios.post('http://billing.internal/credits', { organization: data.organizationId });
  }
  res.json({ ok: true });
});

app.listen(process.env.PORT || 3000);
