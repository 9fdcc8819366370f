/** Shows how far a run is. */
export interface Progress {
  step(this: void, file: string): void;
  end(): void;
}

/** Milliseconds between two pictures. */
const PAUSE = 80;
const WIDTH = 20;

/** A bar that moves with every file, on a terminal; nothing elsewhere. How many are to come is not known. */
export function progressOn(stream: { isTTY?: boolean; write(text: string): unknown }): Progress {
  if (stream.isTTY !== true) return { step: () => undefined, end: () => undefined };
  let count = 0;
  let drawn = 0;
  return {
    step() {
      count++;
      if (Date.now() - drawn < PAUSE) return;
      drawn = Date.now();
      const at = count % WIDTH;
      const bar = `${'─'.repeat(at)}█${'─'.repeat(WIDTH - at)}`;
      stream.write(`\r${bar} ${String(count)} files`);
    },
    end: () => void stream.write('\r\u001b[K'),
  };
}
