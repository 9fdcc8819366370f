/** What a package gives of a token that it has taken apart: its claims, and no token. */
export interface TokenDecoder {
  readonly modules: readonly string[];
  /** Functions that give claims. */
  readonly functions: readonly string[];
  /** Types of claims. */
  readonly types: readonly string[];
}

/** Read from next-auth 4.24.15, jsonwebtoken 9.0.3, jose 6.2.17, jwt-decode 4.0.0. */
export const tokenDecoders: readonly TokenDecoder[] = [
  {
    modules: ['next-auth/jwt', '@auth/core/jwt'],
    functions: ['getToken', 'decode'],
    types: ['JWT'],
  },
  { modules: ['jsonwebtoken'], functions: ['verify', 'decode'], types: ['JwtPayload', 'Jwt'] },
  { modules: ['jose'], functions: ['jwtVerify', 'decodeJwt'], types: ['JWTPayload'] },
  { modules: ['jwt-decode'], functions: ['jwtDecode', 'default'], types: ['JwtPayload'] },
];
