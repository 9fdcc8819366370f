/** Where a value comes from, as bits. */

/** A signature that is computed here with a key. */
export const FROM_MAC = 1;
/** A hash that is computed here without a key. */
export const FROM_HASH = 2;
/** A header (or what is named like one) that carries a signature. */
export const FROM_SIGNATURE = 4;
/** Anything that the sender of a request decides on. */
export const FROM_REQUEST = 8;
export const FROM_HEADER = 16;
/** A secret of the environment or the configuration. */
export const FROM_SECRET = 32;
/** Called a secret: all that is known of it. */
export const NAMED_SECRET = 64;
