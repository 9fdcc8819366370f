/** Domains whose names lead to the address that is written in them: `shop.127.0.0.1.nip.io`. */
export const addressDomains: readonly string[] = ['nip.io', 'sslip.io', 'xip.io'];

/** Domains all of whose names lead to the machine that asks. */
export const loopbackDomains: readonly string[] = ['localtest.me', 'lvh.me', 'vcap.me'];
