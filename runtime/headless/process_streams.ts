/** Writing to the process's own streams, at once: what a program printed is out before it ends. */
import { writeSync } from "node:fs";

export function writeOutput(text: string): void {
  writeAll(1, text);
}

export function writeErrors(text: string): void {
  writeAll(2, text);
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
