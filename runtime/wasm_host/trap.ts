/** What a fault of the machine says about the Haxe program. */
import { faultText } from "../vm/thrown.ts";

/**
 * Text of the exception that a trap stands for, or null for an error that is not the program's. `stackPointer` is C's: a
 * program that used up its stack in linear memory has it below 0.
 */
export function trapText(error: unknown, stackPointer: number): string | null {
  if (!(error instanceof WebAssembly.RuntimeError)) return faultText(error);
  if (stackPointer < 0) return "Stack overflow";
  // What is left are calls through a value that the program has under a wrong static type.
  return `Invalid operation: ${error.message}`;
}
