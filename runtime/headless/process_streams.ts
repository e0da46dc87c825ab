/** Writing to the process's own streams, at once: what a program printed is out before it ends. */
import { writeSync } from "node:fs";

export function writeOutput(text: string): void {
  writeStream(1, text);
}

export function writeErrors(text: string): void {
  writeStream(2, text);
}

/**
 * A pipe may take only a part at a time, or nothing for a while. What a closed one does not take is dropped: there is
 * nobody left to tell.
 */
export function writeStream(descriptor: number, content: string | Uint8Array): void {
  let rest: Uint8Array = Buffer.from(content);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
    }
  }
}
