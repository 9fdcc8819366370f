/** Names of environment variables in a text that tell to which API its webhooks belong. */
export const credentialVariablesIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/\b[A-Z][A-Z\d]*(?:_[A-Z\d]+)*_(?:SECRET|KEY|TOKEN)\b/g)].map(
      ([name]) => name,
    ),
  ),
];
