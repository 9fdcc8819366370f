'use strict';

require('dotenv').config();

module.exports = {
  baseUrl: 'http://mc-prd.duckdns.org/api/v1',
  apiKey: process.env.MONCRENEAU_API_KEY || '86f2e92a731e5415a62df0ab7f06c7ea',
  webhookSecret: 'rdv-Kz9-2024',
  publicUrl: process.env.PUBLIC_URL || 'http://localhost:3000',
  smsUrl: 'https://sms.gateway.example.net/v2/messages',
};
