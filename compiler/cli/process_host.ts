/** A program on the command line: no window, no assets, the process's own streams and clock. */
import { writeSync } from "node:fs";
import type { Host } from "#runtime/vm/host.ts";

export function processHost(args: readonly string[]): Host {
  return {
    print: (text) => writeAll(1, text),
    printError: (text) => writeAll(2, text),
    time: () => performance.now() / 1000,
    args: () => args,
    keyDown: () => false,
    width: () => 0,
    height: () => 0,
    seed: () => Date.now() | 0,
    assets: { find: () => -1, version: () => 0, bytes: () => null },
  };
}

/** A pipe may take only a part at a time, or nothing for a while. */
function writeAll(descriptor: number, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    }
  }
}
