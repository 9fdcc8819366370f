import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

export interface Folder {
  /** The absolute name of a file in the folder. */
  at(name: string): string;
  write(name: string, text: string): void;
}

/** A temporary folder with these files, removed when the test has finished. */
export function folder(files: Readonly<Record<string, string>>): Folder {
  const root = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'go-live-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const at = (name: string): string => path.join(root, name);
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { at, write };
}
