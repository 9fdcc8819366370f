/** An option that decides whether the other side's certificate is looked at. */
export interface TlsOption {
  readonly name: string;
  /** The value that switches the check off. */
  readonly off: boolean;
  /** Other things have an option of this name too: it counts beside an address, or in what a client is given. */
  readonly isAmbiguous?: true;
}

/**
 * Read from the documentation of Node's `tls`, and of the clients that have options of their own
 * (request, needle, superagent, MongoDB, OpenSearch, Deno, React Native SSL pinning).
 */
export const tlsOptions: readonly TlsOption[] = [
  { name: 'rejectUnauthorized', off: false },
  { name: 'strictSSL', off: false },
  { name: 'strictSsl', off: false },
  { name: 'verifySsl', off: false, isAmbiguous: true },
  { name: 'verifySSL', off: false, isAmbiguous: true },
  { name: 'sslVerify', off: false, isAmbiguous: true },
  { name: 'verify_ssl', off: false, isAmbiguous: true },
  { name: 'sslValidate', off: false },
  { name: 'tlsInsecure', off: true },
  { name: 'tlsAllowInvalidCertificates', off: true },
  { name: 'tlsAllowInvalidHostnames', off: true },
  { name: 'insecureSkipVerify', off: true },
  { name: 'insecureSkipTLSVerify', off: true },
  { name: 'unsafelyIgnoreCertificateErrors', off: true },
  { name: 'disableAllSecurity', off: true },
  { name: 'disableTLSCerts', off: true },
  { name: 'allowUnauthorizedCerts', off: true },
  { name: 'insecure', off: true, isAmbiguous: true },
];

/** The option that holds a function which gets the certificate, and gives back an error if it is wrong. */
export const identityCheck = 'checkServerIdentity';

/** The variable that Node reads for the whole process: `0` switches the check off. */
export const tlsVariable = { name: 'NODE_TLS_REJECT_UNAUTHORIZED', off: '0', on: '1' } as const;

/** Methods of a request or an agent that switch the check off, without arguments. */
export const tlsMethods: readonly string[] = ['disableTLSCerts'];

/** Credentials that send everything unencrypted, made for the address that stands before them. */
export const plainCredentials: readonly { modules: readonly string[]; path: string }[] = [
  { modules: ['@grpc/grpc-js', 'grpc', 'nice-grpc'], path: 'credentials.createInsecure' },
  { modules: ['@grpc/grpc-js', 'grpc', 'nice-grpc'], path: 'ChannelCredentials.createInsecure' },
];

/** Those who make a listening socket of these options: there they are about the callers' certificates. */
export const tlsServers: readonly string[] = [
  'createServer',
  'createSecureServer',
  'Server',
  'WebSocketServer',
  'TLSSocket',
];

/** Option by which a server asks its callers for a certificate. */
export const serverMark = 'requestCert';

/** Constructors and functions whose options are of requests over HTTP, by module. */
export const tlsAgents: readonly string[] = [
  'https',
  'node:https',
  'undici',
  'https-proxy-agent',
  'agentkeepalive',
  'proxy-agent',
  'hpagent',
];
