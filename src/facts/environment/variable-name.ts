/** `OCTOPUS_URL`: as environment variables are written. */
export const isVariableName = (text: string): boolean => /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/.test(text);
