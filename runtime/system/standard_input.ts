/** The process's standard input, read where the program stands still until there is something. */
import { readSync } from "node:fs";
import { errorName } from "./system_error.ts";
import { waitFor } from "./wait.ts";

const INPUT = 0;
/** Seconds between two looks at an input that is open but has nothing to give. */
const PAUSE = 0.01;

/** Up to `count` bytes; none at the end. */
export function readInput(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  for (;;) {
    try {
      return bytes.subarray(0, readSync(INPUT, bytes, 0, count, null));
    } catch (error) {
      // A terminal or a pipe that Node has opened not to wait.
      if (errorName(error) === "EOF") return new Uint8Array();
      if (errorName(error) !== "EAGAIN") throw error;
      waitFor(PAUSE);
    }
  }
}

/** The next byte, of a terminal as soon as its key is pressed; -1 at the end. */
export function readKey(): number {
  const terminal = process.stdin.isTTY === true ? process.stdin : null;
  terminal?.setRawMode(true);
  try {
    return readInput(1)[0] ?? -1;
  } finally {
    terminal?.setRawMode(false);
  }
}
