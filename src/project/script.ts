/** Whether a file is one that holds JavaScript or TypeScript, by its name. */
export function parsesAsScript(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file);
}
