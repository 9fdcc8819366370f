/** A file's path from a folder that holds it, with slashes; null where it is elsewhere. */
export function pathFrom(folder: string, file: string): string | null {
  const [from, to] = [folder, file].map((name) => name.replaceAll('\\', '/'));
  const below = from?.endsWith('/') ? from : `${from ?? ''}/`;
  return to?.startsWith(below) ? to.slice(below.length) : null;
}

/**
 * A file's path as the project sees it: what the folders above are called, where somebody has
 * checked it out, says nothing of it.
 */
export const pathWithin = (folder: string | undefined, file: string): string =>
  (folder === undefined ? null : pathFrom(folder, file)) ?? file.replaceAll('\\', '/');
