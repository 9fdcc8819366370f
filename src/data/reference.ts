/** A text whose value comes from elsewhere: the environment, a secrets manager, a decryption. */
const WHOLE_REFERENCES: readonly RegExp[] = [
  /^\$\{\{.*\}\}$/s, // GitHub Actions, Cloud Foundry
  /^\{\{.*\}\}$/s, // templates
  /^\$\{[^{}]*\}$/, // shells, Compose, CloudFormation
  /^\$\(.*\)$/s, // Azure Pipelines, Kubernetes, shells
  /^\$[A-Za-z_]\w*$/,
  /^%[A-Za-z_]\w*%$/,
  /^<<.*>>$/, // CircleCI
  /^@[\w.]+\(.*\)$/s, // App Service
  /^#\{.*\}#?$/,
  /^__\w+__$/,
  /^(?:op|vault|ssm|secret|secrets|aws-sm|gcp-sm|bws|doppler|env|file|ref\+\w+|sm|azkv|keyvault):/i,
  /^(?:ENC\[|\{cipher\}|\{aes\}|encrypted:|\$ANSIBLE_VAULT|ENC\(|v1:gcm:|AQIC[A-Za-z\d+/]{40})/,
  /^(?:arn:|projects\/[^/]+\/secrets\/|\/run\/secrets\/)/,
];

export function isReference(text: string): boolean {
  const trimmed = text.trim();
  return WHOLE_REFERENCES.some((pattern) => pattern.test(trimmed));
}

/** `${NAME:-value}`: what a reference is worth when its variable is unset. */
export interface ReferenceDefault {
  readonly variable: string;
  readonly text: string;
  /** Offset in the text. */
  readonly start: number;
}

export function defaultOf(text: string): ReferenceDefault | null {
  const found = /^\$\{([A-Za-z_]\w*):?[-=]([^${}]+)\}$/.exec(text);
  const [, variable, value] = found ?? [];
  return variable === undefined || value === undefined
    ? null
    : { variable, text: value, start: text.length - 1 - value.length };
}
