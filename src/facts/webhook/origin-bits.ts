/** Where data comes from, as bits. */
export const FROM_BODY = 1;
export const FROM_HEADER = 2;
/** The whole request, or an object that is on the way to its parts. */
export const FROM_REQUEST = 4;
/** A secret of the environment or configuration. */
export const FROM_SECRET = 8;
/** A signature or hash that is computed here. */
export const FROM_DIGEST = 16;
