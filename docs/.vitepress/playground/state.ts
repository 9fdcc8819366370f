/** What the playground shows; all of it travels in the address, behind the `#`. */
export interface PlaygroundState {
  /** Name of the file that the text is taken for; decides the language. */
  readonly file: string;
  /** A config of the plugin, or one rule alone: `rule:max-retries`. */
  readonly config: string;
  /** An API whose config is added to it. */
  readonly api?: string;
  readonly text: string;
  /** Options of the one rule. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** ESLint's shared settings, beyond those of the config. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** The playground's address with a state, relative to the site's root. */
export function linkTo(state: PlaygroundState): string {
  return `playground.html#${encoded(state)}`;
}

/** A state as text that stands in an address unescaped. */
export function encoded(state: PlaygroundState): string {
  const bytes = new TextEncoder().encode(JSON.stringify(state));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The state in an address; null where there is none, or something else. */
export function decoded(hash: string): PlaygroundState | null {
  try {
    const binary = atob(hash.replace(/^#/, '').replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const state: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isState(state) ? state : null;
  } catch {
    return null;
  }
}

function isState(x: unknown): x is PlaygroundState {
  if (typeof x !== 'object' || x === null) return false;
  const { file, config, api = '', text, options, settings } = x as Partial<PlaygroundState>;
  return (
    [file, config, api, text].every((each) => typeof each === 'string') &&
    [options, settings].every((each) => each === undefined || typeof each === 'object')
  );
}
