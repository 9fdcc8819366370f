/*
 * For modules of Node.js that the linter's packages import and, in a browser, never call: the disk,
 * the console's inspector, the operating system.
 */

const never = (): undefined => undefined;

export const existsSync = (): boolean => false;
export const inspect = never;
export const fileURLToPath = String;
export const pathToFileURL = String;
export default { existsSync, inspect, fileURLToPath, pathToFileURL };
