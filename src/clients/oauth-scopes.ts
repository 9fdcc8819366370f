/** What shows that a `scope` is one of OAuth, and which scopes open everything. Read from RFC 6749 and the libraries' documentation. */

/** Names that stand beside the scope in a request, or in the options of a client. */
export const besidesScope: readonly string[] = [
  'grant_type',
  'grantType',
  'response_type',
  'responseType',
  'client_id',
  'clientId',
  'clientID',
  'client_secret',
  'clientSecret',
  'redirect_uri',
  'redirectUri',
  'redirectURI',
  'callbackURL',
  'callbackUrl',
  'access_type',
  'accessType',
  'tokenURL',
  'tokenUrl',
  'token_url',
  'tokenEndpoint',
  'authorizationURL',
  'authorizationUrl',
  'accessTokenUri',
  'code_challenge',
  'keyFile',
  'keyFilename',
  'audience',
  'assertion',
  'prompt',
];

/** What stands beside the scopes that somebody was given: a token, and how long it is good. */
export const besidesGranted: readonly string[] = [
  'token',
  'access_token',
  'accessToken',
  'expires_in',
  'expiresIn',
  'expires_at',
  'expiresAt',
];

/** Last names of functions that take a scope among their options. */
export const scopeTakers: readonly string[] = [
  'authenticate',
  'generateAuthUrl',
  'authorizationUrl',
  'authorizeURL',
  'authorizeUrl',
  'buildAuthorizationUrl',
  'createAuthorizationURL',
  'getAuthorizationUrl',
  'getToken',
  'getAccessToken',
  'fetchToken',
  'requestToken',
  'accessToken',
  'grant',
  'clientCredentials',
  'clientCredentialsGrant',
  'acquireToken',
  'acquireTokenSilent',
  'acquireTokenPopup',
  'acquireTokenByClientCredential',
  'acquireTokenByRefreshToken',
  'getAuthCodeUrl',
  'loginWithRedirect',
  'getAccessTokenSilently',
  'signIn',
  'GoogleAuth',
  'getClient',
  'initTokenClient',
  'initCodeClient',
];

/** Parts of a scope that stand for everything. */
export const broadScopeParts: readonly string[] = [
  '*',
  'all',
  'admin',
  'administrator',
  'superadmin',
  'superuser',
  'root',
  'full',
  'full_access',
  'full-access',
  'fullaccess',
  'fullcontrol',
  'full_control',
  'all_access',
  'everything',
];

/** Whole scopes that open all of a provider's services. */
export const broadScopes: readonly string[] = [
  'https://www.googleapis.com/auth/cloud-platform',
  'https://www.googleapis.com/auth/drive',
  'https://mail.google.com/',
];

/**
 * Who takes the scopes of a server's own account, whose roles say what it may do. Google's pages on
 * service accounts ask for the scope that opens its cloud there, and for narrow roles.
 */
export const ownAccount = {
  takers: ['GoogleAuth', 'getClient', 'JWT', 'Compute'],
  scopes: ['https://www.googleapis.com/auth/cloud-platform'],
} as const satisfies { readonly takers: readonly string[]; readonly scopes: readonly string[] };
